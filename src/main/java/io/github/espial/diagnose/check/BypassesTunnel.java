package io.github.espial.diagnose.check;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Platform;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.Route;
import io.github.espial.routing.StatedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Networks of a peer that the machine's own tables send past the tunnel device or VPN interface, into which alone they are
 * protected, or out of another interface than the one of their crypto map. See the page {@code bypasses-tunnel}.
 */
public final class BypassesTunnel implements Check {
    /** What is stated is the table and the device; that no rule by mark decides otherwise is not. */
    private static final double STATED = 0.9;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d _.-]{1,64}");

    @Override
    public String id() {
        return "bypasses-tunnel";
    }

    @Override
    public String summary() {
        return "By the machine's own tables a network of the peer does not go into the tunnel device";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Map<IpAddress, List<Bypass>> byPeer = new TreeMap<>();
        for (Prediction one : facts.predictions().all()) {
            Optional<StatedNetwork> stated =
                    one.stated().filter(said -> said.standing().mayCarry());
            Optional<String> device = stated.flatMap(StatedNetwork::device);
            if (device.isPresent()) {
                one.before()
                        .forEach((network, lookup) -> bypass(network, lookup, stated.get(), device.get())
                                .ifPresent(found -> byPeer.computeIfAbsent(one.peer(), peer -> new ArrayList<>())
                                        .add(found)));
            }
        }
        List<Finding> findings = new ArrayList<>();
        byPeer.forEach((peer, bypasses) -> findings.add(describe(facts, peer, bypasses)));
        findings.addAll(new PastCryptoMap(facts).findings());
        return findings;
    }

    /**
     * A network, and the route that takes it past the device.
     *
     * @param at where the words state what the device is for
     */
    private record Bypass(IpPrefix network, Route route, String device, String at) {}

    /** A route that names no interface may well lead into the device. */
    private static Optional<Bypass> bypass(IpPrefix network, Lookup lookup, StatedNetwork stated, String device) {
        return lookup.decidedBy()
                .filter(route -> route.interfaceName().isPresent()
                        && !route.interfaceName().get().equals(device))
                .map(route -> new Bypass(network, route, device, stated.origin()));
    }

    private Finding describe(Case facts, IpAddress peer, List<Bypass> all) {
        List<IpPrefix> networks =
                all.stream().map(Bypass::network).distinct().sorted().toList();
        String device = named(facts, all.get(0).device());
        List<Evidence> evidence = new ArrayList<>();
        for (Bypass one : all) {
            evidence.add(Evidence.stated(
                    "routing-table",
                    (one.route().destination().isDefault()
                                    ? "the default route"
                                    : "the route for " + one.route().destination())
                            + one.route()
                                    .router()
                                    .map(router -> " by " + router)
                                    .orElse(" on the link") + ", interface "
                            + one.route().interfaceName().orElse("") + " ("
                            + one.route().origin() + "), is the best that the table has for " + one.network(),
                    0));
        }
        evidence.add(Evidence.stated(
                "tunnel-device",
                "what is for " + peer + " must be routed into " + device + " ("
                        + all.get(0).at() + ")",
                Math.log(STATED / (1 - STATED))));
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        Wording.networks(networks) + (networks.size() == 1 ? " bypasses " : " bypass ") + device
                                + ", the tunnel to " + peer,
                        "this table sends packets for " + Wording.networks(networks) + ", behind " + peer
                                + ", past the interface " + device
                                + ", so they are not protected and do not reach the networks",
                        Proof.weighed(STATED, evidence))
                .about(peer)
                .into(networks)
                .mendedBy(networks.stream()
                        .map(network -> fix(facts, network, device))
                        .toList());
    }

    /** Windows' tables have an interface by its index, its commands take the name. */
    private static String named(Case facts, String device) {
        return facts.machine().interfaces().stream()
                .filter(card -> card.index().filter(device::equals).isPresent()
                        && !card.name().isBlank())
                .map(InterfaceEntry::name)
                .findFirst()
                .orElse(device);
    }

    private static Fix fix(Case facts, IpPrefix network, String device) {
        boolean isSix = network.address().version() == 6;
        if (facts.machine().is(Platform.WINDOWS)) {
            boolean isNamed = facts.machine().interfaces().stream()
                    .anyMatch(card -> card.index().isPresent() && card.name().equals(device));
            // A stranger's file named it: what a shell would heed is left to be typed.
            String name = isNamed && PLAIN.matcher(device).matches() ? device : "NAME";
            return new Fix(
                    Platform.WINDOWS,
                    "Add-VpnConnectionRoute -ConnectionName \"" + name + "\" -DestinationPrefix " + network,
                    "sets the route each time the connection " + name
                            + " is up (Get-VpnConnection); connect anew after it",
                    "Remove-VpnConnectionRoute -ConnectionName \"" + name + "\" -DestinationPrefix " + network);
        }
        if (facts.machine().is(Platform.LINUX)) {
            String ip = isSix ? "ip -6 route " : "ip route ";
            return new Fix(
                    Platform.LINUX,
                    ip + "add " + network + " dev " + device,
                    "in force at once and until the next restart; add it to the network configuration too",
                    ip + "del " + network + " dev " + device);
        }
        if (facts.machine().is(Platform.BSD)) {
            String family = isSix ? "-inet6 " : "";
            return new Fix(
                    Platform.BSD,
                    "route add " + family + network + " -interface " + device,
                    "in force at once and until the next restart; on OPNsense and pfSense add a gateway on the tunnel's"
                            + " interface and a static route by it",
                    "route delete " + family + network);
        }
        return new Fix(Platform.ANY, "", "route " + network + " into " + device);
    }
}
