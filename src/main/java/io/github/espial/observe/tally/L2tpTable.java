package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.correlate.inner.InnerTable;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.L2tpPacket;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.L2tpSaying;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What L2TP packets tell of tunnels and sessions, each thing once: packets that tell the same make one row. Bounded: of
 * too many a sample is kept, which does not depend on how a capture was cut. Not thread-safe.
 */
public final class L2tpTable implements KeptTable<L2tpTable> {
    private static final int OUTER_SOURCE = 1;
    private static final int OUTER_DESTINATION = OUTER_SOURCE + 2;
    private static final int SOURCE = OUTER_DESTINATION + 2;
    private static final int DESTINATION = SOURCE + 2;
    private static final int IDS = DESTINATION + 2;
    private static final int SAYING = IDS + 1;
    private static final int DETAIL = SAYING + 1;

    private static final int TRAFFIC_BITS = 16;
    private static final int ATTEMPT_BITS = 12;
    private static final int OUTER_VERSION_BITS = 8;
    private static final int VERSION_BITS = 4;
    private static final int CONTROL = 1;
    private static final int HIDING = 2;
    private static final int BROKEN = 4;

    private static final long LOW_16 = 0xffff;

    private final FactTable<L2tpTexts> table;
    private final long[] key = new long[DETAIL + 1];

    /** A table of at most {@code limit} rows. */
    public L2tpTable(int limit) {
        this.table = new FactTable<>(key.length, limit, L2tpTexts::new, SpanColumns.and());
    }

    /** Counts a packet that was in the clear. */
    void add(int capture, Frame frame, Dissector packet, Traffic traffic, L2tpPacket message) {
        add(capture, frame, packet, traffic, 0, 0, message);
    }

    /**
     * Counts a packet that ESP protected.
     *
     * @param packet has read the frame
     * @param traffic what the frame is
     * @param attempt from 0, below {@link InnerTable#MOST_ATTEMPTS}
     * @param message has read what ESP protected
     */
    public void addInner(int capture, Frame frame, Dissector packet, Traffic traffic, int attempt, L2tpPacket message) {
        add(capture, frame, packet, traffic, packet.spi(), attempt, message);
    }

    private void add(
            int capture, Frame frame, Dissector packet, Traffic traffic, long spi, int attempt, L2tpPacket message) {
        int flags = message.isControl() ? controlFlags(message) : 0;
        key[0] = ((long) traffic.code << TRAFFIC_BITS)
                | ((long) attempt << ATTEMPT_BITS)
                | ((long) packet.ipVersion() << OUTER_VERSION_BITS)
                | ((long) message.hosts().version() << VERSION_BITS)
                | flags;
        key[OUTER_SOURCE] = packet.sourceHigh();
        key[OUTER_SOURCE + 1] = packet.sourceLow();
        key[OUTER_DESTINATION] = packet.destinationHigh();
        key[OUTER_DESTINATION + 1] = packet.destinationLow();
        key[SOURCE] = message.hosts().sourceHigh();
        key[SOURCE + 1] = message.hosts().sourceLow();
        key[DESTINATION] = message.hosts().destinationHigh();
        key[DESTINATION + 1] = message.hosts().destinationLow();
        key[IDS] = (spi << 32) | ((long) message.tunnelId() << 16) | message.sessionId();
        key[SAYING] = message.isControl()
                ? words(message.messageType(), message.assignedId(), message.result(), message.error())
                : words(message.pppProtocol(), message.pppCode(), 0, 0);
        key[DETAIL] = message.isControl() ? 0 : message.pppDetail();
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
            if (message.isControl()) {
                table.attachment(row).take(message);
            }
        }
    }

    private static int controlFlags(L2tpPacket message) {
        return CONTROL | (message.isHiding() ? HIDING : 0) | (message.isBroken() ? BROKEN : 0);
    }

    private static long words(int first, int second, int third, int fourth) {
        return ((first & LOW_16) << 48) | ((second & LOW_16) << 32) | ((third & LOW_16) << 16) | (fourth & LOW_16);
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.writeUnplaced(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.readUnplaced(table, from, capture, L2tpTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        long first = read.key(row, 0);
        int outerVersion = (int) (first >>> OUTER_VERSION_BITS) & 0xf;
        int version = (int) (first >>> VERSION_BITS) & 0xf;
        return first >>> TRAFFIC_BITS < Traffic.COUNT
                && holdsAddress(read, row, OUTER_SOURCE, outerVersion)
                && holdsAddress(read, row, OUTER_DESTINATION, outerVersion)
                && holdsAddress(read, row, SOURCE, version)
                && holdsAddress(read, row, DESTINATION, version)
                && SpanColumns.holds(read, row);
    }

    private static boolean holdsAddress(FactTable<?> read, int row, int at, int version) {
        return IpAddress.isOne(version, read.key(row, at), read.key(row, at + 1));
    }

    @Override
    public void merge(L2tpTable next, Placement how) {
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

    public List<L2tpTalk> rows() {
        return IntStream.range(0, table.rows()).mapToObj(this::talk).toList();
    }

    private L2tpTalk talk(int row) {
        long first = table.key(row, 0);
        long ids = table.key(row, IDS);
        int outerVersion = (int) (first >>> OUTER_VERSION_BITS) & 0xf;
        int version = (int) (first >>> VERSION_BITS) & 0xf;
        return new L2tpTalk(
                new L2tpTalk.Carrier(
                        Traffic.of((int) (first >>> TRAFFIC_BITS)),
                        address(outerVersion, row, OUTER_SOURCE),
                        address(outerVersion, row, OUTER_DESTINATION),
                        new Spi(ids >>> 32),
                        (int) (first >>> ATTEMPT_BITS) & 0xf),
                address(version, row, SOURCE),
                address(version, row, DESTINATION),
                (int) ((ids >>> 16) & LOW_16),
                (int) (ids & LOW_16),
                (first & CONTROL) != 0 ? control(row, (int) first) : ppp(row),
                SpanColumns.span(table, row));
    }

    private L2tpSaying control(int row, int flags) {
        int assigned = word(row, 2);
        return new L2tpSaying.Control(
                word(row, 3),
                assigned == 0 ? OptionalInt.empty() : OptionalInt.of(assigned),
                code(word(row, 1)),
                code(word(row, 0)),
                (flags & HIDING) != 0,
                (flags & BROKEN) != 0,
                table.attachment(row).all());
    }

    private L2tpSaying ppp(int row) {
        return new L2tpSaying.Ppp(word(row, 3), word(row, 2), table.key(row, DETAIL));
    }

    /** One of the four words of what was said, the last as 0. */
    private int word(int row, int place) {
        return (int) ((table.key(row, SAYING) >>> (place * Short.SIZE)) & LOW_16);
    }

    /** A code, where the message has one: none of them is as large as what stands for none. */
    private static OptionalInt code(int word) {
        return word == (L2tpPacket.NONE & LOW_16) ? OptionalInt.empty() : OptionalInt.of(word);
    }

    private IpAddress address(int version, int row, int at) {
        return new IpAddress(version, table.key(row, at), table.key(row, at + 1));
    }
}
