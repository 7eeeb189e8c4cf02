package io.github.espial.report.words;

import io.github.espial.l2tp.Authentication;
import io.github.espial.l2tp.Closing;
import io.github.espial.l2tp.L2tpSession;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.l2tp.PppLink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The L2TP tunnels and what became of them, a few lines each. */
public final class TunnelList {
    /** Tunnels at the most, and sessions of each; JSON has all of them. */
    private static final int MOST = 10;

    private TunnelList() {}

    /** The first {@value #MOST}. */
    public static Listing of(List<L2tpTunnel> tunnels) {
        List<Listing.Entry> entries =
                tunnels.stream().limit(MOST).map(TunnelList::entry).toList();
        return new Listing("L2TP tunnels", entries, Numbers.rest(tunnels.size(), MOST, ""));
    }

    private static Listing.Entry entry(L2tpTunnel tunnel) {
        List<String> parts = new ArrayList<>();
        parts.add(tunnel.isProtected() ? "inside ESP" : "in the clear");
        parts.add(tunnel.closing().map(Closing::toString).orElse(tunnel.state().toString()));
        if (tunnel.messages().hiding() > 0) {
            parts.add(Numbers.counted(tunnel.messages().hiding(), "message") + " with hidden values");
        }
        if (tunnel.messages().broken() > 0) {
            parts.add(Numbers.counted(tunnel.messages().broken(), "broken message"));
        }
        String between = tunnel.initiator().isPresent() ? " > " : " and ";
        Listing.Details details = new Listing.Details();
        tunnel.sessions().stream().limit(MOST).forEach(session -> details.plain(session(session)));
        details.plain(Numbers.rest(tunnel.sessions().size(), MOST, "sessions"));
        String ends = tunnel.ends().get(0) + between + tunnel.ends().get(1);
        return new Listing.Entry(ends + ": " + String.join("; ", parts), details.list());
    }

    private static String session(L2tpSession session) {
        List<String> parts = new ArrayList<>();
        session.call().callingNumber().ifPresent(number -> parts.add("calling number " + number));
        session.call().calledNumber().ifPresent(number -> parts.add("called number " + number));
        parts.add(
                session.closing().map(Closing::toString).orElse(session.state().toString()));
        parts.addAll(link(session.link()));
        String caller = session.call()
                .caller()
                .map(address -> (session.call().isOutgoing() ? "outgoing call" : "call") + " of " + address)
                .orElse("session");
        return caller + ": " + String.join("; ", parts);
    }

    private static List<String> link(PppLink link) {
        List<String> parts = new ArrayList<>();
        link.state().ifPresent(state -> parts.add("PPP " + state));
        link.authentication().map(Authentication::toString).ifPresent(parts::add);
        if (!link.addresses().isEmpty()) {
            parts.add(link.addresses().stream()
                    .map(address -> address.end() + " is " + address.address())
                    .collect(Collectors.joining(", ")));
        }
        link.encryption().ifPresent(parts::add);
        if (link.packetFrames() > 0) {
            parts.add(Numbers.counted(link.packetFrames(), "frame") + " with packets");
        }
        if (link.opaqueFrames() > 0) {
            parts.add(Numbers.counted(link.opaqueFrames(), "frame")
                    + " that PPP encrypts or compresses, which stay closed");
        }
        return parts;
    }
}
