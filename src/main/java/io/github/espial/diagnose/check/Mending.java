package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Way;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Series;
import io.github.espial.observe.Talk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a wrong way: the same traffic took the proper one from some moment on.
 *
 * <p>The same traffic is that of the same SA, or all of the peer's where the proper way began only after the wrong one had
 * ended. A wrong way that merely fell silent, beside a proper one that was there all along, is not mended.
 *
 * @param sinceNanos when the first packet took the proper way
 * @param sent packets that did from then on
 * @param answered packets that came back from then on, as far as the series of times tells
 */
record Mending(long sinceNanos, long sent, long answered) {
    /** Empty where {@code wrong} was not followed by a proper way. */
    static Optional<Mending> of(Case facts, Peer peer, Way wrong) {
        return facts.conclusions().ways(peer).stream()
                .filter(way ->
                        way.delivery() == Way.Delivery.PROPER && way.span().hasTime())
                .flatMap(way -> since(facts, wrong, way).stream().map(since -> of(facts, peer, way, since)))
                .min((one, other) -> Long.compare(one.sinceNanos(), other.sinceNanos()));
    }

    private static Mending of(Case facts, Peer peer, Way proper, long since) {
        long sent = after(Stream.of(proper.series()), since);
        long answered = after(
                facts.conclusions()
                        .facts()
                        .ipsec(peer.address(), peer.server())
                        .filter(Talk::isProtected)
                        .map(Talk::series),
                since);
        return new Mending(since, sent, answered);
    }

    private static Optional<Long> since(Case facts, Way wrong, Way proper) {
        long end = wrong.span().lastNanos();
        if (proper.span().firstNanos() > end) {
            return Optional.of(proper.span().firstNanos());
        }
        boolean isWholeWay = !wrong.spis().isEmpty() && proper.spis().containsAll(wrong.spis());
        Optional<MacAddress> router = proper.nextHop().mac();
        List<SaTalk> moved = facts.conclusions()
                .facts()
                .sas(wrong.server(), wrong.peer())
                .filter(sa -> wrong.spis().contains(sa.spi())
                        && sa.hop().destination().equals(router))
                .filter(sa -> sa.span().hasTime())
                .toList();
        boolean wentOn = !moved.isEmpty()
                && moved.stream()
                        .allMatch(
                                sa -> sa.span().firstNanos() > end && sa.span().frames() > 0);
        return isWholeWay && wentOn
                ? moved.stream().map(sa -> sa.span().firstNanos()).min(Long::compare)
                : Optional.empty();
    }

    private static long after(Stream<Series> series, long since) {
        return series.mapToLong(one -> {
                    long frames = 0;
                    for (int i = 0; i < one.length(); i++) {
                        frames += one.startNanos(i) + one.bucketNanos() > since ? one.frames(i) : 0;
                    }
                    return frames;
                })
                .sum();
    }
}
