package io.github.espial.wire;

import static io.github.espial.wire.Octets.u32;

import java.nio.ByteBuffer;

/**
 * View of a whole stack of MPLS labels (RFC 3032 §2.1). Not thread-safe.
 *
 * <pre>
 * | label (20) | traffic class (3) | bottom of stack (1) | time to live (8) |  once for each label
 * </pre>
 */
public final class MplsView {
    private static final int ENTRY_LENGTH = 4;
    private static final int BOTTOM_OF_STACK = 0x100;
    private static final int LABEL_SHIFT = 12;

    /** More labels than any network stacks: a malformed frame. */
    private static final int GREATEST_STACK = 16;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int stackLength;

    /** Points this view at big-endian {@code octets}; when false, the stack has no bottom there: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        int longest = Math.min(length, GREATEST_STACK * ENTRY_LENGTH);
        for (int at = 0; at + ENTRY_LENGTH <= longest; at += ENTRY_LENGTH) {
            if ((octets.getInt(start + at) & BOTTOM_OF_STACK) != 0) {
                stackLength = at + ENTRY_LENGTH;
                return true;
            }
        }
        return false;
    }

    /** Labels in the stack, 1 to 16. */
    public int labels() {
        return stackLength / ENTRY_LENGTH;
    }

    /** The label at the bottom, 20 bits: what the payload is, is known only to who assigned it. */
    public int bottomLabel() {
        return (int) (u32(octets, start + stackLength - ENTRY_LENGTH) >>> LABEL_SHIFT);
    }

    /** Position of the first octet after the stack. */
    public int payloadStart() {
        return start + stackLength;
    }

    /** Octets captured after the stack. */
    public int payloadLength() {
        return length - stackLength;
    }

    @Override
    public String toString() {
        return "MPLS labels " + labels() + " bottom " + bottomLabel();
    }
}
