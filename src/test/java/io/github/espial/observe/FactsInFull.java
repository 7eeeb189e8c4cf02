package io.github.espial.observe;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that observations tell, in values that can be compared.
 *
 * @param ipsecTalks IPsec from host to host
 * @param plainTalks other packets from host to host
 * @param sas packets of SAs
 * @param claims addresses claimed
 * @param l2tpTalks what L2TP tells
 * @param ikeExchanges how many IKE messages
 * @param ikeMessages their octets
 * @param notices ICMP errors and redirects
 * @param offers routes told by DHCP and routers
 * @param points interfaces
 * @param opaque what was not looked into
 * @param misfits what did not fit
 * @param sampled what was too much
 */
public record FactsInFull(
        List<TalkInFull> ipsecTalks,
        List<TalkInFull> plainTalks,
        List<SaInFull> sas,
        List<ClaimInFull> claims,
        List<IkeExchange> ikeExchanges,
        List<L2tpTalk> l2tpTalks,
        List<IkeMessage> ikeMessages,
        List<IcmpNotice> notices,
        List<RouterOffer> offers,
        List<PointTally> points,
        List<OpaqueTally> opaque,
        List<MisfitTally> misfits,
        List<String> sampled) {

    /** The facts of {@code seen} as they are now. */
    public static FactsInFull of(Observations seen) {
        return new FactsInFull(
                seen.ipsecTalks().stream().map(TalkInFull::of).toList(),
                seen.plainTalks().stream().map(TalkInFull::of).toList(),
                seen.sas().stream().map(SaInFull::of).toList(),
                seen.claims().stream().map(ClaimInFull::of).toList(),
                seen.ikeExchanges(),
                seen.l2tpTalks(),
                seen.ikeMessages(),
                seen.notices(),
                seen.offers(),
                seen.points(),
                seen.opaque(),
                seen.misfits(),
                seen.sampled());
    }

    /** A talk, without its series, and the series: its width and each bucket's frames from the first one's start on. */
    record TalkInFull(Talk talk, List<Long> series) {
        private static final Series NONE = new Series();

        static TalkInFull of(Talk talk) {
            Talk bare = new Talk(
                    talk.traffic(),
                    talk.hop(),
                    talk.source(),
                    talk.destination(),
                    talk.span(),
                    talk.leastHops(),
                    talk.greatestHops(),
                    talk.sentHere(),
                    talk.receivedHere(),
                    NONE);
            return new TalkInFull(bare, FactsInFull.series(talk.series()));
        }
    }

    /** A claim, without its series, and the series. */
    record ClaimInFull(Claim claim, List<Long> series) {
        private static final Series NONE = new Series();

        static ClaimInFull of(Claim claim) {
            Claim bare = new Claim(
                    claim.kind(), claim.point(), claim.vlans(), claim.mac(), claim.address(), claim.span(), NONE);
            return new ClaimInFull(bare, FactsInFull.series(claim.series()));
        }
    }

    /** An SA's packets without their sequence numbers, and what these tell. */
    record SaInFull(SaTalk sa, long lowest, long highest, long copies, Optional<SequenceNumbers.Gaps> gaps) {
        private static final SequenceNumbers NONE = new SequenceNumbers();

        static SaInFull of(SaTalk sa) {
            SaTalk bare = new SaTalk(
                    sa.traffic(), sa.hop(), sa.source(), sa.destination(), sa.spi(), sa.span(), NONE, sa.clear());
            SequenceNumbers sequence = sa.sequence();
            return new SaInFull(
                    bare,
                    sequence.lowest(),
                    sequence.highest(),
                    sequence.copies(),
                    SequenceNumbers.gapsOver(List.of(sequence)));
        }
    }

    /** What {@code series} shows: width of a bucket, start of the first one, frames of each. */
    public static List<Long> series(Series series) {
        if (series.length() == 0) {
            return List.of();
        }
        return IntStream.range(-2, series.length())
                .mapToObj(i -> i == -2 ? series.bucketNanos() : i == -1 ? series.startNanos(0) : series.frames(i))
                .toList();
    }
}
