package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.Fault;
import io.github.espial.dissect.Opaque;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the reading of frames stopped before their end: at what is not looked into, and at what does not fit. */
final class ObstacleTable implements KeptTable<ObstacleTable> {
    private static final int OPAQUE = 0;
    private static final int MISFIT = 1;
    private static final int TAGS = 2;

    private static final int SOURCE_MAC = 1;
    private static final int DESTINATION_MAC = 2;
    /** The kind, and the link type above it; or the fault. */
    private static final int WHAT = 3;
    /** Of a fault, where. */
    private static final int OCTET = 4;

    private static final int LINK_TYPE_SHIFT = 16;
    private static final long KIND_MASK = 0xffff;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[OCTET + 1];

    ObstacleTable(int limit) {
        this.table = FactTable.plain(key.length, limit, SpanColumns.and());
    }

    /** Counts a frame that holds what {@link Dissector#opaque} tells, by the link that it was seen on. */
    void addOpaque(int capture, Frame frame, Dissector packet) {
        key[0] = HopKey.point(capture, frame, OPAQUE, 0);
        key[SOURCE_MAC] = packet.sourceMac();
        key[DESTINATION_MAC] = packet.destinationMac();
        key[WHAT] = (long) frame.linkType() << LINK_TYPE_SHIFT | packet.opaque().code();
        key[OCTET] = 0;
        count(capture, frame);
    }

    /** Counts a frame that {@link Dissector#fault} is in. */
    void addMisfit(int capture, Frame frame, Dissector packet) {
        key[0] = HopKey.point(capture, frame, MISFIT, 0);
        key[SOURCE_MAC] = MacAddress.NONE;
        key[DESTINATION_MAC] = MacAddress.NONE;
        key[WHAT] = packet.fault().code();
        key[OCTET] = packet.faultOctet();
        count(capture, frame);
    }

    private void count(int capture, Frame frame) {
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
        }
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, ObstacleTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        int tag = HopKey.tag(read, row);
        long most = tag == OPAQUE ? Opaque.count() : Fault.count();
        return tag < TAGS
                && SpanColumns.holds(read, row)
                && HopKey.isMacOrNone(read.key(row, SOURCE_MAC))
                && HopKey.isMacOrNone(read.key(row, DESTINATION_MAC))
                && read.key(row, WHAT) >= 0
                && (read.key(row, WHAT) & KIND_MASK) < most
                && read.key(row, WHAT) >>> LINK_TYPE_SHIFT <= (tag == OPAQUE ? KIND_MASK : 0)
                && read.key(row, OCTET) == (int) read.key(row, OCTET);
    }

    /** Takes in what {@code next} counted, file by file, as the points do. */
    @Override
    public void merge(ObstacleTable next, Placement how) {
        table.merge(next.table, how.unplaced());
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

    List<OpaqueTally> opaque() {
        return rows(OPAQUE)
                .mapToObj(row -> new OpaqueTally(
                        HopKey.point(table.key(row, 0)).capture(),
                        Opaque.of((int) (table.key(row, WHAT) & KIND_MASK)),
                        (int) (table.key(row, WHAT) >>> LINK_TYPE_SHIFT),
                        mac(table.key(row, SOURCE_MAC)),
                        mac(table.key(row, DESTINATION_MAC)),
                        SpanColumns.span(table, row)))
                .toList();
    }

    List<MisfitTally> misfits() {
        return rows(MISFIT)
                .mapToObj(row -> new MisfitTally(
                        HopKey.point(table.key(row, 0)).capture(),
                        Fault.of((int) table.key(row, WHAT)),
                        (int) table.key(row, OCTET),
                        SpanColumns.span(table, row)))
                .toList();
    }

    private IntStream rows(int tag) {
        return IntStream.range(0, table.rows()).filter(row -> HopKey.tag(table, row) == tag);
    }

    private static Optional<MacAddress> mac(long octets) {
        return octets == MacAddress.NONE ? Optional.empty() : Optional.of(new MacAddress(octets));
    }
}
