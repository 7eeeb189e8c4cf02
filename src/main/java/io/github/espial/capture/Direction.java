package io.github.espial.capture;

/** Which way a frame went, as the capture itself says (pcapng {@code epb_flags}, bits 0 and 1). */
public enum Direction {
    /** The capture does not tell. */
    UNKNOWN,
    /** The capturing machine received the frame. */
    INBOUND,
    /** The capturing machine sent the frame. */
    OUTBOUND;

    private static final int BITS = 3;

    /** The direction in the flags word of a pcapng packet block; the value 3 is reserved and tells nothing. */
    public static Direction ofPcapngFlags(int flags) {
        int bits = flags & BITS;
        return bits == 1 ? INBOUND : bits == 2 ? OUTBOUND : UNKNOWN;
    }
}
