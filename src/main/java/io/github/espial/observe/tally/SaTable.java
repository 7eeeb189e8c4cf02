package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.ClearGlance;
import io.github.espial.dissect.Dissector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.HostChoice;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.SequenceTally;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Fold;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Packets of SAs, per link. */
final class SaTable implements KeptTable<SaTable> {
    private static final int SPI = HopKey.WORDS;
    private static final int CLEAR = SpanColumns.COUNT;

    private final FactTable<SequenceTally> table;
    private final long[] key = new long[HopKey.WORDS + 1];

    SaTable(int limit) {
        this.table = new FactTable<>(key.length, limit, SequenceTally::new, SpanColumns.and(Fold.SUM));
    }

    /** Counts the packet; returns its row, or {@link FactTable#LEFT_OUT}. */
    int add(int capture, Frame frame, Dissector packet, Traffic traffic) {
        HopKey.write(key, capture, frame, packet, traffic.code);
        key[SPI] = packet.spi();
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            boolean looksClear = traffic != Traffic.AH && looksClear(frame, packet);
            count(row, capture, frame, packet.sequenceNumber(), looksClear);
        }
        return row;
    }

    /**
     * The row of an SA between the hosts, and on the link, of a conversation that is ESP or AH too; or {@link
     * FactTable#LEFT_OUT}.
     */
    int row(TalkTable talks, int talk, long spi) {
        talks.copyKey(talk, key);
        key[SPI] = spi;
        return table.row(key);
    }

    /** Counts a packet of the row's SA. */
    void count(int row, int capture, Frame frame, long sequenceNumber, boolean looksClear) {
        SpanColumns.fold(table, row, capture, frame);
        if (looksClear) {
            table.sum(row, CLEAR, 1);
        }
        table.attachment(row).add(sequenceNumber, frame.nanos());
    }

    private static boolean looksClear(Frame frame, Dissector packet) {
        return ClearGlance.at(frame.octets(), packet.espStart(), packet.espLength(), packet.espOriginalLength());
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, SaTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        return HopKey.holdsHosts(read, row, Traffic.COUNT)
                && SpanColumns.holds(read, row)
                && read.key(row, SPI) >>> Integer.SIZE == 0;
    }

    @Override
    public void merge(SaTable next, Placement how) {
        table.merge(next.table, how);
    }

    int rowsWithin(SaTable whole) {
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

    int count() {
        return table.rows();
    }

    boolean hasClearLooking() {
        for (int row = 0; row < table.rows(); row++) {
            if (SaTalk.looksClear(table.value(row, CLEAR), SpanColumns.frames(table, row))) {
                return true;
            }
        }
        return false;
    }

    /** The rows, for who asks between whom and where only. */
    LinkRows links() {
        return new LinkRows(table);
    }

    /** What is kept, of the sources and destinations that are wanted. */
    List<SaTalk> rows(HostChoice which) {
        List<SaTalk> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            IpAddress source = HopKey.source(table, row);
            IpAddress destination = HopKey.destination(table, row);
            if (which.has(source, destination)) {
                rows.add(talk(row, source, destination));
            }
        }
        return List.copyOf(rows);
    }

    private SaTalk talk(int row, IpAddress source, IpAddress destination) {
        return new SaTalk(
                Traffic.of(HopKey.tag(table, row)),
                HopKey.hop(table, row),
                source,
                destination,
                new Spi(table.key(row, SPI)),
                SpanColumns.span(table, row),
                table.attachment(row).numbers(),
                table.value(row, CLEAR));
    }
}
