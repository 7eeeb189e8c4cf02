package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Way;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Answers that come from another next hop than requests go to, and nothing shows that this is wrong. See the page
 * {@code asymmetric-path}.
 */
public final class AsymmetricPath implements Check {
    @Override
    public String id() {
        return "asymmetric-path";
    }

    @Override
    public String summary() {
        return "answers come from another next hop than requests go to";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        boolean isWrong = facts.conclusions().ways(peer).stream().anyMatch(way -> way.delivery() == Way.Delivery.WRONG);
        Map<MacAddress, Span> out = byMac(facts, peer, Direction.OUTBOUND);
        Map<MacAddress, Span> in = byMac(facts, peer, Direction.INBOUND);
        boolean areApart = !out.isEmpty()
                && !in.isEmpty()
                && in.keySet().stream()
                        .allMatch(from -> out.keySet().stream().allMatch(to -> areApart(facts, from, to)));
        return isWrong || !areApart ? Stream.empty() : Stream.of(describe(facts, peer, out, in));
    }

    /** Whether two MACs are not, as far as is known, one router's; behind a virtual MAC there may be any. */
    private static boolean areApart(Case facts, MacAddress from, MacAddress to) {
        if (from.equals(to) || to.isVirtualRouter() || to.isGroup()) {
            return false;
        }
        Optional<NextHop> giver = facts.topology().nextHop(from);
        Optional<NextHop> taker = facts.topology().nextHop(to);
        return giver.isEmpty()
                || taker.isEmpty()
                || giver.get().addresses().stream().noneMatch(taker.get().addresses()::contains);
    }

    private static Map<MacAddress, Span> byMac(Case facts, Peer peer, Direction direction) {
        Map<MacAddress, Span> spans = new TreeMap<>();
        facts.conclusions().paths(peer).stream()
                .filter(path -> path.direction() == direction)
                .filter(path -> path.traffic().isProtected() || path.traffic() == Traffic.IKE)
                .forEach(path -> mac(path).ifPresent(mac -> spans.merge(mac, path.span(), Span::plus)));
        return spans;
    }

    private static Optional<MacAddress> mac(OuterPath path) {
        return path.outbound() ? path.hop().destination() : path.hop().source();
    }

    private Finding describe(Case facts, Peer peer, Map<MacAddress, Span> out, Map<MacAddress, Span> in) {
        String text = "packets for " + peer.address() + " go to " + names(facts, peer, out)
                + ", packets from it come from " + names(facts, peer, in) + "; by itself that is legitimate";
        List<Evidence> evidence = new ArrayList<>();
        out.forEach((mac, span) -> evidence.add(Evidence.seen(
                "outbound-to",
                Wording.frames(span.frames()) + " go to " + name(facts, peer, mac),
                0,
                span,
                Filters.and(Filters.fromTo(peer.server(), peer.address()), Filters.handedTo(mac)))));
        in.forEach((mac, span) -> evidence.add(Evidence.seen(
                "inbound-from",
                Wording.frames(span.frames()) + " come from " + name(facts, peer, mac),
                0,
                span,
                Filters.and(Filters.fromTo(peer.address(), peer.server()), Filters.comingFrom(mac)))));
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "the path to and from " + peer.address() + " is asymmetric",
                        text,
                        evidence)
                .about(peer.address());
    }

    private static String names(Case facts, Peer peer, Map<MacAddress, Span> spans) {
        return String.join(
                " and ",
                spans.keySet().stream().map(mac -> name(facts, peer, mac)).toList());
    }

    private static String name(Case facts, Peer peer, MacAddress mac) {
        return facts.topology()
                .nextHop(mac)
                .map(hop -> hop.station(peer.address()).toString())
                .orElseGet(mac::toString);
    }
}
