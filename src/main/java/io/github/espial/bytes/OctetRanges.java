package io.github.espial.bytes;

import java.io.IOException;

/** Octets that can be read at any place, and as often as wanted. */
@FunctionalInterface
public interface OctetRanges {
    /** The octets from {@code start} up to, not including, {@code end}, or to where they end before. */
    OctetSource range(long start, long end) throws IOException;
}
