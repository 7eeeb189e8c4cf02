package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * Walks the proposals of an SA payload of IKE, which both versions write alike (RFC 7296 §3.3.1, RFC 2408 §3.5).
 * Not thread-safe.
 *
 * <pre>
 * | 0 last, else more (8) | reserved (8) |   length with this header (16)   |
 * | number (8) | protocol (8) | octets of the SPI (8) | transforms (8)       |
 * | SPI ...                     | transforms ...
 * </pre>
 */
public final class IkeProposals {
    /** Octets of a proposal before its SPI. */
    public static final int HEADER_LENGTH = 8;

    /** Protocol: IKE itself. */
    public static final int IKE = 1;

    /** Protocol: AH. */
    public static final int AH = 2;

    /** Protocol: ESP. */
    public static final int ESP = 3;

    /** Octets before the proposals in version 1: domain of interpretation, and situation (RFC 2407 §4.6.1). */
    private static final int V1_PREFIX_LENGTH = 8;

    private static final int V1_IPSEC = 1;
    private static final int V1_IDENTITY_ONLY = 1;
    private static final int V1_SITUATION = 4;

    private static final int MORE = 0;
    private static final int PROPOSAL_LENGTH = 2;
    private static final int NUMBER = 4;
    private static final int PROTOCOL = 5;
    private static final int SPI_SIZE = 6;
    private static final int TRANSFORMS = 7;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int end;
    private int at;
    private int following;
    private boolean hasMore;

    /**
     * Goes before the first proposal in the body of an SA payload in big-endian {@code octets}; when false, it has none
     * of IPsec.
     *
     * @param majorVersion 1 or 2
     */
    public boolean wrap(ByteBuffer octets, int start, int length, int majorVersion) {
        this.octets = octets;
        this.end = start + length;
        this.at = start;
        this.following = start;
        this.hasMore = true;
        if (majorVersion > 1) {
            return true;
        }
        hasMore = length >= V1_PREFIX_LENGTH
                && octets.getInt(start) == V1_IPSEC
                && octets.getInt(start + V1_SITUATION) == V1_IDENTITY_ONLY;
        following = hasMore ? start + V1_PREFIX_LENGTH : start;
        at = following;
        return hasMore;
    }

    /** Goes to the next proposal; when false, there is none, or it contradicts itself. */
    public boolean nextProposal() {
        boolean isThere = hasMore && end - following >= HEADER_LENGTH;
        int stated = isThere ? u16(octets, following + PROPOSAL_LENGTH) : 0;
        int least = isThere ? HEADER_LENGTH + u8(octets, following + SPI_SIZE) : 0;
        if (!isThere || stated < least || stated > end - following) {
            hasMore = false;
            return false;
        }
        at = following;
        following = at + stated;
        hasMore = u8(octets, at + MORE) != 0;
        return true;
    }

    /** Number of the proposal, from 1; in version 1 those of one number are offered together. */
    public int number() {
        return isAtOne() ? u8(octets, at + NUMBER) : 0;
    }

    /** {@link #IKE}, {@link #AH}, {@link #ESP}, or another. */
    public int protocol() {
        return isAtOne() ? u8(octets, at + PROTOCOL) : 0;
    }

    /** How many transforms it states to have. */
    public int transforms() {
        return isAtOne() ? u8(octets, at + TRANSFORMS) : 0;
    }

    /** Position of the SPI that the sender has chosen. */
    public int spiStart() {
        return isAtOne() ? at + HEADER_LENGTH : at;
    }

    /** Octets of the SPI: 0, 4, or 8 for IKE. */
    public int spiLength() {
        return isAtOne() ? u8(octets, at + SPI_SIZE) : 0;
    }

    /** Position of the first transform. */
    public int transformsStart() {
        return spiStart() + spiLength();
    }

    /** Octets of all transforms. */
    public int transformsLength() {
        return isAtOne() ? following - transformsStart() : 0;
    }

    private boolean isAtOne() {
        return following > at;
    }

    @Override
    public String toString() {
        return "proposal " + number() + " protocol " + protocol() + " transforms " + transforms();
    }
}
