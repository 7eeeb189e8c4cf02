package io.github.espial.diagnose.check;

import io.github.espial.net.Spi;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many sequence numbers of SAs were seen, and how many in between were not.
 *
 * @param seen numbers that a packet bore
 * @param missing numbers that none bore
 * @param scattered of the missing ones, those that are not in one long stretch
 * @param spis SAs of which some are missing
 * @param span the frames of these SAs
 */
record NumberCount(long seen, long missing, long scattered, List<Spi> spis, Optional<Span> span) {
    /** Nothing was counted. */
    static final NumberCount NONE = new NumberCount(0, 0, 0, List.of(), Optional.empty());

    /** So many numbers in a row are missing for one reason: an outage, a pause, a leap of the sender. */
    private static final long STRETCH = 64;

    NumberCount {
        spis = List.copyOf(spis);
    }

    /** The count over all SAs of {@code talks}, each over all its links. */
    static NumberCount of(Stream<SaTalk> talks) {
        Map<Key, List<SaTalk>> associations = talks.collect(
                Collectors.groupingBy(talk -> new Key(talk.traffic(), talk.spi()), TreeMap::new, Collectors.toList()));
        List<NumberCount> counts = new ArrayList<>();
        associations.forEach((key, all) -> counts.add(ofOne(key.spi(), all)));
        return sum(counts);
    }

    /** Of all numbers, the share that is missing. */
    double share() {
        return missing == 0 ? 0 : (double) missing / (seen + missing);
    }

    /** Of all numbers but those of long stretches, the share that is missing. */
    double scatteredShare() {
        return scattered == 0 ? 0 : (double) scattered / (seen + scattered);
    }

    private static NumberCount ofOne(Spi spi, List<SaTalk> talks) {
        NumberCount count =
                sum(together(talks).stream().map(NumberCount::ofContinuous).toList());
        return count.missing() == 0
                ? count
                : new NumberCount(
                        count.seen(),
                        count.missing(),
                        count.scattered(),
                        List.of(spi),
                        talks.stream().map(SaTalk::span).reduce(Span::plus));
    }

    private static NumberCount ofContinuous(List<SaTalk> talks) {
        Optional<SequenceNumbers.Coverage> numbers = SequenceNumbers.coverageOver(
                talks.stream().map(SaTalk::sequence).toList());
        if (numbers.isEmpty()) {
            return NONE;
        }
        long seen = numbers.get().seen();
        long stretch = numbers.get().longestGap();
        long missing = numbers.get().missing();
        // No line loses more in a row than all that came through: the numbers wrapped, leapt, or are another sender's.
        long counted = stretch > seen ? missing - stretch : missing;
        return new NumberCount(
                seen, counted, stretch >= STRETCH ? missing - stretch : counted, List.of(), Optional.empty());
    }

    /** Talks by captures that were made at the same time: what is missing between two captures was not lost. */
    private static List<List<SaTalk>> together(List<SaTalk> talks) {
        Map<Integer, List<SaTalk>> byCapture = talks.stream()
                .collect(
                        Collectors.groupingBy(talk -> talk.hop().point().capture(), TreeMap::new, Collectors.toList()));
        List<List<SaTalk>> inOrder = byCapture.values().stream()
                .sorted((one, other) ->
                        Long.compare(span(one).firstNanos(), span(other).firstNanos()))
                .toList();
        List<List<SaTalk>> together = new ArrayList<>();
        for (List<SaTalk> part : inOrder) {
            List<SaTalk> before = together.isEmpty() ? List.of() : together.get(together.size() - 1);
            boolean isApart = before.isEmpty()
                    || (span(before).hasTime()
                            && span(before).lastNanos() < span(part).firstNanos());
            if (isApart) {
                together.add(new ArrayList<>(part));
            } else {
                before.addAll(part);
            }
        }
        return together;
    }

    private static Span span(List<SaTalk> talks) {
        return talks.stream().map(SaTalk::span).reduce(Span::plus).orElseThrow();
    }

    private static NumberCount sum(List<NumberCount> counts) {
        return new NumberCount(
                counts.stream().mapToLong(NumberCount::seen).sum(),
                counts.stream().mapToLong(NumberCount::missing).sum(),
                counts.stream().mapToLong(NumberCount::scattered).sum(),
                counts.stream()
                        .flatMap(count -> count.spis().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                counts.stream().flatMap(count -> count.span().stream()).reduce(Span::plus));
    }

    private record Key(Traffic traffic, Spi spi) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTraffic = traffic.compareTo(other.traffic);
            return byTraffic != 0 ? byTraffic : spi.compareTo(other.spi);
        }
    }
}
