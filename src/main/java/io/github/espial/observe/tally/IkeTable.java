package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import io.github.espial.wire.IkeView;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

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

    List<IkeExchange> rows() {
        return IntStream.range(0, table.rows()).mapToObj(this::exchange).toList();
    }

    private IkeExchange exchange(int row) {
        long message = table.key(row, MESSAGE);
        return new IkeExchange(
                HopKey.hop(table, row),
                HopKey.source(table, row),
                HopKey.destination(table, row),
                (int) (message >>> 8) & 0xff,
                (int) message & 0xff,
                (message & RESPONSE) != 0,
                SpanColumns.span(table, row));
    }
}
