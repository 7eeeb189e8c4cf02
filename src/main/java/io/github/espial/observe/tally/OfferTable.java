package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Routes that DHCP servers and advertising routers tell hosts to use. */
final class OfferTable implements KeptTable<OfferTable> {
    private static final int MAC = 1;
    private static final int GATEWAY = 2;
    private static final int DESTINATION = 4;
    private static final int PREFIX_LENGTH = 6;

    private static final int MOST_PREFIX_BITS = 128;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[PREFIX_LENGTH + 1];

    OfferTable(int limit) {
        this.table = FactTable.plain(key.length, limit, SpanColumns.and());
    }

    /** Counts an IPv4 route told by DHCP. */
    void addDhcp(int capture, Frame frame, RouterOffer.Kind kind, long client, int gateway, int prefix, int length) {
        key[0] = HopKey.point(capture, frame, kind.code, 4);
        key[MAC] = client;
        key[GATEWAY] = 0;
        key[GATEWAY + 1] = Integer.toUnsignedLong(gateway);
        key[DESTINATION] = 0;
        key[DESTINATION + 1] = Integer.toUnsignedLong(prefix);
        key[PREFIX_LENGTH] = length;
        count(capture, frame);
    }

    /** Counts a router advertisement. */
    void addAdvertisement(int capture, Frame frame, long router, long high, long low) {
        key[0] = HopKey.point(capture, frame, RouterOffer.Kind.ROUTER_ADVERTISEMENT.code, 6);
        key[MAC] = router;
        key[GATEWAY] = high;
        key[GATEWAY + 1] = low;
        key[DESTINATION] = 0;
        key[DESTINATION + 1] = 0;
        key[PREFIX_LENGTH] = 0;
        count(capture, frame);
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, OfferTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        return HopKey.holdsAddress(read, row, GATEWAY)
                && HopKey.holdsAddress(read, row, DESTINATION)
                && SpanColumns.holds(read, row)
                && HopKey.tag(read, row) < RouterOffer.Kind.COUNT
                && HopKey.isMacOrNone(read.key(row, MAC))
                && read.key(row, PREFIX_LENGTH) >= 0
                && read.key(row, PREFIX_LENGTH) <= MOST_PREFIX_BITS;
    }

    @Override
    public void merge(OfferTable next, Placement how) {
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

    List<RouterOffer> rows() {
        return IntStream.range(0, table.rows())
                .filter(row -> table.key(row, MAC) != MacAddress.NONE)
                .mapToObj(this::offer)
                .toList();
    }

    private void count(int capture, Frame frame) {
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
        }
    }

    private RouterOffer offer(int row) {
        return new RouterOffer(
                RouterOffer.Kind.of(HopKey.tag(table, row)),
                new MacAddress(table.key(row, MAC)),
                HopKey.address(table, row, GATEWAY),
                HopKey.address(table, row, DESTINATION),
                (int) table.key(row, PREFIX_LENGTH),
                SpanColumns.span(table, row));
    }
}
