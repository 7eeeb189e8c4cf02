package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import io.github.espial.observe.HostChoice;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.PointTally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The facts of a whole case, read out of {@link Observations} once, and found by the hosts they are about: a concentrator
 * has thousands of peers, so nothing may look through all facts for each.
 */
public final class Facts {
    private final List<Talk> ipsec;
    private final List<Talk> plain;
    private final List<SaTalk> sas;
    private final List<Claim> claims;
    private final List<IkeExchange> ike;
    private final List<IcmpNotice> notices;
    private final List<RouterOffer> offers;
    private final List<PointTally> points;
    private final List<IkeMessage> messages;
    private final Map<Ends, List<Talk>> ipsecByEnds;
    private final Map<Ends, List<Talk>> plainByEnds;
    private final Map<Ends, List<SaTalk>> sasByEnds;
    private final Map<Ends, List<IkeExchange>> ikeByEnds;
    private final Map<Ends, List<IkeMessage>> messagesByEnds;
    private final Map<IpAddress, List<IcmpNotice>> noticesByDestination = new HashMap<>();
    private final Map<Ends, List<IcmpNotice>> noticesByEnds;
    private final Set<IpAddress> quotedOfNobody = new HashSet<>();
    private final Map<IpAddress, Set<Hop>> hopsOfNotices = new HashMap<>();
    private final Set<IpAddress> destinations = new HashSet<>();
    private final LeftOut leftOut;

    private Facts(Observations seen, Set<IpAddress> named, Breadth breadth) {
        this.plain = seen.plainTalks();
        this.claims = seen.claims();
        this.notices = seen.notices();
        this.offers = seen.offers();
        this.points = seen.points();
        List<Talk> talks = seen.ipsecTalks();
        HostChoice choice = HostChoice.ALL;
        if (BusiestRows.areNeeded(talks, seen.saCount(), breadth)) {
            BusiestRows busiest = new BusiestRows(talks, notices, named, breadth.pairs(), breadth.rows());
            choice = busiest;
            this.ipsec = busiest.ofTalks(talks);
            this.sas = busiest.ofSas(seen.sas(busiest));
            this.leftOut =
                    new LeftOut(busiest.pairsLeftOut(), talks.size() - ipsec.size(), seen.saCount() - sas.size());
        } else {
            this.ipsec = talks;
            this.sas = seen.sas();
            this.leftOut = LeftOut.NOTHING;
        }
        this.ike = seen.ikeExchanges(choice);
        this.messages = seen.ikeMessages(choice);
        this.ipsecByEnds = byEnds(ipsec, Talk::source, Talk::destination);
        this.plainByEnds = byEnds(plain, Talk::source, Talk::destination);
        this.sasByEnds = byEnds(sas, SaTalk::source, SaTalk::destination);
        this.ikeByEnds = byEnds(ike, IkeExchange::source, IkeExchange::destination);
        this.messagesByEnds = byEnds(messages, IkeMessage::source, IkeMessage::destination);
        for (IcmpNotice notice : notices) {
            if (notice.quotedSource().isUnspecified()) {
                quotedOfNobody.add(notice.quotedDestination());
            }
            ByKey.append(noticesByDestination, notice.quotedDestination(), notice);
            ByKey.addInNoOrder(hopsOfNotices, notice.sender(), notice.hop());
        }
        talks().forEach(talk -> destinations.add(talk.destination()));
        this.noticesByEnds = byEnds(notices, IcmpNotice::quotedSource, IcmpNotice::quotedDestination);
    }

    public static Facts of(Observations seen) {
        return new Facts(seen, Set.of(), Breadth.BUSIEST);
    }

    /** The facts of a case; of more than can be looked at, those that may matter, and those of peers that the user names. */
    public static Facts of(Observations seen, Statements stated, Breadth breadth) {
        return new Facts(seen, stated.nextHops().keySet(), breadth);
    }

    /**
     * IPsec traffic that is not looked at, as there is more than any network has: see {@link BusiestRows}.
     *
     * @param pairs of hosts
     * @param talks rows of traffic from host to host, those of these pairs among them
     * @param sas SAs by link, those of these pairs among them
     */
    public record LeftOut(int pairs, int talks, int sas) {
        static final LeftOut NOTHING = new LeftOut(0, 0, 0);

        /** Whether all is looked at. */
        public boolean isNothing() {
            return talks == 0 && sas == 0;
        }
    }

