package io.github.espial.wire;

import static io.github.espial.wire.Octets.hex32;
import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * View of an IKE header, of version 2 (RFC 7296 §3.1) or of ISAKMP, which is version 1 (RFC 2408 §3.1).
 * Not thread-safe.
 *
 * <pre>
 * |         initiator's SPI, cookie in version 1 (64)             |
 * |         responder's SPI, cookie in version 1 (64)             |
 * |next payload(8)| major | minor | exchange type |   flags (8)   |
 * |                        message id (32)                        |
 * |            length of the message with this header (32)        |
 * </pre>
 */
public final class IkeView {
    /** Octets before the first payload. */
    public static final int HEADER_LENGTH = 28;

    /** Version 1: main mode, "identity protection" in RFC 2408. */
    public static final int V1_MAIN_MODE = 2;

    /** Version 1: aggressive mode. */
    public static final int V1_AGGRESSIVE = 4;

    /** Version 1: informational, where notifies and deletes travel. */
    public static final int V1_INFORMATIONAL = 5;

    /** Version 1: transaction, for configuration and extended authentication (draft-ietf-ipsec-isakmp-mode-cfg). */
    public static final int V1_TRANSACTION = 6;

    /** Version 1: quick mode, which makes the ESP SAs (RFC 2409 §5.5). */
    public static final int V1_QUICK_MODE = 32;

    /** Version 2: first exchange, in the clear. */
    public static final int V2_IKE_SA_INIT = 34;

    /** Version 2: authentication, which makes the first ESP SAs. */
    public static final int V2_IKE_AUTH = 35;

    /** Version 2: further and renewed SAs. */
    public static final int V2_CREATE_CHILD_SA = 36;

    /** Version 2: informational, where deletes and liveness checks travel. */
    public static final int V2_INFORMATIONAL = 37;

    private static final int INITIATOR_SPI = 0;
    private static final int RESPONDER_SPI = 8;
    private static final int NEXT_PAYLOAD = 16;
    private static final int VERSION = 17;
    private static final int EXCHANGE_TYPE = 18;
    private static final int FLAGS = 19;
    private static final int MESSAGE_ID = 20;
    private static final int MESSAGE_LENGTH = 24;

    private static final int V1_ENCRYPTED = 0x01;
    private static final int V2_INITIATOR = 0x08;
    private static final int V2_RESPONSE = 0x20;

    private static final int V1_NEW_GROUP_MODE = 33;
    private static final int V2_LAST_ASSIGNED = 44;

    /** Version 1: from here on for private use (RFC 2408 §3.1); Microsoft's AuthIP numbers its exchanges here. */
    private static final int V1_PRIVATE_USE = 240;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Name of an exchange as its RFC writes it; {@code exchange N} for an unknown one. */
    public static String exchangeName(int majorVersion, int exchangeType) {
        return switch (majorVersion) {
            case 1 -> version1Name(exchangeType);
            case 2 -> version2Name(exchangeType);
            default -> "exchange " + exchangeType;
        };
    }

    private static String version1Name(int exchangeType) {
        return switch (exchangeType) {
            case 1 -> "Base";
            case V1_MAIN_MODE -> "Main Mode";
            case 3 -> "Authentication Only";
            case V1_AGGRESSIVE -> "Aggressive";
            case V1_INFORMATIONAL -> "Informational";
            case V1_TRANSACTION -> "Transaction";
            case V1_QUICK_MODE -> "Quick Mode";
            case V1_NEW_GROUP_MODE -> "New Group Mode";
            default -> "exchange " + exchangeType;
        };
    }

    /** Of the IANA registry "IKEv2 Exchange Types": 38 is of RFC 5723, 39 to 41 of RFC 9838, 43 of 9242, 44 of 9370. */
    private static String version2Name(int exchangeType) {
        return switch (exchangeType) {
            case V2_IKE_SA_INIT -> "IKE_SA_INIT";
            case V2_IKE_AUTH -> "IKE_AUTH";
            case V2_CREATE_CHILD_SA -> "CREATE_CHILD_SA";
            case V2_INFORMATIONAL -> "INFORMATIONAL";
            case 38 -> "IKE_SESSION_RESUME";
            case 39 -> "GSA_AUTH";
            case 40 -> "GSA_REGISTRATION";
            case 41 -> "GSA_REKEY";
            case 43 -> "IKE_INTERMEDIATE";
            case 44 -> "IKE_FOLLOWUP_KE";
            default -> "exchange " + exchangeType;
        };
    }

