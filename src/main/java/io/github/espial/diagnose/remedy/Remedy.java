package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.routing.FewestRoutes;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.Machine;
import io.github.espial.routing.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fewest routes by the proper next hop that mend all wrong networks, as commands of the machine's own platform, or of
 * all where that is not known.
 */
public final class Remedy {
    /** Routes that commands are given for; a plan with more is better made by hand. */
    private static final int MOST = 16;

    private static final List<Dialect> DIALECTS = Stream.of(
                    Stream.<Dialect>of(
                            new WindowsRoute(),
                            new WindowsNetsh(),
                            new WindowsPowerShell(),
                            new LinuxIpRoute(),
                            new FreeBsdRoute()),
                    Stream.<Dialect>of(LinuxLasting.values()),
                    Stream.<Dialect>of(RouterRoute.values()))
            .flatMap(dialects -> dialects)
            .toList();

    private final Machine machine;
    private final Station nextHop;
    private final String router;
    private Fix.Basis basis = Fix.Basis.TOLD;
    private final List<WantedRoute> routes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    /** What is to be said wherever the router is named. */
    private final List<String> ofRouter = new ArrayList<>();

    private Remedy(Machine machine, Station nextHop) {
        this.machine = machine;
        this.nextHop = nextHop;
        this.router = nextHop.address().map(IpAddress::toString).orElse("ROUTER-ADDRESS");
    }

    /**
     * What is wrong.
     *
     * @param peer outer address of the far end
     * @param nextHop its proper next hop
     * @param networks the networks behind it that are sent elsewhere; empty where the case does not tell them
     * @param areGuessed whether they are nothing but the smallest prefixes around destinations that were seen
     * @param spared addresses that must not be rerouted
     * @param cautions what the routes would move besides, one clause each
     */
    public record Fault(
            IpAddress peer,
            Station nextHop,
            List<IpPrefix> networks,
            boolean areGuessed,
            Collection<IpAddress> spared,
            List<String> cautions) {
        public Fault {
            networks = List.copyOf(networks);
            spared = List.copyOf(spared);
            cautions = List.copyOf(cautions);
        }
    }

    /** What mends {@code fault} on {@code machine}, best first. */
    public static List<Fix> of(Fault fault, Machine machine) {
        Remedy remedy = new Remedy(machine, fault.nextHop());
        remedy.plan(fault);
        return remedy.fixes(fault.peer());
    }

    private void plan(Fault fault) {
        if (fault.networks().isEmpty()) {
            boolean isIpv6 =
                    nextHop.address().filter(address -> address.version() == 6).isPresent();
            routes.add(WantedRoute.unknown(router, isIpv6));
            basis = Fix.Basis.UNKNOWN;
        } else {
            if (fault.areGuessed()) {
                basis = Fix.Basis.GUESSED;
                remarks.add("these networks are guessed from the destinations seen: take their true length from the"
                        + " IPsec policy before you run it");
            }
            List<IpPrefix> fewest =
                    FewestRoutes.mending(machine.lookup(), this::isProper, fault.networks(), fault.spared());
            fewest.stream().limit(MOST).forEach(this::want);
            if (fewest.size() > MOST) {
                remarks.add("the other networks likewise");
            }
        }
        peerToo(fault.peer());
        if (nextHop.address().isEmpty()) {
            ofRouter.add("ROUTER-ADDRESS is the address of the router with MAC "
                    + nextHop.mac().map(MacAddress::toString).orElse("") + " (see arp -a on the server)");
        }
        remarks.addAll(fault.cautions());
    }

    /** Where the table has no good route for the peer itself, as on firewalls that send IKE by a rule. */
    private void peerToo(IpAddress peer) {
        Lookup lookup = machine.lookup().lookup(peer);
        boolean isElsewhere = lookup.nextHop().isPresent() && !isProper(lookup);
        if (isElsewhere && nextHop.address().isPresent()) {
            want(IpPrefix.host(peer));
            remarks.add("the table sends packets for the peer " + peer + " itself elsewhere as well, so it gets a route"
                    + " of its own");
        }
    }

    private boolean isProper(Lookup lookup) {
        return lookup.nextHop().isPresent() && lookup.nextHop().equals(nextHop.address());
    }

    private void want(IpPrefix prefix) {
        Optional<IpAddress> replaced = Optional.ofNullable(
                        machine.lookup().lookups(prefix).get(prefix))
                .flatMap(Lookup::decidedBy)
                .filter(route -> route.destination().equals(prefix))
                .flatMap(Route::router);
        routes.add(WantedRoute.of(prefix, router, replaced));
    }

    private List<Fix> fixes(IpAddress peer) {
        List<Fix> fixes = new ArrayList<>();
        List<Dialect> fitting =
                DIALECTS.stream().filter(dialect -> dialect.fits(machine)).toList();
        boolean isKnown = !fitting.isEmpty();
        for (Dialect dialect : isKnown ? fitting : DIALECTS) {
            if (isKnown || dialect.isUsual()) {
                Optional<String> before = machine.lookup().isEmpty() ? dialect.beforeRouteOf(peer) : Optional.empty();
                boolean isFirst = fixes.isEmpty();
                if (before.isPresent()) {
                    WantedRoute toPeer = WantedRoute.of(IpPrefix.host(peer), router, Optional.empty());
                    Fix fix = fix(dialect, toPeer, text(dialect, isFirst, List.of(before.get())), Fix.Basis.TOLD);
                    fixes.add(new Fix(
                            fix.platform(), fix.command(), fix.text(), fix.undo(), fix.basis(), dialect.first()));
                } else {
                    String text = text(dialect, isFirst, isFirst ? remarks(dialect) : List.of());
                    routes.forEach(route -> fixes.add(fix(dialect, route, text, basis)));
                }
            }
        }
        fixes.add(new Fix(
                Platform.ANY,
                "",
                "L2TP/IPsec, where both ends allow it, needs none of these routes: its packets have one IP header, and"
                        + " follow the route of the peer"));
        fixes.add(new Fix(
                Platform.ANY,
                "",
                "a routed tunnel interface (VTI, XFRM interface, if_ipsec) chooses the outer route anew"));
        return List.copyOf(fixes);
    }

    /** What is to be said before commands that route inner networks. */
    private List<String> remarks(Dialect dialect) {
        List<String> all = new ArrayList<>();
        if (basis == Fix.Basis.UNKNOWN) {
            all.add("run it once for each inner network behind the peer, the remote networks of the IPsec policy ("
                    + dialect.whereNetworksAre() + "); given beside the capture, Espial reads them from there");
        }
        all.addAll(remarks);
        return all;
    }

    private String text(Dialect dialect, boolean isFirst, List<String> remarks) {
        return Stream.of(
                        remarks.stream(),
                        isFirst ? ofRouter.stream() : Stream.<String>empty(),
                        Stream.of(dialect.text()))
                .flatMap(said -> said)
                .collect(Collectors.joining("; "));
    }

    private Fix fix(Dialect dialect, WantedRoute route, String text, Fix.Basis of) {
        String card = nextHop.address()
                .flatMap(machine::interfaceTo)
                .map(entry -> entry.name())
                .orElse("INTERFACE");
        return new Fix(dialect.platform(), dialect.set(route, card), text, dialect.undo(route, card), of);
    }
}