    /** What is not looked at of what was seen. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** ESP, AH, IKE, L2TP and what belongs to them. */
    public List<Talk> ipsec() {
        return ipsec;
    }

    public List<SaTalk> sas() {
        return sas;
    }

    public List<Claim> claims() {
        return claims;
    }

    public List<RouterOffer> offers() {
        return offers;
    }

    public List<PointTally> points() {
        return points;
    }

    /** Every IP packet that was seen, from host to host. */
    public Stream<Talk> talks() {
        return Stream.concat(ipsec.stream(), plain.stream());
    }

    /** Every IP packet from {@code source} to {@code destination}. */
    public Stream<Talk> talks(IpAddress source, IpAddress destination) {
        Ends ends = new Ends(source, destination);
        return Stream.concat(ipsec(source, destination), plainByEnds.getOrDefault(ends, List.of()).stream());
    }

    /** Whether any IP packet for {@code destination} was seen. */
    public boolean isSentTo(IpAddress destination) {
        return destinations.contains(destination);
    }

    /** ESP, AH, IKE, L2TP and what belongs to them, from {@code source} to {@code destination}. */
    public Stream<Talk> ipsec(IpAddress source, IpAddress destination) {
        return ipsecByEnds.getOrDefault(new Ends(source, destination), List.of()).stream();
    }

    /** What carries the packets of SAs between two hosts: {@code ESP}, {@code AH}, or {@code ESP and AH}. */
    public String protocol(IpAddress one, IpAddress other) {
        boolean hasAh = false;
        boolean hasEsp = false;
        for (Talk talk : Stream.concat(ipsec(one, other), ipsec(other, one)).toList()) {
            if (talk.isProtected()) {
                hasAh |= talk.traffic() == Traffic.AH;
                hasEsp |= talk.traffic() != Traffic.AH;
            }
        }
        return hasAh ? (hasEsp ? "ESP and AH" : "AH") : "ESP";
    }

    /** SAs from {@code source} to {@code destination}. */
    public Stream<SaTalk> sas(IpAddress source, IpAddress destination) {
        return sasByEnds.getOrDefault(new Ends(source, destination), List.of()).stream();
    }

    /** IKE messages from {@code source} to {@code destination}. */
    public Stream<IkeExchange> ike(IpAddress source, IpAddress destination) {
        return ikeByEnds.getOrDefault(new Ends(source, destination), List.of()).stream();
    }

    /** IKE messages with their octets, as many as were kept, in the order of frames. */
    public List<IkeMessage> ikeMessages() {
        return messages;
    }

    /** IKE messages from {@code source} to {@code destination} with their octets, as many as were kept, in the order of frames. */
    public Stream<IkeMessage> ikeMessages(IpAddress source, IpAddress destination) {
        return messagesByEnds.getOrDefault(new Ends(source, destination), List.of()).stream();
    }

    /** Whether {@code sender} sends an ICMP message on {@code hop}. */
    public boolean hasNotice(IpAddress sender, Hop hop) {
        return hopsOfNotices.getOrDefault(sender, Set.of()).contains(hop);
    }

    /** ICMP messages that quote packets from {@code source}, or from nobody, for {@code destination}. */
    public Stream<IcmpNotice> noticesFor(IpAddress source, IpAddress destination) {
        return quotedOfNobody.contains(destination)
                ? noticesFor(destination)
                        .filter(notice -> notice.quotedSource().equals(source)
                                || notice.quotedSource().isUnspecified())
                : noticesByEnds.getOrDefault(new Ends(source, destination), List.of()).stream();
    }

    /** ICMP messages that quote packets for {@code destination}. */
    public Stream<IcmpNotice> noticesFor(IpAddress destination) {
        return noticesByDestination.getOrDefault(destination, List.of()).stream();
    }

    private static <T> Map<Ends, List<T>> byEnds(
            List<T> facts, Function<T, IpAddress> source, Function<T, IpAddress> destination) {
        Map<Ends, List<T>> byEnds = new HashMap<>();
        for (T fact : facts) {
            ByKey.append(byEnds, new Ends(source.apply(fact), destination.apply(fact)), fact);
        }
        return byEnds;
    }

    private record Ends(IpAddress source, IpAddress destination) implements Comparable<Ends> {
        /** So that keys of one hash, which are easily made, are found by order. */
        @Override
        public int compareTo(Ends other) {
            int order = source.compareTo(other.source);
            return order == 0 ? destination.compareTo(other.destination) : order;
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Ends ends && ends.source.equals(source) && ends.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + destination.hashCode();
        }
    }
}
