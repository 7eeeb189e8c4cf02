package io.github.espial.report.json;

import io.github.espial.l2tp.Authentication;
import io.github.espial.l2tp.Closing;
import io.github.espial.l2tp.L2tpSession;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.l2tp.PppLink;
import io.github.espial.l2tp.TunnelEnd;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The member {@code l2tpTunnels}. */
final class TunnelMembers {
    private TunnelMembers() {}

    static void write(JsonOutput json, List<L2tpTunnel> tunnels) throws IOException {
        json.objects("l2tpTunnels", tunnels, tunnel -> tunnel(json, tunnel));
    }

    private static void tunnel(JsonOutput json, L2tpTunnel tunnel) throws IOException {
        json.objects("ends", tunnel.ends(), end -> end(json, end));
        json.text("initiator", tunnel.initiator());
        json.flag("protected", tunnel.isProtected());
        json.texts("spis", tunnel.spis());
        json.text("state", tunnel.state().toString());
        closing(json, tunnel.closing());
        json.number("hellos", tunnel.messages().hellos());
        json.number("hiddenMessages", tunnel.messages().hiding());
        json.number("brokenMessages", tunnel.messages().broken());
        json.span(tunnel.span());
        json.objects("sessions", tunnel.sessions(), session -> session(json, session));
    }

    private static void end(JsonOutput json, TunnelEnd end) throws IOException {
        json.text("address", end.address().toString());
        number(json, "tunnelId", end.tunnelId());
        json.text("hostName", end.hostName());
        json.text("vendorName", end.vendorName());
    }

    private static void session(JsonOutput json, L2tpSession session) throws IOException {
        json.objects("ids", session.ids(), id -> {
            json.text("end", id.end().toString());
            json.number("sessionId", id.id());
        });
        if (session.call().caller().isPresent()) {
            json.text("caller", session.call().caller());
            json.text("call", session.call().isOutgoing() ? "outgoing" : "incoming");
        }
        json.text("callingNumber", session.call().callingNumber());
        json.text("calledNumber", session.call().calledNumber());
        json.text("state", session.state().toString());
        closing(json, session.closing());
        json.span(session.span());
        if (!session.link().isUnknown()) {
            json.object("ppp", () -> link(json, session.link()));
        }
    }

    private static void link(JsonOutput json, PppLink link) throws IOException {
        json.text("state", link.state());
        if (link.authentication().isPresent()) {
            Authentication authentication = link.authentication().get();
            json.object("authentication", () -> {
                json.text("method", authentication.method());
                json.text("outcome", authentication.outcome().toString());
                if (authentication.errorNumber().isPresent()) {
                    json.number("errorNumber", authentication.errorNumber().getAsLong());
                }
                json.text("error", authentication.error());
            });
        }
        json.objects("addresses", link.addresses(), address -> {
            json.text("end", address.end().toString());
            json.text("address", address.address().toString());
        });
        json.text("encryption", link.encryption());
        json.number("packetFrames", link.packetFrames());
        json.number("opaqueFrames", link.opaqueFrames());
    }

    private static void closing(JsonOutput json, Optional<Closing> closing) throws IOException {
        if (closing.isPresent()) {
            Closing how = closing.get();
            json.object("closed", () -> {
                json.text("by", how.by().toString());
                number(json, "resultCode", how.resultCode());
                json.text("result", how.result());
                number(json, "errorCode", how.errorCode());
                json.text("error", how.error());
                json.text("message", how.message());
            });
        }
    }

    private static void number(JsonOutput json, String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.number(name, value.getAsInt());
        }
    }
}
