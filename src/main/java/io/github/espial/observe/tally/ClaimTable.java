package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.SeriesTally;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Which MAC claims which address on which segment, how, and when. */
final class ClaimTable implements KeptTable<ClaimTable> {
    private static final int MAC = 1;
    private static final int ADDRESS = 2;

    private final FactTable<SeriesTally> table;
    private final long[] key = new long[ADDRESS + 2];

    ClaimTable(int limit) {
        this.table = new FactTable<>(key.length, limit, SeriesTally::new, SpanColumns.and());
    }

    void add(int capture, Frame frame, int segment, Claim.Kind kind, long mac, int ipVersion, long high, long low) {
        boolean isUnspecified = high == 0 && low == 0;
        if (mac == MacAddress.NONE || isUnspecified) {
            return;
        }
        key[0] = HopKey.segment(capture, frame, segment, kind.code, ipVersion);
        key[MAC] = mac;
        key[ADDRESS] = high;
        key[ADDRESS + 1] = low;
        int row = table.row(key);
        if (row != FactTable.LEFT_OUT) {
            SpanColumns.fold(table, row, capture, frame);
            if (frame.hasTime()) {
                table.attachment(row).add(frame.nanos(), 1);
            }
        }
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, ClaimTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        return HopKey.holdsAddress(read, row, ADDRESS)
                && SpanColumns.holds(read, row)
                && HopKey.tag(read, row) < Claim.Kind.COUNT
                && read.key(row, MAC) != MacAddress.NONE
                && HopKey.isMacOrNone(read.key(row, MAC));
    }

    @Override
    public void merge(ClaimTable next, Placement how) {
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

    List<Claim> rows() {
        return IntStream.range(0, table.rows()).mapToObj(this::claim).toList();
    }

    private Claim claim(int row) {
        return new Claim(
                Claim.Kind.of(HopKey.tag(table, row)),
                HopKey.point(table.key(row, 0)),
                HopKey.vlans(table.key(row, 0)),
                new MacAddress(table.key(row, MAC)),
                HopKey.address(table, row, ADDRESS),
                SpanColumns.span(table, row),
                table.attachment(row).series());
    }
}
