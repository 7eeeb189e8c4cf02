package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.Route;
import io.github.espial.routing.Tunnels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A peer whose own address is routed into its tunnel, or whose ESP is seen on the tunnel's device: what protects packets
 * is to be protected itself. See the page {@code tunnel-in-itself}.
 */
public final class TunnelInItself implements Check {
    /** That no rule by mark takes the ESP elsewhere, the words do not show. */
    private static final double STATED = 0.9;

    /** How systems call the interface of a PPP link, by which L2TP carries packets. */
    private static final Pattern PPP = Pattern.compile("ppp.*|l2tp.*");

    @Override
    public String id() {
        return "tunnel-in-itself";
    }

    @Override
    public String summary() {
        return "The peer's own address is routed into its tunnel, or its ESP is seen on the tunnel device";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Map<IpAddress, Finding> byPeer = new TreeMap<>();
        routed(facts).forEach((peer, route) -> byPeer.put(peer, describe(peer, route)));
        for (Talk talk : facts.conclusions().facts().ipsec()) {
            if (talk.isProtected()) {
                onDevice(facts, talk)
                        .ifPresent(device -> byPeer.putIfAbsent(talk.destination(), seen(facts, talk, device)));
            }
        }
        return List.copyOf(byPeer.values());
    }

    /** The routes that take packets for a peer into its own tunnel. */
    private static Map<IpAddress, Route> routed(Case facts) {
        Tunnels tunnels = facts.machine().tunnels();
        Map<IpAddress, Route> routed = new LinkedHashMap<>();
        tunnels.devices()
                .forEach((device, peer) -> into(facts, peer)
                        .filter(route -> route.interfaceName().equals(Optional.of(device)))
                        .ifPresent(route -> routed.put(peer, route)));
        tunnels.l2tp()
                .forEach((peer, local) -> into(facts, peer)
                        .filter(route -> route.interfaceName()
                                .filter(name -> PPP.matcher(name).matches() && isElsewhere(facts, local, name))
                                .isPresent())
                        .ifPresent(route -> routed.put(peer, route)));
        return routed;
    }

    private static Optional<Route> into(Case facts, IpAddress peer) {
        return facts.machine().lookup().lookup(peer).decidedBy();
    }

    /** Whether the outer address of L2TP is that of a network card: over PPPoE the line to the peer itself is PPP. */
    private static boolean isElsewhere(Case facts, IpAddress local, String device) {
        Lookup link = facts.machine().lookup().lookup(local);
        return link.decidedBy()
                .filter(route -> route.isOnLink()
                        && !route.destination().isDefault()
                        && !route.destination().equals(IpPrefix.host(local)))
                .flatMap(Route::interfaceName)
                .filter(name -> !name.equals(device))
                .isPresent();
    }

    /** The tunnel device that ESP to the tunnel's own far end was captured on. */
    private static Optional<String> onDevice(Case facts, Talk talk) {
        Hop.Point point = talk.hop().point();
        for (int i = 0; i < facts.captures().size(); i++) {
            CaseCapture capture = facts.captures().get(i);
            if (capture.stream() == point.capture()) {
                Optional<String> device = capture.summary().interfaces().stream()
                        .filter(one -> one.id() == point.interfaceId())
                        .flatMap(one -> one.name().stream())
                        .findFirst()
                        .filter(name -> facts.machine().tunnels().endOf(name).equals(Optional.of(talk.destination())));
                if (device.isPresent()) {
                    return device;
                }
            }
        }
        return Optional.empty();
    }

    private Finding describe(IpAddress peer, Route route) {
        String device = route.interfaceName().orElse("");
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.stated(
                "routing-table",
                "the route for " + route.destination() + " into " + device + " (" + route.origin()
                        + ") is the best that the table has for " + peer,
                0));
        evidence.add(Evidence.stated(
                "tunnel-device", device + " is the tunnel to " + peer + " itself", Math.log(STATED / (1 - STATED))));
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        peer + " is routed into " + device + ", its own tunnel",
                        "this table sends packets for " + peer + ", the tunnel's far end, into " + device
                                + ", the tunnel itself: what protects the packets would have to be protected again, and"
                                + " never leaves. " + peer
                                + " needs a host route by the router that it is reached by, with"
                                + " a better metric than this one",
                        Proof.weighed(STATED, evidence))
                .about(peer);
    }

    /** What of the words takes ESP there: its own mark and a rule, where the table by itself does not. */
    private static String cause(Case facts, Talk talk, String device) {
        Optional<String> rule = facts.machine().lookup().markedInto(device, talk.destination());
        return facts.machine().lookup().lookup(talk.destination()) instanceof Lookup.Found found && rule.isPresent()
                ? "they are routed into their own tunnel and never leave. Without a mark this table sends them by "
                        + found.route().router().map(IpAddress::toString).orElse("another interface")
                        + "; a packet that keeps its mark goes into " + device + ", for the rule for " + rule.get()
                        + ". Have the rule pass over what is for " + talk.destination()
                : "they are routed into their own tunnel, by a route or by a rule for the mark that they keep, and never"
                        + " leave";
    }

    private Finding seen(Case facts, Talk talk, String device) {
        String filter = Filters.protectedFromTo(talk.source(), talk.destination());
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        "ESP for " + talk.destination() + " is on " + device + ", its own tunnel",
                        Wording.frames(talk.span().frames()) + " of ESP for " + talk.destination()
                                + " were captured on " + device
                                + ", the tunnel to it: " + cause(facts, talk, device),
                        List.of(Evidence.seen(
                                "esp-on-tunnel",
                                "ESP to " + talk.destination() + " on " + device,
                                0,
                                talk.span(),
                                filter)))
                .about(talk.destination())
                .over(talk.span(), List.of(), false);
    }
}
