package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Fix;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What mends ESP that takes the wrong next hop: routes for the inner networks, or a tunnel that needs none. */
final class Remedies {
    /** Networks that commands are given for; a plan with more is better made by hand. */
    private static final int MOST = 16;

    private Remedies() {}

    /**
     * Remedies for a peer.
     *
     * @param found the networks behind it that lack a route; none where the case does not tell them
     */
    static List<Fix> routesBy(Station nextHop, InnerDestinations.Found found) {
        List<IpPrefix> inner = found.networks();
        String router = nextHop.address().map(IpAddress::toString).orElse("ROUTER-ADDRESS");
        List<Destination> destinations = inner.isEmpty()
                ? List.of(Destination.unknown(nextHop))
                : inner.stream().limit(MOST).map(Destination::of).toList();
        String hint = unknownRouter(nextHop) + (inner.size() > MOST ? "; the other networks likewise" : "");
        String once = inner.isEmpty()
                ? "run it once for each inner network behind the peer (the remote networks of the IPsec policy); the route"
                        + " outlasts a restart"
                : (found.areGuessed()
                                ? "these networks are guessed from the destinations seen: take their true length from"
                                        + " the IPsec policy before you run it; "
                                : "")
                        + "the route outlasts a restart";
        List<Fix> fixes = new ArrayList<>();
        for (Destination to : destinations) {
            fixes.add(new Fix("windows", to.windows(router), once + hint));
        }
        for (Destination to : destinations) {
            fixes.add(new Fix(
                    "linux",
                    "ip route add " + to.prefix() + " via " + router,
                    "the same on Linux until the next restart; write it into the network configuration as well"));
        }
        for (Destination to : destinations) {
            fixes.add(new Fix(
                    "freebsd",
                    "route add " + (to.isIpv6() ? "-inet6 " : "") + to.prefix() + " " + router,
                    "the same on FreeBSD; on OPNsense and pfSense add the router as a gateway and the networks as static"
                            + " routes in the web interface"));
        }
        Fix other = new Fix(
                "any",
                "",
                "where both ends allow it, L2TP/IPsec or a routed tunnel interface needs none of these routes");
        return Stream.concat(fixes.stream(), Stream.of(other)).toList();
    }

    private static String unknownRouter(Station nextHop) {
        return nextHop.address().isPresent()
                ? ""
                : "; ROUTER-ADDRESS is the address of the router with MAC "
                        + nextHop.mac().map(Object::toString).orElse("") + " (see arp -a on the server)";
    }

    /**
     * What a route is for.
     *
     * @param network address, or a capital word for it
     * @param mask IPv4 netmask, or a capital word for it
     * @param prefix network and prefix length
     */
    private record Destination(String network, String mask, String prefix, boolean isIpv6) {
        static Destination of(IpPrefix prefix) {
            boolean isIpv6 = prefix.address().version() == 6;
            String mask = isIpv6
                    ? ""
                    : IpAddress.ofIpv4(prefix.length() == 0 ? 0 : -1 << (Integer.SIZE - prefix.length()))
                            .toString();
            return new Destination(prefix.address().toString(), mask, prefix.toString(), isIpv6);
        }

        /** Networks that nobody told, of the next hop's IP version. */
        static Destination unknown(Station nextHop) {
            boolean isIpv6 =
                    nextHop.address().filter(address -> address.version() == 6).isPresent();
            return new Destination("INNER-NETWORK", "INNER-MASK", "INNER-NETWORK/LENGTH", isIpv6);
        }

        String windows(String router) {
            return isIpv6
                    ? "netsh interface ipv6 add route " + prefix + " \"INTERFACE\" " + router
                    : "route -p add " + network + " mask " + mask + " " + router;
        }
    }
}
