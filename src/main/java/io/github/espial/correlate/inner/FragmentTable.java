package io.github.espial.correlate.inner;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.FragmentedPacket;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import io.github.espial.observe.tally.SpanColumns;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fragments of inner packets by what tells of which packet they are parts, so that those without ports find the flow of
 * the first one, wherever in the capture that is. Bounded: where there are too many, {@link #isSampled} says so, and
 * nothing is to be made of the rest. Not thread-safe.
 */
public final class FragmentTable {
    /** Nanoseconds of a period as a power of two, 34 s: about what a host keeps fragments (RFC 1122 §3.3.2). */
    public static final int PERIOD_BITS = 35;

    private static final int NUMBER = InnerTable.WORDS;
    private static final int PERIOD = NUMBER + 1;
    private static final int SOURCE = PERIOD + 1;
    private static final int DESTINATION = SOURCE + 2;

    private static final int VERSION_BITS = 40;
    private static final int PROTOCOL_BITS = 32;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[DESTINATION + 2];

    /** A table of at most {@code limit} rows. */
    public FragmentTable(int limit) {
        this.table = FactTable.plain(key.length, limit, SpanColumns.and());
    }

    /**
     * Counts a frame.
     *
     * @param packet has read the frame
     * @param traffic what the frame is
     * @param attempt from 0, below {@link InnerTable#MOST_ATTEMPTS}
     * @param inner has read a fragment
     */
    public void add(int capture, Frame frame, Dissector packet, Traffic traffic, int attempt, InnerPacket inner) {
        FragmentedPacket whole = inner.whole();
        InnerTable.writeKey(key, capture, frame, packet, traffic, attempt, inner);
        key[NUMBER] = ((long) whole.hosts().version() << VERSION_BITS)
                | ((long) whole.protocol() << PROTOCOL_BITS)
                | whole.identification();
        key[PERIOD] = frame.hasTime() ? frame.nanos() >> PERIOD_BITS : 0;
        key[SOURCE] = whole.hosts().sourceHigh();
        key[SOURCE + 1] = whole.hosts().sourceLow();
        key[DESTINATION] = whole.hosts().destinationHigh();
        key[DESTINATION + 1] = whole.hosts().destinationLow();
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
        }
    }

    /**
     * Takes in what {@code next} counted, which is left as is.
     *
     * @param how where it comes to stand in the case
     */
    public void merge(FragmentTable next, Placement how) {
        table.merge(next.table, how);
    }

    void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, FragmentTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        long version = read.key(row, NUMBER) >>> VERSION_BITS;
        return version <= 6
                && InnerTable.holds(read, row)
                && IpAddress.isOne((int) version, read.key(row, SOURCE), read.key(row, SOURCE + 1))
                && IpAddress.isOne((int) version, read.key(row, DESTINATION), read.key(row, DESTINATION + 1));
    }

    /** Whether fragments were left out because there were too many. */
    public boolean isSampled() {
        return table.isSampled();
    }

    public List<InnerFragment> rows() {
        return IntStream.range(0, table.rows()).mapToObj(this::fragment).toList();
    }

    private InnerFragment fragment(int row) {
        long number = table.key(row, NUMBER);
        int version = (int) (number >>> VERSION_BITS);
        return new InnerFragment(
                InnerTable.talk(table, row),
                new InnerFragment.Whole(
                        new IpAddress(version, table.key(row, SOURCE), table.key(row, SOURCE + 1)),
                        new IpAddress(version, table.key(row, DESTINATION), table.key(row, DESTINATION + 1)),
                        (int) (number >>> PROTOCOL_BITS) & 0xff,
                        number & 0xffff_ffffL,
                        table.key(row, PERIOD)));
    }
}
