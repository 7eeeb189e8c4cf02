package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of the body of an encrypted fragment of IKE version 2 (RFC 7383 §2.5). Not thread-safe.
 *
 * <pre>
 * | number of this fragment (16) | number of fragments (16) |
 * | IV, encrypted octets, ICV ...
 * </pre>
 */
public final class IkeFragmentView {
    /** Octets before the IV. */
    public static final int HEADER_LENGTH = 4;

    private static final int NUMBER = 0;
    private static final int TOTAL = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /**
     * Points this view at the body in big-endian {@code octets}; when false, it does not fit, or the number is not one of
     * the total: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH && number() >= 1 && number() <= total();
    }

    /** Number of this fragment, from 1 to {@link #total()}. */
    public int number() {
        return u16(octets, start + NUMBER);
    }

    /** How many fragments the message was cut into. */
    public int total() {
        return u16(octets, start + TOTAL);
    }

    /** Position of the IV. */
    public int sealedStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets of IV, encrypted octets and ICV. */
    public int sealedLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "fragment " + number() + " of " + total();
    }
}
