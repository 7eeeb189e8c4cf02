package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of the body of a notify payload of IKE, of version 2 (RFC 7296 §3.10) or 1 (RFC 2408 §3.14). Not thread-safe.
 *
 * <pre>
 * | version 1 only: domain of interpretation (32)              |
 * | protocol (8) | octets of the SPI (8) |      type (16)      |
 * | SPI ...                  | data ...
 * </pre>
 */
public final class IkeNotifyView {
    /** Octets before the SPI in version 2. */
    public static final int HEADER_LENGTH = 4;

    /** Octets of the domain of interpretation, which version 2 does not have. */
    private static final int DOMAIN_LENGTH = 4;

    private static final int PROTOCOL = 0;
    private static final int SPI_SIZE = 1;
    private static final int TYPE = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int at;
    private int end;

    /**
     * Points this view at the body in big-endian {@code octets}; when false, it does not fit, or the SPI does not: read
     * nothing.
     *
     * @param majorVersion 1 or 2
     */
    public boolean wrap(ByteBuffer octets, int start, int length, int majorVersion) {
        this.octets = octets;
        this.at = start + (majorVersion == 1 ? DOMAIN_LENGTH : 0);
        this.end = start + length;
        return end - at >= HEADER_LENGTH && end - at >= HEADER_LENGTH + u8(octets, at + SPI_SIZE);
    }

    /** Whose SPI follows: 1 IKE, 2 AH, 3 ESP; 0 where none does. */
    public int protocol() {
        return u8(octets, at + PROTOCOL);
    }

    /** What is notified, 16 bits; each version has numbers of its own. */
    public int type() {
        return u16(octets, at + TYPE);
    }

    /** Position of the SPI that it is about. */
    public int spiStart() {
        return at + HEADER_LENGTH;
    }

    /** Octets of the SPI; 0 where it is about the IKE SA itself. */
    public int spiLength() {
        return u8(octets, at + SPI_SIZE);
    }

    /** Position of the data. */
    public int dataStart() {
        return spiStart() + spiLength();
    }

    /** Octets of the data. */
    public int dataLength() {
        return end - dataStart();
    }

    @Override
    public String toString() {
        return "notify " + type() + " protocol " + protocol() + " data " + dataLength();
    }
}
