package io.github.espial.capture;

import io.github.espial.bytes.OctetWindow;

/** Tells a beginning of records by a chain of plausible ones, in octets of which nothing else is known. */
@FunctionalInterface
public interface RecordChain {
    /**
     * Whether a chain begins at {@code at}; depends on nothing but the octets from there on.
     *
     * @param at index in the buffer of {@code window}
     * @param limit index after the last octet to look at
     * @param isEnd whether the file ends at {@code limit}
     */
    boolean beginsAt(OctetWindow window, int at, int limit, boolean isEnd);
}
