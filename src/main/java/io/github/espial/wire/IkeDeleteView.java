package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of the body of a delete payload of IKE, of version 2 (RFC 7296 §3.11) or 1 (RFC 2408 §3.15). Not thread-safe.
 *
 * <pre>
 * | version 1 only: domain of interpretation (32)             |
 * | protocol (8) | octets of an SPI (8) | number of SPIs (16) |
 * | SPIs ...
 * </pre>
 */
public final class IkeDeleteView {
    /** Octets before the SPIs in version 2. */
    public static final int HEADER_LENGTH = 4;

    private static final int DOMAIN_LENGTH = 4;
    private static final int PROTOCOL = 0;
    private static final int SPI_SIZE = 1;
    private static final int COUNT = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int at;

    /**
     * Points this view at the body in big-endian {@code octets}; when false, it does not fit, or the SPIs do not: read
     * nothing.
     *
     * @param majorVersion 1 or 2
     */
    public boolean wrap(ByteBuffer octets, int start, int length, int majorVersion) {
        this.octets = octets;
        this.at = start + (majorVersion == 1 ? DOMAIN_LENGTH : 0);
        int available = start + length - at;
        return available >= HEADER_LENGTH
                && available - HEADER_LENGTH >= u8(octets, at + SPI_SIZE) * u16(octets, at + COUNT);
    }

    /** What was deleted: 1 IKE, 2 AH, 3 ESP. */
    public int protocol() {
        return u8(octets, at + PROTOCOL);
    }

    /** How many SPIs there are; 0 where the IKE SA itself is meant in version 2. */
    public int spiCount() {
        return u16(octets, at + COUNT);
    }

    /** Octets of each SPI: 4, 0 for IKE of version 2, 16 for IKE of version 1. */
    public int spiSize() {
        return u8(octets, at + SPI_SIZE);
    }

    /** Position of the first SPI. */
    public int spisStart() {
        return at + HEADER_LENGTH;
    }

    /** Octets of all SPIs. */
    public int spisLength() {
        return spiSize() * spiCount();
    }

    @Override
    public String toString() {
        return "delete " + spiCount() + " of protocol " + protocol();
    }
}
