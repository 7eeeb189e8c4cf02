package io.github.espial.observe.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    /** Numbers drawn are from 0 to below this: few enough to collide, adjoin and fill gaps all the time. */
    private static final int NUMBERS = 120;

    private static Ranges rangesOf(long... numbers) {
        Ranges ranges = new Ranges();
        for (long number : numbers) {
            ranges.add(number);
        }
        return ranges;
    }

    private static Set<Long> numbersIn(Ranges ranges) {
        Set<Long> numbers = new TreeSet<>();
        for (long number = 0; number <= NUMBERS + 1; number++) {
            Ranges copy = new Ranges();
            copy.addAbove(ranges, -1);
            if (!copy.add(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    @Test
    void joinsWhatAdjoins() {
        Ranges ranges = rangesOf(10, 12, 11, 9, 13, 7);

        assertThat(ranges.size()).isEqualTo(6);
        assertThat(numbersIn(ranges)).containsExactly(7L, 9L, 10L, 11L, 12L, 13L);
    }

    @Test
    void tellsWhatIsNew() {
        Ranges ranges = rangesOf(5, 6, 9);

        assertThat(ranges.add(5)).isFalse();
        assertThat(ranges.add(6)).isFalse();
        assertThat(ranges.add(9)).isFalse();
        assertThat(ranges.add(7)).isTrue();
        assertThat(ranges.add(0)).isTrue();
        assertThat(ranges.size()).isEqualTo(5);
    }

    @Test
    void holdsTheWholeRangeOfSequenceNumbers() {
        Ranges ranges = rangesOf(0xffff_ffffL, 0, 0xffff_fffeL);

        assertThat(ranges.size()).isEqualTo(3);
        assertThat(ranges.add(0xffff_ffffL)).isFalse();
        assertThat(ranges.add(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithATreeSet(long seed) {
        Random random = new Random(seed);
        Ranges ranges = new Ranges();
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            long number = random.nextInt(NUMBERS);
            assertThat(ranges.add(number)).isEqualTo(expected.add(number));
            assertThat(ranges.size()).isEqualTo(expected.size());
        }
        assertThat(numbersIn(ranges)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void takesInWhatIsAboveAFloor(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            TreeSet<Long> expected = new TreeSet<>();
            Ranges left = randomRanges(random, expected);
            TreeSet<Long> other = new TreeSet<>();
            Ranges right = randomRanges(random, other);
            long floor = random.nextInt(NUMBERS) - 1L;

            left.addAbove(right, floor);

            expected.addAll(other.tailSet(floor, false));
            assertThat(left.size()).isEqualTo(expected.size());
            assertThat(numbersIn(left)).isEqualTo(expected);
            assertThat(numbersIn(right)).isEqualTo(other);
        }
    }

    private static Ranges randomRanges(Random random, Set<Long> numbers) {
        Ranges ranges = new Ranges();
        for (int runs = random.nextInt(8); runs > 0; runs--) {
            long first = random.nextInt(NUMBERS - 10);
            for (long number = first; number < first + random.nextInt(10); number++) {
                ranges.add(number);
                numbers.add(number);
            }
        }
        return ranges;
    }
}
