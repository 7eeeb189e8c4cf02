package io.github.espial.observe.tally;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;

/**
 * A walk over the rows of a table for who asks between whom and where only: of a flood the rows themselves are not made.
 * Begins before the first row. Not thread-safe, and good until the table changes.
 */
public final class LinkRows {
    private final FactTable<?> table;
    private int row = -1;
    /** The row that {@link #hop} was made of, which many rows after it have too; -1: none was. */
    private int hopRow = -1;

    private Hop hop = HopKey.hop(0, 0, 0);

    LinkRows(FactTable<?> table) {
        this.table = table;
    }

    /** Goes to the next row; false where there is none. */
    public boolean next() {
        row++;
        return row < table.rows();
    }

    public Traffic traffic() {
        return Traffic.of(HopKey.tag(table, row));
    }

    public Hop hop() {
        if (hopRow < 0 || !isOnSameLink(hopRow)) {
            hop = HopKey.hop(table, row);
            hopRow = row;
        }
        return hop;
    }

    public IpAddress source() {
        return HopKey.source(table, row);
    }

    public IpAddress destination() {
        return HopKey.destination(table, row);
    }

    public long frames() {
        return SpanColumns.frames(table, row);
    }

    /** The words of a link tell the traffic and the IP version as well. */
    private boolean isOnSameLink(int other) {
        for (int word = 0; word < HopKey.LINK_WORDS; word++) {
            if (table.key(row, word) != table.key(other, word)) {
                return false;
            }
        }
        return true;
    }
}
