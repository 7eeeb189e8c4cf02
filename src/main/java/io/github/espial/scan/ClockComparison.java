package io.github.espial.scan;

import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How far the clock of one stream is ahead of another's, as packets tell that both saw.
 *
 * <p>A packet that both streams saw at times {@code a} and {@code b} tells the offset of the second clock plus the time
 * that it took from the one point to the other, or less that time if it went the other way. So the two directions of a
 * conversation are told apart, the median is taken of each, since a message that one of them saw only when it was sent
 * again is off by seconds, and the offset is midway between both. Where any conversation was seen in both directions, the
 * others do not count. Of several conversations the median is taken.
 *
 * @param packets that were compared, at least one
 * @param offsetNanos what the second clock shows more than the first
 * @param spreadNanos how far three of four packets are at the most from what their direction is to show
 * @param transitNanos the time from the one point to the other, as far as the two directions tell; 0 where only one does
 * @param isTwoWay whether packets of both directions were compared
 */
record ClockComparison(int packets, long offsetNanos, long spreadNanos, long transitNanos, boolean isTwoWay) {
    /** Of fewer, all may be chance: both ends of one SA are two. */
    private static final int FEWEST = 3;

    /** IKE sends a message again after half a second at the earliest: what differs more is not one sending. */
    private static final long AGREEMENT = 500_000_000;

    /** What NTP leaves of a difference between hosts, and less than lies between events that findings put in order. */
    private static final long LEAST = 10_000_000;

    /** A packet takes less to any host: what one direction alone shows beyond that is no transit time. */
    private static final long LONGEST_TRANSIT = 1_000_000_000;

    /** Compares when both streams saw the same packets first. */
    static ClockComparison of(Map<PacketFingerprint, FirstSeen> first, Map<PacketFingerprint, FirstSeen> second) {
        Map<Direction, List<Long>> differences = new HashMap<>();
        first.forEach((fingerprint, firstSeen) -> {
            FirstSeen other = second.get(fingerprint);
            if (other != null) {
                differences
                        .computeIfAbsent(
                                new Direction(firstSeen.source(), firstSeen.destination()), key -> new ArrayList<>())
                        .add(other.nanos() - firstSeen.nanos());
            }
        });
        boolean isTwoWay =
                differences.keySet().stream().anyMatch(direction -> differences.containsKey(direction.reverse()));
        if (isTwoWay) {
            differences.keySet().removeIf(direction -> !differences.containsKey(direction.reverse()));
        }
        return of(differences, isTwoWay);
    }

    private static ClockComparison of(Map<Direction, List<Long>> differences, boolean isTwoWay) {
        List<Long> middles = new ArrayList<>();
        List<Long> transits = new ArrayList<>();
        differences.forEach((direction, one) -> {
            List<Long> other = differences.getOrDefault(direction.reverse(), one);
            long half = (median(other) - median(one)) / 2;
            one.forEach(difference -> {
                middles.add(median(one) + half);
                transits.add(Math.abs(half));
            });
        });
        if (middles.isEmpty()) {
            return new ClockComparison(0, 0, 0, 0, false);
        }
        long offset = median(middles);
        long[] deviations = differences.entrySet().stream()
                .flatMapToLong(entry -> {
                    List<Long> one = entry.getValue();
                    List<Long> other = differences.getOrDefault(entry.getKey().reverse(), one);
                    long shown = offset - (median(other) - median(one)) / 2;
                    return one.stream().mapToLong(difference -> Math.abs(difference - shown));
                })
                .sorted()
                .toArray();
        long spread = deviations[(deviations.length * 3 - 1) / 4];
        return new ClockComparison(deviations.length, offset, spread, median(transits), isTwoWay);
    }

    /** Whether both saw enough to say anything. */
    boolean tells() {
        return packets >= FEWEST;
    }

    /** Whether what both saw tells one offset. */
    boolean agrees() {
        return spreadNanos <= AGREEMENT;
    }

    /**
     * What is to be taken for the offset: 0 where the clocks may as well be the same, for the difference is no more than
     * packets take on their way, or than they differ among themselves.
     */
    long believedNanos() {
        long doubt = LongStream.of(LEAST, spreadNanos, isTwoWay ? transitNanos : LONGEST_TRANSIT)
                .max()
                .orElse(LEAST);
        return Math.abs(offsetNanos) > doubt ? offsetNanos : 0;
    }

    /** The one in the middle; of an even number midway between the two there. */
    private static long median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        long upper = sorted[sorted.length / 2];
        long lower = sorted[(sorted.length - 1) / 2];
        return lower + (upper - lower) / 2;
    }

    /** Who sends to whom, as the first stream saw it. */
    private record Direction(IpAddress source, IpAddress destination) {
        Direction reverse() {
            return new Direction(destination, source);
        }
    }
}
