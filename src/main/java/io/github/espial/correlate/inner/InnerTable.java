package io.github.espial.correlate.inner;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import io.github.espial.observe.tally.HopKey;
import io.github.espial.observe.tally.SpanColumns;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Packets inside SAs, per link, SA and inner flow. Bounded: of too many flows a sample is kept, which does not depend on
 * how a capture was cut. Not thread-safe.
 */
public final class InnerTable {
    /** Attempts that can be told apart for one SA. */
    public static final int MOST_ATTEMPTS = 16;

    private static final int SA = HopKey.WORDS;
    private static final int KIND = SA + 1;
    private static final int SOURCE = KIND + 1;
    private static final int DESTINATION = SOURCE + 2;
    /** Words of a link, an SA and an inner flow. */
    static final int WORDS = DESTINATION + 2;

    private static final int LATER_FRAGMENT_BIT = 48;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[WORDS];

    /** A table of at most {@code limit} rows. */
    public InnerTable(int limit) {
        this.table = FactTable.plain(WORDS, limit, SpanColumns.and());
    }

    /**
     * Counts a frame.
     *
     * @param packet has read the frame
     * @param traffic what the frame is
     * @param attempt from 0, below {@link #MOST_ATTEMPTS}
     * @param inner has read what ESP protected
     */
    public void add(int capture, Frame frame, Dissector packet, Traffic traffic, int attempt, InnerPacket inner) {
        writeKey(key, capture, frame, packet, traffic, attempt, inner);
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
        }
    }

    /** Writes the first {@link #WORDS} words. */
    static void writeKey(
            long[] key, int capture, Frame frame, Dissector packet, Traffic traffic, int attempt, InnerPacket inner) {
        HopKey.write(key, capture, frame, packet, attempt);
        key[SA] = ((long) traffic.code << Integer.SIZE) | packet.spi();
        key[KIND] = ((inner.isLaterFragment() ? 1L : 0) << LATER_FRAGMENT_BIT)
                | ((long) inner.sourcePort() << 32)
                | ((long) inner.destinationPort() << 16)
                | ((long) inner.protocol() << 8)
                | ((long) inner.carriage().code() << 4)
                | inner.hosts().version();
        key[SOURCE] = inner.hosts().sourceHigh();
        key[SOURCE + 1] = inner.hosts().sourceLow();
        key[DESTINATION] = inner.hosts().destinationHigh();
        key[DESTINATION + 1] = inner.hosts().destinationLow();
    }

    /**
     * Takes in what {@code next} counted, which is left as is.
     *
     * @param how where it comes to stand in the case
     */
    public void merge(InnerTable next, Placement how) {
        table.merge(next.table, how);
    }

    void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, InnerTable::holds);
    }

    /** Whether a row can be one whose key begins with the words of {@link #writeKey}. */
    static boolean holds(FactTable<?> read, int row) {
        long traffic = read.key(row, SA) >>> Integer.SIZE;
        long kind = read.key(row, KIND);
        int version = (int) kind & 0xf;
        return HopKey.holdsHosts(read, row, MOST_ATTEMPTS)
                && (traffic == Traffic.ESP.code || traffic == Traffic.UDP_ESP.code)
                && kind >>> LATER_FRAGMENT_BIT <= 1
                && IpAddress.isOne(version, read.key(row, SOURCE), read.key(row, SOURCE + 1))
                && IpAddress.isOne(version, read.key(row, DESTINATION), read.key(row, DESTINATION + 1))
                && SpanColumns.holds(read, row);
    }

    /** Whether flows were left out because there were too many. */
    public boolean isSampled() {
        return table.isSampled();
    }

    public List<InnerTalk> rows() {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> talk(table, row))
                .toList();
    }

    /** The talk that a row of {@code table} is about, whose key begins with the words of {@link #writeKey}. */
    static InnerTalk talk(FactTable<?> table, int row) {
        long kind = table.key(row, KIND);
        int version = (int) kind & 0xf;
        return new InnerTalk(
                new OuterSa(
                        Traffic.of((int) (table.key(row, SA) >>> Integer.SIZE)),
                        HopKey.source(table, row),
                        HopKey.destination(table, row),
                        new Spi(table.key(row, SA) & 0xffff_ffffL)),
                HopKey.hop(table, row),
                HopKey.tag(table, row),
                InnerPacket.Carriage.of((int) (kind >>> 4) & 0xf),
                new FiveTuple(
                        (int) (kind >>> 8) & 0xff,
                        new IpAddress(version, table.key(row, SOURCE), table.key(row, SOURCE + 1)),
                        (int) (kind >>> 32) & 0xffff,
                        new IpAddress(version, table.key(row, DESTINATION), table.key(row, DESTINATION + 1)),
                        (int) (kind >>> 16) & 0xffff),
                (kind >>> LATER_FRAGMENT_BIT) != 0,
                SpanColumns.span(table, row));
    }
}
