package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Fix;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import java.util.List;

/** What mends ESP that takes the wrong next hop: routes for the inner networks, or a tunnel that needs none. */
final class Remedies {
    private static final String INNER_NETWORK = "INNER-NETWORK";

    private Remedies() {}

    /** Remedies for a peer whose inner networks the capture does not tell. */
    static List<Fix> routesBy(Station nextHop) {
        String router = nextHop.address().map(IpAddress::toString).orElse("ROUTER-ADDRESS");
        boolean isIpv6 =
                nextHop.address().filter(address -> address.version() == 6).isPresent();
        String windows = isIpv6
                ? "netsh interface ipv6 add route " + INNER_NETWORK + "/LENGTH \"INTERFACE\" " + router
                : "route -p add " + INNER_NETWORK + " mask INNER-MASK " + router;
        String family = isIpv6 ? "-inet6 " : "";
        return List.of(
                new Fix(
                        "windows",
                        windows,
                        "run it once for each inner network behind the peer (the remote networks of the IPsec policy); "
                                + "the route outlasts a restart" + unknownRouter(nextHop)),
                new Fix(
                        "linux",
                        "ip route add " + INNER_NETWORK + "/LENGTH via " + router,
                        "the same on Linux until the next restart; write it into the network configuration as well"),
                new Fix(
                        "freebsd",
                        "route add " + family + INNER_NETWORK + "/LENGTH " + router,
                        "the same on FreeBSD; on OPNsense and pfSense add the router as a gateway and the networks as "
                                + "static routes in the web interface"),
                new Fix(
                        "any",
                        "",
                        "where both ends allow it, L2TP/IPsec or a routed tunnel interface needs none of these "
                                + "routes"));
    }

    private static String unknownRouter(Station nextHop) {
        return nextHop.address().isPresent()
                ? ""
                : "; ROUTER-ADDRESS is the address of the router with MAC "
                        + nextHop.mac().map(Object::toString).orElse("") + " (see arp -a on the server)";
    }
}
