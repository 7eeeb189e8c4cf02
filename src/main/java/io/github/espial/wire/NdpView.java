package io.github.espial.wire;

import static io.github.espial.wire.Octets.ipv6Text;
import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a neighbor discovery message with the options that name MACs (RFC 4861 §4). Not thread-safe.
 *
 * <p>It is wrapped around the whole ICMPv6 message. Only the octets of this message are judged: that the hop limit was
 * 255, so that no router forwarded it, is for the caller to see.
 *
 * <pre>
 * |    type (8)   |    code (8)   |         checksum (16)         |
 * |  flags (8) or hop limit and flags, router lifetime, reserved  |
 * |        target address (128): NS, NA and redirect              |
 * |        destination address (128): redirect                    |
 * |  options: type (8), length in 8 octets (8), content           |
 * </pre>
 */
public final class NdpView {
    /** Type: a host asks for routers. */
    public static final int ROUTER_SOLICITATION = 133;

    /** Type: a router tells of itself. */
    public static final int ROUTER_ADVERTISEMENT = 134;

    /** Type: a node asks for the MAC of the target address. */
    public static final int NEIGHBOR_SOLICITATION = 135;

    /** Type: a node tells the MAC of the target address. */
    public static final int NEIGHBOR_ADVERTISEMENT = 136;

    /** Type: a router names a better next hop, the target, for a destination. */
    public static final int REDIRECT = 137;

    private static final int TYPE = 0;
    private static final int FLAGS = 4;
    private static final int ROUTER_LIFETIME = 6;
    private static final int TARGET = 8;
    private static final int DESTINATION = 24;

    private static final int ROUTER_FLAG = 0x80;
    private static final int SOLICITED_FLAG = 0x40;
    private static final int OVERRIDE_FLAG = 0x20;

    private static final int OPTION_UNIT = 8;
    private static final int OPTION_HEADER_LENGTH = 2;
    private static final int SOURCE_LINK_ADDRESS = 1;
    private static final int TARGET_LINK_ADDRESS = 2;
    private static final int REDIRECTED_HEADER = 4;
    private static final int REDIRECTED_HEADER_RESERVED = 8;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private boolean hasSourceLinkAddress;
    private boolean hasTargetLinkAddress;
    private long sourceLinkAddress;
    private long targetLinkAddress;
    private int redirectedHeaderStart;
    private int redirectedHeaderLength;

    /**
     * Points this view at an ICMPv6 message in big-endian {@code octets}; when false, it is no neighbor discovery or
     * the part before the options does not fit: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        hasSourceLinkAddress = false;
        hasTargetLinkAddress = false;
        sourceLinkAddress = 0;
        targetLinkAddress = 0;
        redirectedHeaderStart = start;
        redirectedHeaderLength = 0;
        int fixed = length > 0 ? fixedLength(type()) : 0;
        if (fixed == 0 || fixed > length) {
            return false;
        }
        readOptions(start + fixed, start + length);
        return true;
    }

    /** Octets before the options; 0 for other types. */
    private static int fixedLength(int type) {
        return switch (type) {
            case ROUTER_SOLICITATION -> 8;
            case ROUTER_ADVERTISEMENT -> 16;
            case NEIGHBOR_SOLICITATION, NEIGHBOR_ADVERTISEMENT -> 24;
            case REDIRECT -> 40;
            default -> 0;
        };
    }

    private void readOptions(int from, int end) {
        int position = from;
        while (position + OPTION_HEADER_LENGTH <= end) {
            int optionLength = u8(octets, position + 1) * OPTION_UNIT;
            if (optionLength == 0) {
                return;
            }
            readOption(position, optionLength, end);
            position += optionLength;
        }
    }

