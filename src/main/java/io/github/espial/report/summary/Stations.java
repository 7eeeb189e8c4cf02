package io.github.espial.report.summary;

import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.net.IpAddress;
import io.github.espial.report.route.DrawnRouter;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.FigureWords;
import io.github.espial.report.words.WayWords;
import java.util.List;

/** Boxes for what the drawing of the network shows. */
final class Stations {
    private static final int MOST_LINES = 4;

    private final TextStyle title;
    private final TextStyle address;
    private final TextStyle detail;

    Stations(Typefaces fonts) {
        this.title = fonts.heavy(7.5, Palette.INK);
        this.address = fonts.code(7.5, Palette.INK);
        this.detail = fonts.running(6.5, Palette.FAINT);
    }

    LabelBox server(Server server, double width) {
        LabelBox box = new LabelBox(width).with(FigureWords.SERVER, title);
        addSome(box, server.addresses(), address);
        addSome(box, server.macs(), address);
        return server.macs().isEmpty() ? box.with(FigureWords.NO_MAC, detail) : box;
    }

    LabelBox unknownServer(double width) {
        return new LabelBox(width).with(FigureWords.SERVER, title).with(FigureWords.UNKNOWN_SERVER, detail);
    }

    LabelBox router(DrawnRouter router, double width) {
        LabelBox box = new LabelBox(width).with(WayWords.title(router), title);
        addSome(box, router.addresses(), address);
        router.mac().ifPresent(mac -> box.with(mac.toString(), address));
        if (router.mac().isEmpty() && !router.addresses().isEmpty()) {
            box.with(FigureWords.UNKNOWN_MAC, detail);
        }
        if (router.mac().isPresent() && router.addresses().isEmpty()) {
            box.with(FigureWords.UNKNOWN_ADDRESS, detail);
        }
        router.interfaceName().ifPresent(name -> box.withBeginning(FigureWords.interfaceName(name), detail));
        String roles = WayWords.otherParts(router);
        return roles.isEmpty() ? box : box.with(roles, detail);
    }

    /** @param alike addresses that the box is for, where these are several */
    LabelBox peer(Peer peer, List<IpAddress> alike, double width) {
        if (!alike.isEmpty()) {
            LabelBox box = new LabelBox(width).with(FigureWords.peers(alike.size()), title);
            addSome(box, alike, address);
            return box;
        }
        return new LabelBox(width)
                .with(FigureWords.PEER, title)
                .with(peer.address().toString(), address);
    }

    private void addSome(LabelBox box, List<?> values, TextStyle style) {
        values.stream().limit(MOST_LINES).forEach(value -> box.with(value.toString(), style));
        if (values.size() > MOST_LINES) {
            box.with(FigureWords.more(values.size() - MOST_LINES), detail);
        }
    }
}
