package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Alternation;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A server's or next hop's address that two stations of one segment claim at the same time. See the page {@code address-conflict}. */
public final class AddressConflict implements Check {
    /** Who claims more addresses than this does so for others: proxy ARP. */
    private static final int ADDRESSES_OF_ONE = 4;

    /** An address that more MACs claim than this is made up by somebody; each is compared with each. */
    private static final int MOST_CLAIMANTS = 16;

    /** Both claims within 2^30 ns, about a second, answer the same question. */
    private static final int SAME_QUESTION_BITS = 30;

    /** Once, it may be the moment when one station takes over from the other. */
    private static final int QUESTIONS = 2;

    @Override
    public String id() {
        return "address-conflict";
    }

    @Override
    public String summary() {
        return "one address is claimed by two MACs at the same time";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Map<Segment, Map<IpAddress, Map<MacAddress, Claimant>>> segments = claimants(facts);
        Set<IpAddress> concerned = new TreeSet<>();
        facts.topology().servers().forEach(server -> concerned.addAll(server.addresses()));
        facts.topology().nextHops().forEach(hop -> concerned.addAll(hop.addresses()));
        Map<IpAddress, List<Claimant>> conflicts = new TreeMap<>();
        segments.values().forEach(byAddress -> {
            Map<MacAddress, Set<IpAddress>> addresses = addressesByMac(byAddress);
            byAddress.forEach((address, byMac) -> {
                List<Claimant> rivals = rivals(List.copyOf(byMac.values()), addresses);
                // The same conflict may be seen by several cards: one of them tells it.
                if (!rivals.isEmpty() && concerned.contains(address)) {
                    conflicts.putIfAbsent(address, rivals);
                }
            });
        });
        List<Finding> findings = new ArrayList<>();
        conflicts.forEach((address, rivals) -> findings.add(describe(address, rivals)));
        return findings;
    }

    private static Map<Segment, Map<IpAddress, Map<MacAddress, Claimant>>> claimants(Case facts) {
        Map<Segment, Map<IpAddress, Map<MacAddress, Claimant>>> segments = new TreeMap<>();
        facts.conclusions().facts().claims().stream()
                .filter(AddressConflict::isOwn)
                .forEach(claim -> segments.computeIfAbsent(
                                new Segment(claim.point(), claim.vlans()), key -> new TreeMap<>())
                        .computeIfAbsent(claim.address(), key -> new TreeMap<>())
                        .merge(claim.mac(), Claimant.of(claim), Claimant::plus));
        return segments;
    }

    /** Whether a claim can be that of one station: routers share virtual MACs, and clusters those of groups. */
    private static boolean isOwn(Claim claim) {
        return claim.kind() != Claim.Kind.LINK_MULTICAST
                && claim.span().hasTime()
                && !claim.mac().isVirtualRouter()
                && !claim.mac().isGroup()
                && claim.mac().octets() != 0;
    }

    private static Map<MacAddress, Set<IpAddress>> addressesByMac(Map<IpAddress, Map<MacAddress, Claimant>> byAddress) {
        Map<MacAddress, Set<IpAddress>> addresses = new HashMap<>();
        byAddress.forEach((address, byMac) -> byMac.keySet()
                .forEach(mac ->
                        addresses.computeIfAbsent(mac, key -> new TreeSet<>()).add(address)));
        return addresses;
    }

    /** Those of {@code claimants} that contradict another of them. */
    private static List<Claimant> rivals(List<Claimant> claimants, Map<MacAddress, Set<IpAddress>> addresses) {
        if (claimants.size() > MOST_CLAIMANTS) {
            return List.of();
        }
        Set<Claimant> rivals = new LinkedHashSet<>();
        for (Claimant one : claimants) {
            for (Claimant other : claimants) {
                if (one.mac().compareTo(other.mac()) < 0
                        && !isOneMachine(one.mac(), other.mac(), addresses)
                        && areAtOnce(one.series(), other.series())) {
                    rivals.add(one);
                    rivals.add(other);
                }
            }
        }
        return rivals.stream()
                .sorted((one, other) ->
                        one.span().firstFrame().compareTo(other.span().firstFrame()))
                .toList();
    }

    /** Whether two MACs are cards of one machine, or one of them answers for others. */
    private static boolean isOneMachine(MacAddress one, MacAddress other, Map<MacAddress, Set<IpAddress>> addresses) {
        Set<IpAddress> ofOne = addresses.getOrDefault(one, Set.of());
        Set<IpAddress> ofOther = addresses.getOrDefault(other, Set.of());
        boolean shareSeveral = ofOne.stream().filter(ofOther::contains).count() > 1;
        return shareSeveral
                || ofOne.size() > ADDRESSES_OF_ONE
                || ofOther.size() > ADDRESSES_OF_ONE
                || isSameDevice(one, other);
    }

    /** Whether MACs differ in the last octet at the most, or in the bit of local administration: ports of one card. */
    private static boolean isSameDevice(MacAddress one, MacAddress other) {
        long localBit = 1L << 41;
        return (one.octets() | localBit) >>> 8 == (other.octets() | localBit) >>> 8;
    }

    private static boolean areAtOnce(Series one, Series other) {
        if (Alternation.between(one, other)) {
            return true;
        }
        int bits = Math.max(one.widthBits(), other.widthBits());
        Set<Long> ofOne = one.activeBuckets(bits);
        Set<Long> ofOther = other.activeBuckets(bits);
        long both = ofOne.stream().filter(ofOther::contains).count();
        return bits <= SAME_QUESTION_BITS && both >= QUESTIONS && 2 * both >= Math.min(ofOne.size(), ofOther.size());
    }

    private Finding describe(IpAddress address, List<Claimant> rivals) {
        String names = rivals.stream()
                .map(rival -> rival.mac() + " (" + Wording.frames(rival.span().frames()) + ")")
                .collect(Collectors.joining(" and "));
        String text =
                address + " is claimed by " + names + " by turns: two stations have the same address, or one poses"
                        + " as the other. Packets for " + address + " go now to the one and now to the other";
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        "several stations claim " + address,
                        text,
                        rivals.stream().map(rival -> evidence(address, rival)).toList())
                .over(rivals.stream().map(Claimant::span).reduce(Span::plus).orElseThrow(), List.of(), false);
    }

    private static Evidence evidence(IpAddress address, Claimant rival) {
        String text = rival.mac() + " claims " + address + " in " + Wording.where(rival.span());
        return Evidence.seen("claim", text, 0, rival.span(), Filters.claim(rival.mac(), address));
    }

    /** Where an address must be one station's only. */
    private record Segment(Hop.Point point, List<Integer> vlans) implements Comparable<Segment> {
        @Override
        public int compareTo(Segment other) {
            int byPoint = point.compareTo(other.point);
            return byPoint != 0 ? byPoint : vlans.toString().compareTo(other.vlans.toString());
        }
    }

    /** All claims of an address by one MAC on one segment. */
    private record Claimant(MacAddress mac, Span span, Series series) {
        static Claimant of(Claim claim) {
            return new Claimant(claim.mac(), claim.span(), claim.series());
        }

        Claimant plus(Claimant other) {
            return new Claimant(mac, span.plus(other.span), Series.sum(List.of(series, other.series)));
        }
    }
}
