package io.github.espial.report.text;

import io.github.espial.l2tp.Authentication;
import io.github.espial.l2tp.Closing;
import io.github.espial.l2tp.L2tpSession;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.l2tp.PppLink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The L2TP tunnels and what became of them, a few lines each. */
final class TunnelList {
    /** Tunnels at the most, and sessions of each; JSON has all of them. */
    private static final int MOST = 10;

    private static final int INDENT = 2;
    private static final int DEEPER = 4;

    private TunnelList() {}

    static void write(TextPage page, List<L2tpTunnel> tunnels) {
        if (tunnels.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, "L2TP tunnels");
        tunnels.stream().limit(MOST).forEach(tunnel -> tunnel(page, tunnel));
        if (tunnels.size() > MOST) {
            page.line(INDENT, "and " + (tunnels.size() - MOST) + " more; the JSON report has all");
        }
    }

    private static void tunnel(TextPage page, L2tpTunnel tunnel) {
        List<String> parts = new ArrayList<>();
        parts.add(tunnel.isProtected() ? "inside ESP" : "in the clear");
        parts.add(tunnel.closing().map(Closing::toString).orElse(tunnel.state().toString()));
        if (tunnel.messages().hiding() > 0) {
            parts.add(counted(tunnel.messages().hiding(), "message") + " with hidden values");
        }
        if (tunnel.messages().broken() > 0) {
            parts.add(counted(tunnel.messages().broken(), "broken message"));
        }
        String between = tunnel.initiator().isPresent() ? " > " : " and ";
        page.paragraph(INDENT, tunnel.ends().get(0) + between + tunnel.ends().get(1) + ": " + String.join("; ", parts));
        tunnel.sessions().stream().limit(MOST).forEach(session -> page.paragraph(DEEPER, session(session)));
        if (tunnel.sessions().size() > MOST) {
            page.line(DEEPER, "and " + (tunnel.sessions().size() - MOST) + " more sessions; the JSON report has all");
        }
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
            parts.add(counted(link.packetFrames(), "frame") + " with packets");
        }
        if (link.opaqueFrames() > 0) {
            parts.add(counted(link.opaqueFrames(), "frame") + " that PPP encrypts or compresses, which stay closed");
        }
        return parts;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
