package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * Walks the payloads of an IKE message, of version 2 (RFC 7296 §3.2) or 1 (RFC 2408 §3.2), from one generic header to the
 * next. It always goes forward, so that no chain can lead it in a circle. Not thread-safe.
 *
 * <pre>
 * |next payload(8)| C |reserved(7)|  length with this header (16)  |
 * |  payload ...
 * </pre>
 *
 * <p>In version 2 the chain ends with an encrypted payload, whose next payload is the first one inside it.
 */
public final class IkePayloads {
    /** Octets of the generic header. */
    public static final int HEADER_LENGTH = 4;

    /** Type that ends a chain. */
    public static final int NONE = 0;

    /** Version 1: security association. */
    public static final int V1_SA = 1;

    /** Version 1: Diffie-Hellman value of the sender. */
    public static final int V1_KEY_EXCHANGE = 4;

    /** Version 1: identity of the sender; in quick mode one end of the traffic (RFC 2407 §4.6.2). */
    public static final int V1_IDENTITY = 5;

    /** Version 1: hash over the message, which authenticates it. */
    public static final int V1_HASH = 8;

    /** Version 1: nonce. */
    public static final int V1_NONCE = 10;

    /** Version 1: notification. */
    public static final int V1_NOTIFY = 11;

    /** Version 1: SAs that the sender has deleted. */
    public static final int V1_DELETE = 12;

    /** Version 1: vendor id. */
    public static final int V1_VENDOR_ID = 13;

    /** Version 1: hash of an address and port (RFC 3947 §3.2). */
    public static final int V1_NAT_DETECTION = 20;

    /** Version 1: the same in the drafts before RFC 3947. */
    public static final int V1_NAT_DETECTION_DRAFT = 130;

    /** Version 2: security association. */
    public static final int V2_SA = 33;

    /** Version 2: Diffie-Hellman value of the sender. */
    public static final int V2_KEY_EXCHANGE = 34;

    /** Version 2: identity of the initiator. */
    public static final int V2_IDENTITY_INITIATOR = 35;

    /** Version 2: identity of the responder. */
    public static final int V2_IDENTITY_RESPONDER = 36;

    /** Version 2: nonce. */
    public static final int V2_NONCE = 40;

    /** Version 2: notification. */
    public static final int V2_NOTIFY = 41;

    /** Version 2: SAs that the sender has deleted. */
    public static final int V2_DELETE = 42;

    /** Version 2: vendor id. */
    public static final int V2_VENDOR_ID = 43;

    /** Version 2: traffic selectors of the initiator of the exchange. */
    public static final int V2_SELECTORS_INITIATOR = 44;

    /** Version 2: traffic selectors of the responder of the exchange. */
    public static final int V2_SELECTORS_RESPONDER = 45;

    /** Version 2: encrypted payloads. */
    public static final int V2_ENCRYPTED = 46;

    /** Version 2: a part of encrypted payloads (RFC 7383 §2.5). */
    public static final int V2_ENCRYPTED_FRAGMENT = 53;

    /** Payloads that are walked: certificates and proposals make some tens. */
    public static final int MOST = 256;

    /** Why a chain was not walked to its end. */
    public enum Fault {
        /** It was, so far. */
        NONE,
        /** A payload states fewer octets than its own header has. */
        TOO_SHORT,
        /** A payload states more octets than there are. */
        PAST_END,
        /** There are more than {@link #MOST}. */
        TOO_MANY
    }

    private static final int NEXT_PAYLOAD = 0;
    private static final int FLAGS = 1;
    private static final int PAYLOAD_LENGTH = 2;
    private static final int CRITICAL = 0x80;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int end;
    private int at;
    private int following;
    private int nextType;
    private int type;
    private int count;
    private Fault fault = Fault.NONE;

    /**
     * Goes before the first payload in big-endian {@code octets}.
     *
     * @param firstType the type that the header before it states
     */
    public void wrap(ByteBuffer octets, int start, int length, int firstType) {
        this.octets = octets;
        this.end = start + length;
        this.at = start;
        this.following = start;
        this.nextType = firstType;
        this.type = NONE;
        this.count = 0;
        this.fault = Fault.NONE;
    }

    /** Goes to the next payload; when false, there is none, or {@link #fault()} tells why it cannot be read. */
    public boolean nextPayload() {
        if (nextType == NONE || fault != Fault.NONE) {
            return false;
        }
        fault = faultAt(following);
        if (fault != Fault.NONE) {
            return false;
        }
        at = following;
        type = nextType;
        count++;
        following = at + u16(octets, at + PAYLOAD_LENGTH);
        nextType = isEncrypted() ? NONE : u8(octets, at + NEXT_PAYLOAD);
        return true;
    }

    private Fault faultAt(int position) {
        if (end - position < HEADER_LENGTH) {
            return Fault.PAST_END;
        }
        int stated = u16(octets, position + PAYLOAD_LENGTH);
        if (stated < HEADER_LENGTH) {
            return Fault.TOO_SHORT;
        }
        if (stated > end - position) {
            return Fault.PAST_END;
        }
        return count == MOST ? Fault.TOO_MANY : Fault.NONE;
    }

    /** Type of the payload, 8 bits; {@link #NONE} before the first one. */
    public int type() {
        return type;
    }

    /** Whether these are encrypted payloads of version 2, or a part of them. */
    public boolean isEncrypted() {
        return type == V2_ENCRYPTED || type == V2_ENCRYPTED_FRAGMENT;
    }

    /** Version 2: whether a receiver that does not know the type has to refuse the message. */
    public boolean isCritical() {
        return type != NONE && (u8(octets, at + FLAGS) & CRITICAL) != 0;
    }

    /** Type of the first payload inside of {@link #isEncrypted()} ones; otherwise of the next payload. */
    public int followingType() {
        return type == NONE ? nextType : u8(octets, at + NEXT_PAYLOAD);
    }

    /** Position of the first octet after the generic header. */
    public int bodyStart() {
        return type == NONE ? at : at + HEADER_LENGTH;
    }

    /** Octets after the generic header; all of them are there. */
    public int bodyLength() {
        return type == NONE ? 0 : following - at - HEADER_LENGTH;
    }

    /** Position of the first octet after the payload. */
    public int restStart() {
        return following;
    }

    /** Octets after the payload. */
    public int restLength() {
        return end - following;
    }

    public Fault fault() {
        return fault;
    }

    @Override
    public String toString() {
        return "IKE payload " + type + " length " + (following - at) + " next " + followingType();
    }
}
