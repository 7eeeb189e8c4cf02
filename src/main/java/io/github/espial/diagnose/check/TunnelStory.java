package io.github.espial.diagnose.check;

import io.github.espial.l2tp.Authentication;
import io.github.espial.l2tp.Authentication.Outcome;
import io.github.espial.l2tp.Closing;
import io.github.espial.l2tp.L2tpSession;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.l2tp.PppLink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of L2TP tunnels, as the end of a sentence. */
final class TunnelStory {
    private TunnelStory() {}

    /** Begins with a semicolon; empty where there is nothing to tell. The last tunnel and its last session count. */
    static String of(List<L2tpTunnel> tunnels) {
        if (tunnels.isEmpty()) {
            return "";
        }
        L2tpTunnel tunnel = tunnels.get(tunnels.size() - 1);
        Optional<L2tpSession> session = tunnel.sessions().stream().reduce((earlier, later) -> later);
        StringBuilder story = new StringBuilder();
        Stream.of(
                        session.flatMap(call -> addresses(call.link())),
                        session.flatMap(call -> call.link().authentication())
                                .filter(proof -> proof.outcome() != Outcome.UNKNOWN)
                                .map(Authentication::toString),
                        session.flatMap(L2tpSession::closing).map(closing -> "its session was " + closing),
                        ending(tunnel))
                .flatMap(Optional::stream)
                .forEach(part -> story.append("; ").append(part));
        return story.toString();
    }

    private static Optional<String> addresses(PppLink link) {
        return link.addresses().stream()
                .map(address -> "on the PPP link " + address.end() + " is " + address.address())
                .reduce((one, other) -> one + ", " + other.substring("on the PPP link ".length()));
    }

    private static Optional<String> ending(L2tpTunnel tunnel) {
        if (tunnel.closing().isPresent()) {
            return tunnel.closing().map(Closing::toString).map(closing -> "the tunnel was " + closing);
        }
        return switch (tunnel.state()) {
            case REQUESTED -> Optional.of("nobody answered the request for the tunnel");
            case ANSWERED -> Optional.of("the tunnel was answered and never confirmed");
            default -> Optional.empty();
        };
    }
}