    /** Points this view at big-endian {@code octets}; when false, the header does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH;
    }

    /** The initiator's SPI of the IKE SA, 64 bits, never 0; its cookie in version 1. */
    public long initiatorSpi() {
        return octets.getLong(start + INITIATOR_SPI);
    }

    /** The responder's SPI of the IKE SA, 64 bits; 0 until the responder has chosen it. */
    public long responderSpi() {
        return octets.getLong(start + RESPONDER_SPI);
    }

    /** Type of the first payload, 8 bits. */
    public int nextPayload() {
        return u8(octets, start + NEXT_PAYLOAD);
    }

    /** 1 ISAKMP with IKE version 1, 2 IKE version 2. */
    public int majorVersion() {
        return u8(octets, start + VERSION) >>> 4;
    }

    /** Minor version, 0 so far. */
    public int minorVersion() {
        return u8(octets, start + VERSION) & 0x0f;
    }

    /** Kind of exchange, 8 bits; the numbers of the two versions do not overlap in use. */
    public int exchangeType() {
        return u8(octets, start + EXCHANGE_TYPE);
    }

    /** Flags, 8 bits, with another meaning in each version. */
    public int flags() {
        return u8(octets, start + FLAGS);
    }

    /** Version 2: whether this answers a request; false in version 1, which does not tell. */
    public boolean isResponse() {
        return majorVersion() == 2 && (flags() & V2_RESPONSE) != 0;
    }

    /** Version 2: whether the sender is the one that began the IKE SA; false in version 1, which does not tell. */
    public boolean isInitiator() {
        return majorVersion() == 2 && (flags() & V2_INITIATOR) != 0;
    }

    /** Version 1: whether the payloads are encrypted; false in version 2, where a payload type tells. */
    public boolean isEncrypted() {
        return majorVersion() == 1 && (flags() & V1_ENCRYPTED) != 0;
    }

    /** Number that pairs a request with its response, unsigned 32-bit. */
    public long messageId() {
        return u32(octets, start + MESSAGE_ID);
    }

    /** Octets of the message with this header as sent, unsigned 32-bit. */
    public long messageLength() {
        return u32(octets, start + MESSAGE_LENGTH);
    }

    /**
     * Whether this may be IKE, where it is not known how much of the datagram was captured: a known version and
     * exchange, an initiator's SPI, and a length that covers at least what was captured.
     */
    public boolean isPlausible() {
        return isPlausibleHeader() && messageLength() >= length;
    }

    /**
     * Whether this may be IKE in a datagram which, captured or not, had {@code originalLength} octets from this header
     * on: as {@link #isPlausible()}, but the length must be exact.
     */
    public boolean isPlausibleIn(int originalLength) {
        return isPlausibleHeader() && messageLength() == originalLength;
    }

    private boolean isPlausibleHeader() {
        return initiatorSpi() != 0 && isKnownExchange() && messageLength() >= HEADER_LENGTH;
    }

    private boolean isKnownExchange() {
        return switch (majorVersion()) {
            case 1 -> minorVersion() == 0 && isKnownToVersion1(exchangeType());
            case 2 -> isKnownToVersion2(exchangeType());
            default -> false;
        };
    }

    private static boolean isKnownToVersion1(int exchangeType) {
        boolean isIsakmp = exchangeType >= 1 && exchangeType <= V1_TRANSACTION;
        boolean isIke = exchangeType == V1_QUICK_MODE || exchangeType == V1_NEW_GROUP_MODE;
        return isIsakmp || isIke || exchangeType >= V1_PRIVATE_USE;
    }

    private static boolean isKnownToVersion2(int exchangeType) {
        return exchangeType >= V2_IKE_SA_INIT && exchangeType <= V2_LAST_ASSIGNED;
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured after this header, within the message length where that covers the header. */
    public int payloadLength() {
        long field = messageLength();
        return (int) (field >= HEADER_LENGTH ? Math.min(field, length) : length) - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "IKE SPIs " + hex.toHexDigits(initiatorSpi()) + " " + hex.toHexDigits(responderSpi()) + " version "
                + majorVersion() + "." + minorVersion() + " " + exchangeName(majorVersion(), exchangeType())
                + " flags 0x" + Integer.toHexString(flags()) + " message " + hex32(messageId()) + " length "
                + messageLength();
    }
}
