package io.github.espial.diagnose;

import io.github.espial.ike.Exchange;
import io.github.espial.ike.ExchangeKind;
import io.github.espial.ike.IkeSa;
import io.github.espial.ike.Notice;
import io.github.espial.ike.NotifyMeaning;
import io.github.espial.infer.Peer;
import io.github.espial.observe.SaTalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How far IKE between a server and a peer came, as far as its messages tell. */
public final class IkeOutcome {
    /** Errors that belong to a negotiation that goes on: the other end tries again, or both rekeyed at once. */
    private static final Set<NotifyMeaning> PASSING = Set.of(NotifyMeaning.OTHER_GROUP, NotifyMeaning.COLLISION);

    /**
     * Octets that an answer to IKE_AUTH with an SA takes at the least: header (28), encrypted payload (4 and a vector of
     * 8), identity (12), proof (24), SA (36), selectors (2 of 24) and checksum (12) of RFC 7296 §3 make 172. One with a
     * single error takes fewer than 120 with any algorithm.
     */
    private static final long WITH_AN_SA = 120;

    private final Case seen;
    private final Peer peer;
    private final List<IkeSa> sas;

    public IkeOutcome(Case seen, Peer peer) {
        this.seen = seen;
        this.peer = peer;
        this.sas = seen.inside().ikeSas(peer.server(), peer.address());
    }

    /** The IKE SAs of the two, in order of their first messages. */
    public List<IkeSa> sas() {
        return sas;
    }

    /** Errors of {@code sa} that no further attempt followed. */
    public Stream<Notice> refusals(IkeSa sa) {
        return sa.dialogue().notices().stream().filter(notice -> notice.isError() && !isPassing(sa, notice));
    }

    /** The exchange that {@code notice} is about: its own, or the last before it where that only informs. */
    public Optional<ExchangeKind> refused(IkeSa sa, Notice notice) {
        if (!notice.exchange().isInformational()) {
            return Optional.of(notice.exchange());
        }
        return sa.dialogue().exchanges().stream()
                .filter(exchange -> !exchange.kind().isInformational()
                        && exchange.firstFrame().compareTo(notice.seen().reference()) < 0)
                .map(Exchange::kind)
                .reduce((earlier, later) -> later);
    }

    /**
     * When what was refused succeeded after all, in nanoseconds since the epoch: for the beginning of an IKE SA, that an
     * exchange for traffic was answered, or that an SA came into use; for IKE_AUTH, that an SA did. Of what is refused
     * later, nothing tells: an SA that comes into use then may be for other networks.
     */
    public OptionalLong successAfter(ExchangeKind refused, long nanos) {
        LongStream used = firstUses().filter(first -> first > nanos);
        if (refused.isFirst()) {
            return LongStream.concat(used, agreements().filter(agreed -> agreed > nanos))
                    .min();
        }
        boolean makesTheFirstSa = refused.majorVersion() > 1 && refused.isForTraffic() && !hasEarlierSa(nanos);
        return makesTheFirstSa ? used.min() : OptionalLong.empty();
    }

    /** Why no SA for traffic can have come of it; empty where there may be one, or there is no IKE. */
    public Optional<String> whyNoSa() {
        if (sas.isEmpty() || firstUses().findAny().isPresent()) {
            return Optional.empty();
        }
        Optional<String> why = Optional.empty();
        for (IkeSa sa : sas) {
            Optional<String> ofOne = whyNoSa(sa);
            if (ofOne.isEmpty()) {
                return Optional.empty();
            }
            why = ofOne;
        }
        return why.filter(reason -> isHeard());
    }

    private Optional<String> whyNoSa(IkeSa sa) {
        List<Exchange> exchanges = sa.dialogue().exchanges();
        boolean beganHere =
                exchanges.stream().anyMatch(exchange -> exchange.kind().isFirst());
        if (!beganHere) {
            return Optional.empty();
        }
        Optional<Notice> refusal = refusals(sa)
                .filter(notice -> refused(sa, notice)
                        .filter(kind -> kind.isFirst() || kind.isForTraffic())
                        .isPresent())
                .reduce((earlier, later) -> later);
        if (refusal.isPresent()) {
            return refusal.map(notice -> "was refused (" + notice.name() + ")");
        }
        Optional<Exchange> last = exchanges.stream()
                .filter(exchange -> exchange.kind().isFirst() || exchange.kind().isForTraffic())
                .reduce((earlier, later) -> later);
        if (last.filter(exchange -> !exchange.course().isAnswered()).isPresent()
                && exchanges.stream().noneMatch(IkeOutcome::mayAgree)) {
            return last.map(exchange -> "was not answered (" + exchange.kind() + ")");
        }
        return isRefusedUnseen(exchanges)
                ? Optional.of("was refused, for the answer to IKE_AUTH is too short to hold an SA")
                : Optional.empty();
    }

    /** Whether the longest answer to IKE_AUTH is too short for more than an error. */
    private static boolean isRefusedUnseen(List<Exchange> exchanges) {
        return exchanges.stream()
                        .anyMatch(exchange -> exchange.kind().isForTraffic()
                                && exchange.course().isAnswered())
                && exchanges.stream().noneMatch(IkeOutcome::mayAgree);
    }

    /** Whether an SA may have come of {@code exchange}. */
    private static boolean mayAgree(Exchange exchange) {
        return exchange.kind().isForTraffic()
                && exchange.course().isAnswered()
                && (exchange.kind().majorVersion() == 1 || exchange.course().longestAnswer() >= WITH_AN_SA);
    }

    /** Whether the negotiation went on: the same IKE SA, or another that began later, was answered after that. */
    private boolean isPassing(IkeSa sa, Notice notice) {
        long then = notice.seen().nanos();
        return PASSING.contains(notice.meaning())
                && (sa.dialogue().exchanges().stream()
                                .anyMatch(exchange -> exchange.course().isAnswered() && exchange.lastNanos() > then)
                        || sas.stream()
                                .filter(other ->
                                        other.dialogue().notices().stream().noneMatch(Notice::isError))
                                .flatMap(other -> other.dialogue().exchanges().stream())
                                .anyMatch(exchange -> exchange.kind().equals(notice.exchange())
                                        && exchange.course().isAnswered()
                                        && exchange.firstNanos() > then));
    }

    /** When exchanges for traffic were answered that no error is known of. */
    private LongStream agreements() {
        return sas.stream()
                .flatMap(sa -> sa.dialogue().exchanges().stream()
                        .filter(IkeOutcome::mayAgree)
                        .filter(exchange -> refusals(sa)
                                .noneMatch(notice -> refused(sa, notice)
                                        .filter(exchange.kind()::equals)
                                        .isPresent())))
                .mapToLong(Exchange::firstNanos);
    }

    /** When SAs of the two were first seen in use, on whatever link. */
    private LongStream firstUses() {
        Map<List<Object>, Long> first = new HashMap<>();
        uses().forEach(sa ->
                first.merge(List.of(sa.source(), sa.spi()), sa.span().firstNanos(), Math::min));
        return first.values().stream().mapToLong(Long::longValue);
    }

    /** Whether an SA of the two was in use before that. */
    private boolean hasEarlierSa(long nanos) {
        return firstUses().anyMatch(first -> first < nanos);
    }

    private Stream<SaTalk> uses() {
        return Stream.concat(
                seen.conclusions().facts().sas(peer.server(), peer.address()),
                seen.conclusions().facts().sas(peer.address(), peer.server()));
    }

    /** Whether anything came in for the server: else that nobody answers says nothing. */
    private boolean isHeard() {
        return seen.conclusions().facts().isSentTo(peer.server());
    }
}
