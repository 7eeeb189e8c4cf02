package io.github.espial.fuzz;

import java.util.Arrays;

/** What one try may cost: a fuzzer that is let grow its inputs tries ever fewer of them. */
final class Work {
    /** The longest sample is of this order. */
    private static final int MOST_OCTETS = 1 << 17;

    private Work() {}

    /** {@code input}, or its beginning where it is too long. */
    static byte[] bounded(byte[] input) {
        return input.length <= MOST_OCTETS ? input : Arrays.copyOf(input, MOST_OCTETS);
    }
}