    private void readOption(int position, int optionLength, int end) {
        int type = u8(octets, position);
        boolean isMac = optionLength == OPTION_UNIT && position + optionLength <= end;
        if (type == SOURCE_LINK_ADDRESS && isMac) {
            hasSourceLinkAddress = true;
            sourceLinkAddress = mac(octets, position + OPTION_HEADER_LENGTH);
        } else if (type == TARGET_LINK_ADDRESS && isMac) {
            hasTargetLinkAddress = true;
            targetLinkAddress = mac(octets, position + OPTION_HEADER_LENGTH);
        } else if (type == REDIRECTED_HEADER && position + REDIRECTED_HEADER_RESERVED < end) {
            // The last option of a redirect, and the one that a snap length cuts: what is there is worth reading.
            redirectedHeaderStart = position + REDIRECTED_HEADER_RESERVED;
            redirectedHeaderLength = Math.min(position + optionLength, end) - redirectedHeaderStart;
        }
    }

    /** One of the five types, {@link #ROUTER_SOLICITATION} to {@link #REDIRECT}. */
    public int type() {
        return u8(octets, start + TYPE);
    }

    /** Neighbor advertisement: whether the sender is a router. */
    public boolean isRouter() {
        return hasFlag(ROUTER_FLAG);
    }

    /** Neighbor advertisement: whether it answers a solicitation. */
    public boolean isSolicited() {
        return hasFlag(SOLICITED_FLAG);
    }

    /** Neighbor advertisement: whether it replaces a MAC that is known already. */
    public boolean isOverride() {
        return hasFlag(OVERRIDE_FLAG);
    }

    private boolean hasFlag(int flag) {
        return type() == NEIGHBOR_ADVERTISEMENT && (u8(octets, start + FLAGS) & flag) != 0;
    }

    /** Router advertisement: seconds for which the sender may be a default gateway, 16 bits; 0 means it is none. */
    public int routerLifetimeSeconds() {
        return type() == ROUTER_ADVERTISEMENT ? u16(octets, start + ROUTER_LIFETIME) : 0;
    }

    /** Whether this type has a target address. */
    public boolean hasTarget() {
        return type() >= NEIGHBOR_SOLICITATION;
    }

    /** First 64 bits of the target address; 0 without {@link #hasTarget()}. */
    public long targetHigh() {
        return hasTarget() ? octets.getLong(start + TARGET) : 0;
    }

    /** Last 64 bits of the target address; 0 without {@link #hasTarget()}. */
    public long targetLow() {
        return hasTarget() ? octets.getLong(start + TARGET + Long.BYTES) : 0;
    }

    /** Redirect: first 64 bits of the destination; 0 for other types. */
    public long destinationHigh() {
        return type() == REDIRECT ? octets.getLong(start + DESTINATION) : 0;
    }

    /** Redirect: last 64 bits of the destination; 0 for other types. */
    public long destinationLow() {
        return type() == REDIRECT ? octets.getLong(start + DESTINATION + Long.BYTES) : 0;
    }

    /** Whether an option tells the sender's MAC. */
    public boolean hasSourceLinkAddress() {
        return hasSourceLinkAddress;
    }

    /** The sender's MAC; 0 without {@link #hasSourceLinkAddress()}. */
    public long sourceLinkAddress() {
        return sourceLinkAddress;
    }

    /** Whether an option tells the MAC of the target address. */
    public boolean hasTargetLinkAddress() {
        return hasTargetLinkAddress;
    }

    /** MAC of the target address; 0 without {@link #hasTargetLinkAddress()}. */
    public long targetLinkAddress() {
        return targetLinkAddress;
    }

    /** Redirect: position of the IPv6 header of the packet that caused it. */
    public int redirectedHeaderStart() {
        return redirectedHeaderStart;
    }

    /** Redirect: octets captured of the packet that caused it, with up to 7 of padding; 0 when it is not there. */
    public int redirectedHeaderLength() {
        return redirectedHeaderLength;
    }

    @Override
    public String toString() {
        return "NDP type " + type() + " target " + ipv6Text(targetHigh(), targetLow());
    }
}
