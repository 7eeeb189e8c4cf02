package io.github.espial.observe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTableTest {
    private static final int KEY_WORDS = 3;
    private static final Fold[] FOLDS = Fold.values();
    private static final int UNLIMITED = 1 << 20;

    /** One thing that happened to the row of a key. */
    private record Event(List<Long> key, long value) {}

    /** A row, as it can be compared. */
    private record Row(List<Long> key, List<Long> values, List<Long> trail) {}

    /** The numbers of the frames that a row saw, in order: tells a merge in the wrong order from the right one. */
    private static final class Trail implements Mergeable<Trail> {
        private final List<Long> values = new ArrayList<>();

        @Override
        public void merge(Trail next, long nanos) {
            values.addAll(next.values);
        }

        @Override
        public void write(FieldWriter to) throws IOException {
            to.number(values.size());
            for (long value : values) {
                to.number(value);
            }
        }

        @Override
        public void read(FieldReader from) throws IOException {
            for (int left = from.count(UNLIMITED, 1); left > 0; left--) {
                values.add(from.number());
            }
        }
    }

    /** The table of some events in a row; their frames are numbered from 1. */
    private static final class Part {
        private final FactTable<Trail> table;
        private long frames;

        Part(List<Event> events, int limit) {
            table = new FactTable<>(KEY_WORDS, limit, Trail::new, FOLDS);
            events.forEach(this::add);
        }

        private void add(Event event) {
            frames++;
            int row = table.row(words(event.key()));
            if (row == FactTable.LEFT_OUT) {
                return;
            }
            for (int column = 0; column < FOLDS.length; column++) {
                table.fold(row, column, FOLDS[column].isFrame() ? FrameWord.of(0, frames) : event.value());
            }
            table.attachment(row).values.add(event.value());
        }

        Part merge(Part next) {
            table.merge(next.table, Placement.behind(capture -> frames));
            frames += next.frames;
            return this;
        }

        List<Row> rows() {
            return IntStream.range(0, table.rows()).mapToObj(this::row).toList();
        }

        private Row row(int row) {
            return new Row(
                    IntStream.range(0, KEY_WORDS)
                            .mapToObj(word -> table.key(row, word))
                            .toList(),
                    IntStream.range(0, FOLDS.length)
                            .mapToObj(column -> table.value(row, column))
                            .toList(),
                    List.copyOf(table.attachment(row).values));
        }
    }

    private static long[] words(List<Long> key) {
        return key.stream().mapToLong(Long::longValue).toArray();
    }

    /** Events of {@code keys} keys that differ in a bit here and there, some of them often. */
    private static List<Event> events(long seed, int keys, int count) {
        Random random = new Random(seed);
        List<List<Long>> choices = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            choices.add(List.of((long) i >>> 8, (long) i & 0xff, 1L << random.nextInt(64)));
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int key = random.nextBoolean() ? random.nextInt(keys) : random.nextInt(Math.min(keys, 8));
            events.add(new Event(choices.get(key), random.nextInt(1_000)));
        }
        return events;
    }

    /** What a table of {@code events} has to hold, counted with the JDK's collections. */
    private static List<Row> expected(List<Event> events) {
        Map<List<Long>, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            byKey.computeIfAbsent(events.get(i).key(), key -> new ArrayList<>()).add(i);
        }
        return byKey.entrySet().stream()
                .map(entry -> expected(entry.getKey(), entry.getValue(), events))
                .toList();
    }

    private static Row expected(List<Long> key, List<Integer> at, List<Event> events) {
        List<Long> values = at.stream().map(i -> events.get(i).value()).toList();
        return new Row(
                key,
                List.of(
                        values.stream().mapToLong(Long::longValue).sum(),
                        values.stream().mapToLong(Long::longValue).min().orElseThrow(),
                        values.stream().mapToLong(Long::longValue).max().orElseThrow(),
                        values.stream().mapToLong(Long::longValue).min().orElseThrow(),
                        values.stream().mapToLong(Long::longValue).max().orElseThrow(),
                        values.stream().reduce(0L, (left, right) -> left | right),
                        at.get(0) + 1L,
                        at.get(at.size() - 1) + 1L),
                values);
    }

    /** The events of one row, cut into pieces at random places, some of them empty. */
    private static List<Part> cut(List<Event> events, Random random, int pieces, int limit) {
        int[] bounds = IntStream.concat(IntStream.of(0, events.size()), random.ints(pieces - 1L, 0, events.size() + 1))
                .sorted()
                .toArray();
        return IntStream.range(0, pieces)
                .mapToObj(i -> new Part(events.subList(bounds[i], bounds[i + 1]), limit))
                .toList();
    }

    @Test
    void findsARowAgain() {
        FactTable<FactTable.Nothing> table = FactTable.plain(2, 10, Fold.SUM);
        int one = table.row(new long[] {1, 2});
        int other = table.row(new long[] {2, 1});
        assertThat(other).isNotEqualTo(one);
        assertThat(table.row(new long[] {1, 2})).isEqualTo(one);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.key(other, 0)).isEqualTo(2);
        assertThat(table.isSampled()).isFalse();
    }

    @Test
    void doesNotKeepTheArrayOfAKey() {
        FactTable<FactTable.Nothing> table = FactTable.plain(1, 10, Fold.SUM);
        long[] key = {7};
        table.row(key);
        key[0] = 8;
        assertThat(table.key(0, 0)).isEqualTo(7);
        assertThat(table.row(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 33, 1_000, 50_000})
    void agreesWithAHashMapHoweverItGrows(int keys) {
        List<Event> events = events(keys, keys, 3 * keys);

        Part whole = new Part(events, UNLIMITED);

        assertThat(whole.rows()).isEqualTo(expected(events));
        assertThat(whole.table.isSampled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyCutGivesTheSameRowsInTheSameOrder(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(seed, 300, 2_000);
        for (int pieces = 1; pieces <= 20; pieces++) {
            Part merged = new Part(List.of(), UNLIMITED);
            cut(events, random, pieces, UNLIMITED).forEach(merged::merge);

            assertThat(merged.rows()).isEqualTo(expected(events));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mergesInAnyGrouping(long seed) {
        Random random = new Random(seed);
        List<Event> events = events(seed, 200, 1_000);
        for (int limit : new int[] {UNLIMITED, 50}) {
            List<Part> parts = cut(events, random, 3, limit);
            List<Row> leftFirst = cut(events, new Random(seed), 3, limit).stream()
                    .reduce(Part::merge)
                    .orElseThrow()
                    .rows();
            Part last = new Part(List.of(), limit).merge(parts.get(1)).merge(parts.get(2));
            List<Row> rightFirst =
                    new Part(List.of(), limit).merge(parts.get(0)).merge(last).rows();

            assertThat(rightFirst).isEqualTo(leftFirst);
        }
    }

    @Test
    void leavesWhatItMergesAsItIs() {
        List<Event> events = events(9, 100, 500);
        Part next = new Part(events, UNLIMITED);

        new Part(events(10, 100, 500), 20).merge(next).merge(next);

        assertThat(next.rows()).isEqualTo(expected(events));
    }

    @Test
    void anEmptyTableIsTheIdentityOfMerge() {
        List<Event> events = events(11, 100, 500);
        Part empty = new Part(List.of(), 30);

        List<Row> alone = new Part(events, 30).rows();

        assertThat(new Part(List.of(), 30).merge(new Part(events, 30)).rows()).isEqualTo(alone);
        assertThat(new Part(events, 30).merge(empty).rows()).isEqualTo(alone);
        assertThat(empty.rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 500, 800})
    void beyondTheLimitKeepsTheSameWholeRowsHoweverItIsCut(int limit) {
        Random random = new Random(limit);
        List<Event> events = events(limit, 1_000, 5_000);
        Map<List<Long>, Row> all = new HashMap<>();
        expected(events).forEach(row -> all.put(row.key(), row));

        Part whole = new Part(events, limit);

        assertThat(whole.table.isSampled()).isTrue();
        assertThat(whole.rows()).hasSizeLessThanOrEqualTo(limit);
        assertThat(whole.rows()).allSatisfy(row -> assertThat(row).isEqualTo(all.get(row.key())));
        for (int pieces = 1; pieces <= 10; pieces++) {
            Part merged = new Part(List.of(), limit);
            cut(events, random, pieces, limit).forEach(merged::merge);
            assertThat(merged.rows()).isEqualTo(whole.rows());
            assertThat(merged.table.isSampled()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 64, 500, UNLIMITED})
    void keepsTheSameRowsWhenItWasWritten(int limit) throws IOException {
        List<Event> events = events(limit, 1_000, 5_000);
        Part whole = new Part(events, limit);

        Part merged = reread(new Part(events.subList(0, 2_000), limit), limit);
        merged.merge(reread(new Part(events.subList(2_000, events.size()), limit), limit));

        assertThat(merged.rows()).isEqualTo(whole.rows());
        assertThat(merged.table.isSampled()).isEqualTo(whole.table.isSampled());
    }

    private static Part reread(Part part, int limit) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        TableForm.write(part.table, new FieldWriter(octets));
        FieldReader from = new FieldReader(ByteBuffer.wrap(octets.toByteArray()));
        Part read = new Part(List.of(), limit);
        TableForm.read(read.table, from, 0, (table, row) -> true);
        from.end();
        read.frames = part.frames;
        return read;
    }

    @Test
    void refusesRowsThatNoTableHas() throws IOException {
        Part two = new Part(List.of(new Event(List.of(0L, 1L, 2L), 3), new Event(List.of(0L, 1L, 4L), 3)), UNLIMITED);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        TableForm.write(two.table, new FieldWriter(octets));
        FieldReader from = new FieldReader(ByteBuffer.wrap(octets.toByteArray()));

        assertThatThrownBy(() -> TableForm.read(new Part(List.of(), 1).table, from, 0, (table, row) -> true))
                .hasMessageContaining("2, expected 1 at most");
        // No sample of a share of 1 in 2^48 holds either key.
        byte[] sampled = octets.toByteArray();
        sampled[0] = 48;
        assertThatThrownBy(() -> TableForm.read(
                        new Part(List.of(), UNLIMITED).table,
                        new FieldReader(ByteBuffer.wrap(sampled)),
                        0,
                        (table, row) -> true))
                .hasMessageContaining("a key that cannot be in row 0");
        assertThatThrownBy(() -> TableForm.read(
                        new Part(List.of(), UNLIMITED).table,
                        new FieldReader(ByteBuffer.wrap(octets.toByteArray())),
                        0,
                        (table, row) -> row == 0))
                .hasMessageContaining("row 1 of the section");
    }

    @Test
    void keepsAFairShareBeyondTheLimit() {
        Part whole = new Part(events(12, 20_000, 60_000), 1_000);

        // Each step halves the rows, give or take: a table that keeps almost none would tell nothing.
        assertThat(whole.rows()).hasSizeBetween(400, 1_000);
    }

    @Test
    void keepsAllAtTheLimit() {
        List<Event> events = events(13, 100, 4_000);
        int keys = expected(events).size();

        assertThat(new Part(events, keys).table.isSampled()).isFalse();
        assertThat(new Part(events, keys).rows()).isEqualTo(expected(events));
        assertThat(new Part(events, keys - 1).table.isSampled()).isTrue();
    }
}
