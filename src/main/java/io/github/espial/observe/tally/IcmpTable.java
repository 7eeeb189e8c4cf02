package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.Notice;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Fold;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** ICMP errors and redirects that quote traffic between two hosts. */
final class IcmpTable implements KeptTable<IcmpTable> {
    private static final int SENDER = HopKey.LINK_WORDS;
    private static final int GATEWAY = SENDER + 2;
    private static final int QUOTED_SOURCE = GATEWAY + 2;
    private static final int QUOTED_DESTINATION = QUOTED_SOURCE + 2;
    private static final int MESSAGE = QUOTED_DESTINATION + 2;

    private static final int LEAST_MTU = SpanColumns.COUNT;

    private static final long HAS_SPI = 1L << 48;
    private static final long IS_REDIRECT = 1L << 49;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[MESSAGE + 1];

    IcmpTable(int limit) {
        this.table = FactTable.plain(key.length, limit, SpanColumns.and(Fold.LEAST));
    }

    void add(int capture, Frame frame, Dissector packet, Traffic quoted) {
        Notice notice = packet.notice();
        HopKey.writeLink(key, capture, frame, packet, quoted.code);
        key[SENDER] = packet.sourceHigh();
        key[SENDER + 1] = packet.sourceLow();
        key[GATEWAY] = notice.gatewayHigh();
        key[GATEWAY + 1] = notice.gatewayLow();
        key[QUOTED_SOURCE] = notice.quotedSourceHigh();
        key[QUOTED_SOURCE + 1] = notice.quotedSourceLow();
        key[QUOTED_DESTINATION] = notice.quotedDestinationHigh();
        key[QUOTED_DESTINATION + 1] = notice.quotedDestinationLow();
        key[MESSAGE] = (notice.isRedirect() ? IS_REDIRECT : 0)
                | (notice.hasSpi() ? HAS_SPI | (notice.spi() << 16) : 0)
                | ((long) notice.type() << 8)
                | notice.code();
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
            if (notice.mtu() > 0) {
                table.least(row, LEAST_MTU, notice.mtu());
            }
        }
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, IcmpTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        return HopKey.holdsLink(read, row, Traffic.COUNT)
                && SpanColumns.holds(read, row)
                && HopKey.holdsAddress(read, row, SENDER)
                && HopKey.holdsAddress(read, row, QUOTED_SOURCE)
                && HopKey.holdsAddress(read, row, QUOTED_DESTINATION)
                && ((read.key(row, MESSAGE) & IS_REDIRECT) == 0 || HopKey.holdsAddress(read, row, GATEWAY));
    }

    @Override
    public void merge(IcmpTable next, Placement how) {
        table.merge(next.table, how);
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

    List<IcmpNotice> rows() {
        return IntStream.range(0, table.rows()).mapToObj(this::notice).toList();
    }

    private IcmpNotice notice(int row) {
        long message = table.key(row, MESSAGE);
        Optional<IpAddress> gateway =
                (message & IS_REDIRECT) != 0 ? Optional.of(HopKey.address(table, row, GATEWAY)) : Optional.empty();
        Optional<Spi> spi =
                (message & HAS_SPI) != 0 ? Optional.of(new Spi((message >>> 16) & 0xffffffffL)) : Optional.empty();
        long mtu = table.value(row, LEAST_MTU);
        return new IcmpNotice(
                HopKey.hop(table, row),
                HopKey.address(table, row, SENDER),
                (int) (message >>> 8) & 0xff,
                (int) message & 0xff,
                gateway,
                new IcmpNotice.Quotation(
                        HopKey.address(table, row, QUOTED_SOURCE),
                        HopKey.address(table, row, QUOTED_DESTINATION),
                        Traffic.of(HopKey.tag(table, row)),
                        spi),
                mtu == Fold.LEAST.empty ? OptionalLong.empty() : OptionalLong.of(mtu),
                SpanColumns.span(table, row));
    }
}
