package io.github.espial.diagnose;

import io.github.espial.infer.Peer;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@link Verdict#HEALTHY} costs: every outbound IPsec frame of a server is judged, or a copy of a judged one; each
 * way is proper, and at least one is shown to be; the peers did not cease to answer; and nothing else is known to go
 * where it must not. And what was not looked into cannot be the server's, see {@link BlindSpots}.
 */
final class AllClear {
    /** Numbers that a copy may bear beyond those of the originals: a capture begins and ends between the two. */
    private static final long EDGE = 1;

    private final Case seen;
    private final List<Finding> findings;

    AllClear(Case seen, List<Finding> findings) {
        this.seen = seen;
        this.findings = findings;
    }

    /** What stands against it, a sentence each without trailing period; empty where nothing does. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (seen.conclusions().ways().stream().noneMatch(way -> way.delivery() == Way.Delivery.PROPER)) {
            objections.add("no next hop is shown to be the proper one");
        }
        if (!seen.conclusions().facts().leftOut().isNothing() || seen.isSample()) {
            objections.add("not all that was captured was judged");
        }
        unjudged()
                .forEach((mac, count) -> objections.add(count + " frames of ESP with an address of the server as"
                        + " their source came from " + mac
                        + ", which is not known to be a card of the server: they were not"
                        + " judged"));
        BlindSpots unseen = BlindSpots.of(seen.captures()).ofServers(seen);
        if (!unseen.isEmpty()) {
            objections.add(unseen.sentence(BlindSpots.frames(seen.captures())));
        }
        findings.stream()
                .filter(finding ->
                        finding.severity() == Severity.ERROR || finding.id().equals(FindingId.ANSWERS_CEASED))
                .map(Finding::title)
                .forEach(objections::add);
        return objections;
    }

    /** ESP from a server's address that another's card sent, and that is no copy of what the server's own card sent. */
    private Map<MacAddress, Long> unjudged() {
        Map<IpAddress, Set<MacAddress>> cards = seen.topology().servers().stream()
                .flatMap(server ->
                        server.addresses().stream().map(address -> Map.entry(address, Set.copyOf(server.macs()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        Map<MacAddress, Long> unjudged = new TreeMap<>();
        for (Peer peer : seen.peers()) {
            Set<MacAddress> own = cards.getOrDefault(peer.server(), Set.of());
            List<SaTalk> associations = seen.conclusions()
                    .facts()
                    .sas(peer.server(), peer.address())
                    .toList();
            associations.stream()
                    .filter(sa ->
                            sa.hop().source().filter(mac -> !own.contains(mac)).isPresent())
                    .filter(sa -> !isCopy(sa, associations, own))
                    .forEach(sa -> unjudged.merge(
                            sa.hop().source().orElseThrow(), sa.span().frames(), Long::sum));
        }
        return unjudged;
    }

    private boolean isCopy(SaTalk sa, List<SaTalk> associations, Set<MacAddress> own) {
        return associations.stream()
                .filter(first -> first.spi().equals(sa.spi()) && first.traffic() == sa.traffic())
                .filter(first -> first.hop().source().filter(own::contains).isPresent())
                .anyMatch(first -> sa.sequence().lowest() >= first.sequence().lowest() - EDGE
                        && sa.sequence().highest() <= first.sequence().highest() + EDGE
                        && hops(sa) < hops(first));
    }

    /** The most hops that packets on that link may still take. */
    private int hops(SaTalk sa) {
        return seen.conclusions()
                .facts()
                .ipsec(sa.source(), sa.destination())
                .filter(talk -> talk.hop().equals(sa.hop()) && talk.traffic() == sa.traffic())
                .mapToInt(Talk::greatestHops)
                .max()
                .orElse(Integer.MAX_VALUE);
    }
}
