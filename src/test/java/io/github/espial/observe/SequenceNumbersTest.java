package io.github.espial.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.observe.table.Reread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNumbersTest {
    /** Exceptions from an ascent by one up to which everything is kept. */
    private static final int BREAKS = 1 << 14;

    private static SequenceTally of(List<Long> numbers) {
        SequenceTally sequence = new SequenceTally();
        numbers.forEach(number -> sequence.add(number, 0));
        return sequence;
    }

    private static SequenceTally of(long... numbers) {
        return of(LongStream.of(numbers).boxed().toList());
    }

    private static Optional<SequenceNumbers.Gaps> gaps(SequenceTally... links) {
        return SequenceNumbers.gapsOver(
                Stream.of(links).map(SequenceTally::numbers).toList());
    }

    /** The same, counted naively. */
    private static SequenceNumbers.Gaps expected(List<Long> numbers) {
        TreeSet<Long> distinct = new TreeSet<>();
        long late = 0;
        for (long number : numbers) {
            boolean isBelowHighest = !distinct.isEmpty() && number < distinct.last();
            if (distinct.add(number) && isBelowHighest) {
                late++;
            }
        }
        long missing = distinct.last() - distinct.first() + 1 - distinct.size();
        return new SequenceNumbers.Gaps(missing, (long) numbers.size() - distinct.size(), late);
    }

    /** Mostly ascending numbers with loss, repetition, lateness, and here and there a new start or a wrap. */
    private static List<Long> numbers(long seed, int count) {
        Random random = new Random(seed);
        List<Long> numbers = new ArrayList<>();
        long next = random.nextBoolean() ? 1 : 0xffff_ffffL - random.nextInt(count);
        while (numbers.size() < count) {
            switch (random.nextInt(40)) {
                case 0 -> next += 1 + random.nextInt(5);
                case 1 -> numbers.add(numbers.isEmpty() ? next : numbers.get(numbers.size() - 1));
                case 2 -> numbers.add(Math.max(0, Math.min(next, 0xffff_ffffL) - random.nextInt(20)));
                case 3 -> next = random.nextInt(10) == 0 ? 1 : next;
                default -> numbers.add(next++);
            }
            next &= 0xffff_ffffL;
        }
        return numbers.stream().map(number -> number & 0xffff_ffffL).toList();
    }

    private static SequenceTally merged(List<Long> numbers, int... bounds) {
        SequenceTally merged = new SequenceTally();
        int from = 0;
        for (int bound : IntStream.concat(IntStream.of(bounds), IntStream.of(numbers.size()))
                .sorted()
                .toArray()) {
            merged.merge(of(numbers.subList(from, bound)));
            from = bound;
        }
        return merged;
    }

    @Test
    void countsAnUnbrokenAscent() {
        SequenceTally sequence = of(1, 2, 3, 4, 5);

        assertThat(sequence.numbers().lowest()).isEqualTo(1);
        assertThat(sequence.numbers().highest()).isEqualTo(5);
        assertThat(gaps(sequence)).contains(new SequenceNumbers.Gaps(0, 0, 0));
    }

    @Test
    void tellsMissingRepeatedAndLateNumbersApart() {
        // 4 and 7 are missing, 6 comes after 8, 5 and 8 come twice.
        assertThat(gaps(of(1, 2, 3, 5, 5, 8, 6, 8, 9))).contains(new SequenceNumbers.Gaps(2, 2, 1));
    }

    @Test
    void aLateNumberThatIsRepeatedIsLateOnceAndRepeatedOnce() {
        assertThat(gaps(of(1, 3, 2, 2))).contains(new SequenceNumbers.Gaps(0, 1, 1));
    }

    @Test
    void startsAnywhere() {
        assertThat(gaps(of(0))).contains(new SequenceNumbers.Gaps(0, 0, 0));
        assertThat(gaps(of(0xffff_fffeL, 0xffff_ffffL))).contains(new SequenceNumbers.Gaps(0, 0, 0));
    }

    @Test
    void aWrapIsALateNumberWithAWideGap() {
        assertThat(gaps(of(0xffff_ffffL, 0))).contains(new SequenceNumbers.Gaps(0xffff_fffeL, 0, 1));
    }

    @Test
    void aPacketSeenOnTwoLinksIsNoRepetition() {
        assertThat(gaps(of(1, 2, 3, 5), of(2, 3, 3, 7))).contains(new SequenceNumbers.Gaps(2, 1, 0));
    }

    @Test
    void hasNoGapsOfNothing() {
        assertThat(gaps()).isEmpty();
        assertThat(gaps(of(1), new SequenceTally())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithATreeSetHoweverItIsCut(long seed) {
        Random random = new Random(seed);
        List<Long> numbers = numbers(seed, 1_500);
        SequenceNumbers.Gaps expected = expected(numbers);
        assertThat(gaps(of(numbers))).contains(expected);
        for (int cuts = 0; cuts < 20; cuts++) {
            int[] bounds = random.ints(cuts, 0, numbers.size() + 1).toArray();

            SequenceTally merged = merged(numbers, bounds);

            assertThat(gaps(merged)).contains(expected);
            assertThat(merged.numbers().lowest())
                    .isEqualTo(numbers.stream().min(Long::compare).orElseThrow());
            assertThat(merged.numbers().highest())
                    .isEqualTo(numbers.stream().max(Long::compare).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mergesInAnyGrouping(long seed) {
        List<Long> numbers = numbers(seed, 300);
        for (int one = 0; one < 300; one += 37) {
            for (int other = one; other < 300; other += 41) {
                SequenceTally right = of(numbers.subList(one, other));
                right.merge(of(numbers.subList(other, 300)));
                SequenceTally whole = of(numbers.subList(0, one));
                whole.merge(right);

                assertThat(gaps(whole)).contains(expected(numbers));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tellsTheSameWhenItWasWritten(long seed) throws IOException {
        List<Long> numbers = seed == 1 ? broken(BREAKS + 1) : numbers(seed, 1_000);
        int cut = new Random(seed).nextInt(numbers.size() + 1);
        SequenceTally merged = Reread.of(of(numbers.subList(0, cut)), new SequenceTally());
        merged.merge(Reread.of(of(numbers.subList(cut, numbers.size())), new SequenceTally()));

        SequenceTally whole = of(numbers);
        assertThat(merged.numbers()).isEqualTo(whole.numbers());
    }

    @Test
    void countsCopiesOfTheFrameRightBefore() {
        assertThat(of(1, 1, 2, 2, 3, 3).numbers().copies()).isEqualTo(3);
        assertThat(of(1, 2, 1, 2).numbers().copies()).isZero();
        assertThat(merged(List.of(1L, 1L, 2L, 2L), 1, 3).numbers().copies()).isEqualTo(2);
    }

    @Test
    void takesNoLaterFrameForACopy() {
        SequenceTally sequence = new SequenceTally();
        sequence.add(1, 0);
        sequence.add(1, 1_000_000);
        sequence.add(1, 2_000_001);

        assertThat(sequence.numbers().copies()).isEqualTo(1);
    }

    @Test
    void staysExactHoweverManyCopiesThereAre() {
        List<Long> twice =
                LongStream.range(0, 4L * BREAKS).map(i -> i / 2).boxed().toList();

        assertThat(gaps(of(twice))).contains(new SequenceNumbers.Gaps(0, 2 * BREAKS, 0));
    }

    @Test
    void leavesWhatItMergesAsItIs() {
        SequenceTally next = of(5, 7, 6);

        of(1, 2, 9).merge(next);

        assertThat(gaps(next)).contains(new SequenceNumbers.Gaps(0, 0, 1));
    }

    /** Numbers of which each but the first breaks the ascent. */
    private static List<Long> broken(int breaks) {
        return LongStream.rangeClosed(0, breaks).map(i -> 2 * i).boxed().toList();
    }

    @Test
    void keepsOnlyTheBoundsBeyondTheLimit() {
        List<Long> most = broken(BREAKS);
        List<Long> tooMany = broken(BREAKS + 1);

        assertThat(gaps(of(most))).contains(new SequenceNumbers.Gaps(BREAKS, 0, 0));
        assertThat(gaps(of(tooMany))).isEmpty();
        assertThat(of(tooMany).numbers().lowest()).isZero();
        assertThat(of(tooMany).numbers().highest()).isEqualTo(2L * (BREAKS + 1));
    }

    @Test
    void reachesTheLimitHoweverItIsCut() {
        Random random = new Random(14);
        for (int breaks : new int[] {BREAKS, BREAKS + 1, 2 * BREAKS}) {
            List<Long> numbers = broken(breaks);
            for (int cuts = 0; cuts < 12; cuts++) {
                SequenceTally merged =
                        merged(numbers, random.ints(cuts, 0, numbers.size() + 1).toArray());

                assertThat(gaps(merged)).isEqualTo(gaps(of(numbers)));
                assertThat(merged.numbers().highest()).isEqualTo(2L * breaks);
            }
        }
    }

    @Test
    void stayAsTheyWereWhenTheTallyGoesOn() {
        SequenceTally tally = of(5, 7);
        SequenceNumbers before = tally.numbers();

        tally.add(6, 0);
        tally.merge(of(broken(BREAKS + 1)));

        assertThat(before).isEqualTo(of(5, 7).numbers()).isNotEqualTo(tally.numbers());
        assertThat(SequenceNumbers.gapsOver(List.of(before))).contains(new SequenceNumbers.Gaps(1, 0, 0));
    }
}
