package io.github.espial.fuzz;

import java.util.Arrays;

/** What one try may cost: a fuzzer that is let grow its inputs tries ever fewer of them. */
final class Work {
    /** The longest conversation is of this order. */
    private static final int MOST_OCTETS = 1 << 17;

    /** The longest text: it is held against the patterns of every machine, which takes a thousand times as long. */
    static final int MOST_OF_A_TEXT = 1 << 11;

    private Work() {}

    /** {@code text}, or its beginning where it is too long. */
    static byte[] boundedText(byte[] text) {
        return text.length <= MOST_OF_A_TEXT ? text : Arrays.copyOf(text, MOST_OF_A_TEXT);
    }

    /** {@code input}, or its beginning where it is too long. */
    static byte[] bounded(byte[] input) {
        return input.length <= MOST_OCTETS ? input : Arrays.copyOf(input, MOST_OCTETS);
    }
}
