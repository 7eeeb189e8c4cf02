package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a VRRP advertisement of version 2 (RFC 3768 §5.1) or 3 (RFC 9568 §5.1). Not thread-safe.
 *
 * <p>CARP bears the same IP protocol number, version and type, but tells no address: where it states seven of them, as
 * its fixed length reads, they do not fit, as version 2 ends in authentication data (RFC 3768 §5.3.10).
 *
 * <pre>
 * |version|  type | virtual router| priority (8)  | addresses (8) |
 * | version 2: authentication, interval; 3: interval | checksum (16) |
 * | addresses (32 each, or 128 each in IPv6) ...
 * | version 2: authentication data (64) |
 * </pre>
 */
public final class VrrpView {
    /** Octets before the addresses. */
    public static final int HEADER_LENGTH = 8;

    /** Version of IPv4 alone. */
    public static final int VERSION_2 = 2;

    /** Version of IPv4 and IPv6. */
    public static final int VERSION_3 = 3;

    /** The one type: an advertisement (RFC 9568 §5.2.2). */
    public static final int ADVERTISEMENT = 1;

    private static final int AUTHENTICATION_LENGTH = 8;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    private static final int VERSION_AND_TYPE = 0;
    private static final int VIRTUAL_ROUTER = 1;
    private static final int PRIORITY = 2;
    private static final int ADDRESSES = 3;
    private static final int CHECKSUM = 6;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /**
     * Points this view at the payload of IP in big-endian {@code octets}; when false, it does not fit or is no
     * advertisement of these versions: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < HEADER_LENGTH || (u8(octets, start + VERSION_AND_TYPE) & 0xf) != ADVERTISEMENT) {
            return false;
        }
        int behind = version() == VERSION_2 ? AUTHENTICATION_LENGTH : 0;
        return (version() == VERSION_2 || version() == VERSION_3)
                && length >= HEADER_LENGTH + addressCount() * IPV4_LENGTH + behind;
    }

    /** {@link #VERSION_2} or {@link #VERSION_3}. */
    public int version() {
        return u8(octets, start + VERSION_AND_TYPE) >>> 4;
    }

    /** Number of the virtual router on its link, 1 to 255: the last octet of its MAC (RFC 9568 §7.3). */
    public int virtualRouter() {
        return u8(octets, start + VIRTUAL_ROUTER);
    }

    /** 255 of the router that owns the addresses, 0 of one that resigns. */
    public int priority() {
        return u8(octets, start + PRIORITY);
    }

    /** Addresses of the virtual router that are listed, 0 to 255. */
    public int addressCount() {
        return u8(octets, start + ADDRESSES);
    }

    public int checksum() {
        return u16(octets, start + CHECKSUM);
    }

    /** Address {@code index}, from 0, of an advertisement in IPv4. */
    public int ipv4Address(int index) {
        return octets.getInt(start + HEADER_LENGTH + index * IPV4_LENGTH);
    }

    /** Whether this can be an advertisement in IPv6: its addresses, of which there is one at least, fit. */
    public boolean fitsIpv6() {
        return version() == VERSION_3 && addressCount() > 0 && length >= HEADER_LENGTH + addressCount() * IPV6_LENGTH;
    }

    /** The first 64 bits of address {@code index}, from 0, of an advertisement that {@link #fitsIpv6()}. */
    public long ipv6High(int index) {
        return octets.getLong(start + HEADER_LENGTH + index * IPV6_LENGTH);
    }

    /** The last 64 bits of that address. */
    public long ipv6Low(int index) {
        return octets.getLong(start + HEADER_LENGTH + index * IPV6_LENGTH + Long.BYTES);
    }

    @Override
    public String toString() {
        return "VRRP version " + version() + " router " + virtualRouter() + " priority " + priority() + " addresses "
                + addressCount();
    }
}
