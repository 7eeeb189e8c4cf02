package io.github.espial.wire;

import java.nio.ByteBuffer;

/**
 * View of what UDP carries on the NAT traversal port: ESP, IKE after a marker, or a keepalive (RFC 3948 §2).
 * Not thread-safe.
 *
 * <pre>
 * ESP        |          SPI, not 0 (32)          |  sequence number (32)  | ...
 * IKE        |       non-ESP marker, 0 (32)      |  IKE header ...
 * keepalive  | ff (8) |
 * </pre>
 */
public final class UdpEncapsulationView {
    /** Octets of the zeros that tell IKE from ESP (RFC 3948 §2.2). */
    public static final int NON_ESP_MARKER_LENGTH = 4;

    private static final int NON_ESP_MARKER = 0;
    private static final byte KEEPALIVE = (byte) 0xff;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at the payload of UDP in big-endian {@code octets}; when false, it is empty: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length > 0;
    }

    /** Whether this is a NAT-keepalive, of a single octet. */
    public boolean isKeepalive() {
        return length == 1 && octets.get(start) == KEEPALIVE;
    }

    /** Whether IKE follows. */
    public boolean hasNonEspMarker() {
        return length >= NON_ESP_MARKER_LENGTH && octets.getInt(start) == NON_ESP_MARKER;
    }

    /** Whether this is the header of UDP-encapsulated ESP. */
    public boolean isEsp() {
        return length >= EspView.HEADER_LENGTH && octets.getInt(start) != NON_ESP_MARKER;
    }

    /** Position of the first octet of ESP; only with {@link #isEsp()}. */
    public int espStart() {
        return start;
    }

    /** Octets of ESP captured; 0 without {@link #isEsp()}. */
    public int espLength() {
        return isEsp() ? length : 0;
    }

    /** Position of the first octet after the non-ESP marker; only with {@link #hasNonEspMarker()}. */
    public int ikeStart() {
        return hasNonEspMarker() ? start + NON_ESP_MARKER_LENGTH : start;
    }

    /** Octets captured after the non-ESP marker; 0 without {@link #hasNonEspMarker()}. */
    public int ikeLength() {
        return hasNonEspMarker() ? length - NON_ESP_MARKER_LENGTH : 0;
    }

    @Override
    public String toString() {
        if (isKeepalive()) {
            return "NAT-keepalive";
        }
        return hasNonEspMarker() ? "non-ESP marker" : isEsp() ? "UDP-encapsulated ESP" : "neither ESP nor IKE";
    }
}
