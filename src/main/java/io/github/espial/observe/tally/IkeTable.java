package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.HostChoice;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import io.github.espial.wire.IkeView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** IKE messages per link, exchange type and direction. */
final class IkeTable implements KeptTable<IkeTable> {
    private static final int MESSAGE = HopKey.WORDS;
    private static final long RESPONSE = 1L << 16;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[MESSAGE + 1];

    IkeTable(int limit) {
        this.table = FactTable.plain(key.length, limit, SpanColumns.and());
    }

    void add(int capture, Frame frame, Dissector packet) {
        IkeView ike = packet.ike();
        boolean isResponse = ike.majorVersion() > 1 && ike.isResponse();
        HopKey.write(key, capture, frame, packet, 0);
        key[MESSAGE] = (isResponse ? RESPONSE : 0) | ((long) ike.majorVersion() << 8) | ike.exchangeType();
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
        TableForm.read(table, from, capture, IkeTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        return HopKey.holdsHosts(read, row, 1) && SpanColumns.holds(read, row);
    }

    @Override
    public void merge(IkeTable next, Placement how) {
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

    /** What is kept, of the sources and destinations that are wanted. */
    List<IkeExchange> rows(HostChoice which) {
        List<IkeExchange> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            IpAddress source = HopKey.source(table, row);
            IpAddress destination = HopKey.destination(table, row);
            if (which.has(source, destination)) {
                rows.add(exchange(row, source, destination));
            }
        }
        return List.copyOf(rows);
    }

    private IkeExchange exchange(int row, IpAddress source, IpAddress destination) {
        long message = table.key(row, MESSAGE);
        return new IkeExchange(
                HopKey.hop(table, row),
                source,
                destination,
                (int) (message >>> 8) & 0xff,
                (int) message & 0xff,
                (message & RESPONSE) != 0,
                SpanColumns.span(table, row));
    }
}
