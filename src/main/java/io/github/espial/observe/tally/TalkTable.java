package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.observe.Series;
import io.github.espial.observe.SeriesTally;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Fold;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Packets from host to host, per link and kind. */
final class TalkTable implements KeptTable<TalkTable> {
    private static final int LEAST_HOPS = SpanColumns.COUNT;
    private static final int GREATEST_HOPS = LEAST_HOPS + 1;
    private static final int SEEN_FROM = LEAST_HOPS + 2;
    private static final int SENT_HERE = 1;
    private static final int RECEIVED_HERE = 2;

    private final FactTable<SeriesTally> table;
    private final boolean overTime;
    private final long[] key = new long[HopKey.WORDS];

    /**
     * @param limit rows at the most
     * @param overTime whether to keep each row's frames over time
     */
    TalkTable(int limit, boolean overTime) {
        // Rows that keep no time share one series, which stays empty.
        SeriesTally none = new SeriesTally();
        Supplier<SeriesTally> series = overTime ? SeriesTally::new : () -> none;
        this.table =
                new FactTable<>(HopKey.WORDS, limit, series, SpanColumns.and(Fold.LEAST, Fold.GREATEST, Fold.UNION));
        this.overTime = overTime;
    }

    /** Counts the frame; returns its row, or {@link FactTable#LEFT_OUT}. */
    int add(int capture, Frame frame, Dissector packet, Traffic traffic) {
        HopKey.write(key, capture, frame, packet, traffic.code);
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            count(row, capture, frame, packet.hopLimit());
            table.fold(
                    row,
                    SEEN_FROM,
                    (packet.isSentHere() ? SENT_HERE : 0) | (packet.isReceivedHere() ? RECEIVED_HERE : 0));
        }
        return row;
    }

    /** Counts a frame that was seen from where those of the row were seen. */
    void count(int row, int capture, Frame frame, int hopLimit) {
        SpanColumns.fold(table, row, capture, frame);
        table.least(row, LEAST_HOPS, hopLimit);
        table.greatest(row, GREATEST_HOPS, hopLimit);
        if (overTime && frame.hasTime()) {
            table.attachment(row).add(frame.nanos(), 1);
        }
    }

    /** Writes the words of a row's key, as {@link HopKey} has them, to the beginning of {@code to}. */
    void copyKey(int row, long[] to) {
        table.copyKey(row, to);
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, this::holds);
    }

    private boolean holds(FactTable<?> read, int row) {
        return HopKey.holdsHosts(read, row, Traffic.COUNT)
                && SpanColumns.holds(read, row)
                && (overTime || table.attachment(row).isEmpty());
    }

    @Override
    public void merge(TalkTable next, Placement how) {
        table.merge(next.table, how);
    }

    int rowsWithin(TalkTable whole) {
        return table.rowsWithin(whole.samplings());
    }

    int samplings() {
        return table.sampledBits();
    }

    @Override
    public boolean isSampled() {
        return table.isSampled();
    }

    @Override
    public long leftOut() {
        return table.sampledBits();
    }

    @Override
    public void leaveOut(long level) {
        table.sample((int) level);
    }

    /** The rows, for who asks between whom and where only. */
    LinkRows links() {
        return new LinkRows(table);
    }

    List<Talk> rows() {
        return IntStream.range(0, table.rows()).mapToObj(this::talk).toList();
    }

    private Talk talk(int row) {
        long seenFrom = table.value(row, SEEN_FROM);
        return new Talk(
                Traffic.of(HopKey.tag(table, row)),
                HopKey.hop(table, row),
                HopKey.source(table, row),
                HopKey.destination(table, row),
                SpanColumns.span(table, row),
                new Talk.HopLimits((int) table.value(row, LEAST_HOPS), (int) table.value(row, GREATEST_HOPS)),
                new Talk.Capturer((seenFrom & SENT_HERE) != 0, (seenFrom & RECEIVED_HERE) != 0),
                overTime ? table.attachment(row).series() : Series.NONE);
    }
}
