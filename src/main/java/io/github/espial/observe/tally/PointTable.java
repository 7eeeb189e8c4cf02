package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.observe.FrameCounts;
import io.github.espial.observe.Hop;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Fold;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.table.TableForm;
import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What each interface of each capture delivered. */
final class PointTable implements KeptTable<PointTable> {
    private static final int LINK_TYPE = 1;

    private static final int FRAMES = 0;
    private static final int TRUNCATED = 1;
    private static final int MALFORMED = 2;
    private static final int SHORTENED = 3;
    private static final int UNREAD = 4;
    private static final int WITHOUT_DESTINATION = 5;
    private static final int FIRST = 6;
    private static final int LAST = 7;

    private final FactTable<FactTable.Nothing> table;
    private final long[] key = new long[LINK_TYPE + 1];

    PointTable(int limit) {
        this.table = FactTable.plain(
                key.length,
                limit,
                Fold.SUM,
                Fold.SUM,
                Fold.SUM,
                Fold.SUM,
                Fold.SUM,
                Fold.SUM,
                Fold.FIRST_TIME,
                Fold.LAST_TIME);
    }

    /** Counts the frame; returns its row, or {@link FactTable#LEFT_OUT}. */
    int add(int capture, Frame frame, Content content, Dissector packet) {
        key[0] = HopKey.point(capture, frame, 0, 0);
        key[LINK_TYPE] = frame.linkType();
        int row = table.row(key);
        if (row == FactTable.LEFT_OUT) {
            return row;
        }
        count(row, frame);
        if (content == Content.UNREAD) {
            table.sum(row, UNREAD, 1);
        } else if (content == Content.MALFORMED) {
            table.sum(row, frame.isTruncated() ? SHORTENED : MALFORMED, 1);
        } else if (content.isTunnel() && !packet.hasDestinationMac()) {
            table.sum(row, WITHOUT_DESTINATION, 1);
        }
        return row;
    }

    /** Counts a frame of which nothing else is to be said in a row that has been found before. */
    void count(int row, Frame frame) {
        table.sum(row, FRAMES, 1);
        if (frame.isTruncated()) {
            table.sum(row, TRUNCATED, 1);
        }
        if (frame.hasTime()) {
            table.least(row, FIRST, frame.nanos());
            table.greatest(row, LAST, frame.nanos());
        }
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        TableForm.write(table, to);
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        TableForm.read(table, from, capture, PointTable::holds);
    }

    private static boolean holds(FactTable<?> read, int row) {
        return read.value(row, FRAMES) > 0 && read.key(row, LINK_TYPE) == (int) read.key(row, LINK_TYPE);
    }

    /** Takes in what {@code next} counted, file by file: only what the rows are handed out with names the stream. */
    @Override
    public void merge(PointTable next, Placement how) {
        table.merge(next.table, how.unplaced());
    }

    int rowsWithin(PointTable whole) {
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

    /** @param streamOf the stream of a capture, both as the places of files in the case */
    List<PointTally> rows(IntUnaryOperator streamOf) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> tally(row, streamOf))
                .toList();
    }

    private PointTally tally(int row, IntUnaryOperator streamOf) {
        Hop.Point ofFile = HopKey.point(table.key(row, 0));
        return new PointTally(
                ofFile.capture(),
                new Hop.Point(streamOf.applyAsInt(ofFile.capture()), ofFile.interfaceId()),
                (int) table.key(row, LINK_TYPE),
                new FrameCounts(
                        table.value(row, FRAMES),
                        table.value(row, TRUNCATED),
                        table.value(row, MALFORMED),
                        table.value(row, SHORTENED),
                        table.value(row, UNREAD),
                        table.value(row, WITHOUT_DESTINATION)),
                table.value(row, FIRST),
                table.value(row, LAST));
    }
}
