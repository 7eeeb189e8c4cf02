package io.github.espial.context.file;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which parsers do not recognise a line, whatever follows it. The same lines come again, above all where a start is read in
 * several ways to find out what was put around it, and all parsers would be asked of each.
 */
final class Refusals {
    private static final int MOST_LINES = 1 << 12;
    private static final int LONGEST = 1 << 8;

    private final Map<String, BitSet> byLine = new HashMap<>();

    /** The places of these parsers in their list, to be added to: kept unless there are very many lines, or it is very long. */
    BitSet of(String line) {
        BitSet known = byLine.get(line);
        if (known != null) {
            return known;
        }
        BitSet refusals = new BitSet();
        if (byLine.size() < MOST_LINES && line.length() <= LONGEST) {
            byLine.put(line, refusals);
        }
        return refusals;
    }
}
