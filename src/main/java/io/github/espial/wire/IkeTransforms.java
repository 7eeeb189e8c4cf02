package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * Walks the transforms of a proposal of IKE: in version 2 each is one algorithm (RFC 7296 §3.3.2), in version 1 a whole
 * suite (RFC 2408 §3.6). Not thread-safe.
 *
 * <pre>
 * | 0 last, else more (8) | reserved (8) |   length with this header (16)   |
 * | v2: type (8), v1: number (8) | v2: reserved (8), v1: id (8) | v2: id (16) |
 * | attributes ...
 * </pre>
 */
public final class IkeTransforms {
    /** Octets of a transform before its attributes. */
    public static final int HEADER_LENGTH = 8;

    private static final int MORE = 0;
    private static final int TRANSFORM_LENGTH = 2;
    private static final int TYPE_OR_NUMBER = 4;
    private static final int V1_ID = 5;
    private static final int V2_ID = 6;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int end;
    private int at;
    private int following;
    private boolean hasMore;

    /** Goes before the first of the transforms in big-endian {@code octets}. */
    public void wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.end = start + length;
        this.at = start;
        this.following = start;
        this.hasMore = true;
    }

    /** Goes to the next transform; when false, there is none, or it contradicts itself. */
    public boolean nextTransform() {
        boolean isThere = hasMore && end - following >= HEADER_LENGTH;
        int stated = isThere ? u16(octets, following + TRANSFORM_LENGTH) : 0;
        if (stated < HEADER_LENGTH || stated > end - following) {
            hasMore = false;
            return false;
        }
        at = following;
        following = at + stated;
        hasMore = u8(octets, at + MORE) != 0;
        return true;
    }

    /** Version 2: kind of algorithm. Version 1: number of the transform in its proposal. */
    public int typeOrNumber() {
        return isAtOne() ? u8(octets, at + TYPE_OR_NUMBER) : 0;
    }

    /** Version 1: 1 for IKE itself, otherwise the cipher of ESP (RFC 2407 §4.4). */
    public int version1Id() {
        return isAtOne() ? u8(octets, at + V1_ID) : 0;
    }

    /** Version 2: the algorithm, 16 bits. */
    public int version2Id() {
        return isAtOne() ? u16(octets, at + V2_ID) : 0;
    }

    /** Position of the first attribute. */
    public int attributesStart() {
        return isAtOne() ? at + HEADER_LENGTH : at;
    }

    /** Octets of all attributes. */
    public int attributesLength() {
        return isAtOne() ? following - at - HEADER_LENGTH : 0;
    }

    private boolean isAtOne() {
        return following > at;
    }

    @Override
    public String toString() {
        return "transform " + typeOrNumber() + " id " + version2Id();
    }
}
