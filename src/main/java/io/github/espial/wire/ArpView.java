package io.github.espial.wire;

import static io.github.espial.wire.Octets.ipv4Text;
import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.macText;
import static io.github.espial.wire.Octets.u16;

import io.github.espial.net.EtherTypes;
import java.nio.ByteBuffer;

/**
 * View of an ARP packet that resolves IPv4 addresses to MACs (RFC 826). Not thread-safe.
 *
 * <pre>
 * |       hardware type (16)      |       protocol type (16)      |
 * | MAC octets (8)| addr octets(8)|         operation (16)        |
 * | sender MAC (48) | sender address (32) | target MAC (48) | target address (32) |
 * </pre>
 */
public final class ArpView {
    /** Octets of the packet; what follows is padding. */
    public static final int PACKET_LENGTH = 28;

    private static final int HARDWARE_ETHERNET = 1;

    /** Hardware type of IEEE 802 networks, which some hosts use over LLC/SNAP (RFC 1042). */
    private static final int HARDWARE_IEEE_802 = 6;

    private static final int MAC_OCTETS_AND_ADDRESS_OCTETS = 0x0604;

    private static final int REQUEST = 1;
    private static final int REPLY = 2;

    private static final int HARDWARE_TYPE = 0;
    private static final int PROTOCOL_TYPE = 2;
    private static final int ADDRESS_LENGTHS = 4;
    private static final int OPERATION = 6;
    private static final int SENDER_MAC = 8;
    private static final int SENDER_ADDRESS = 14;
    private static final int TARGET_MAC = 18;
    private static final int TARGET_ADDRESS = 24;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;

    /**
     * Points this view at big-endian {@code octets}; when false, the packet does not fit or is not about MACs and IPv4
     * addresses: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        return length >= PACKET_LENGTH
                && isHardwareWithMacs(u16(octets, start + HARDWARE_TYPE))
                && u16(octets, start + PROTOCOL_TYPE) == EtherTypes.IPV4
                && u16(octets, start + ADDRESS_LENGTHS) == MAC_OCTETS_AND_ADDRESS_OCTETS;
    }

    private static boolean isHardwareWithMacs(int hardwareType) {
        return hardwareType == HARDWARE_ETHERNET || hardwareType == HARDWARE_IEEE_802;
    }

    /** 1 request, 2 reply; others are of other protocols, such as InARP. */
    public int operation() {
        return u16(octets, start + OPERATION);
    }

    /** MAC that the sender claims for {@link #senderAddress()}. */
    public long senderMac() {
        return mac(octets, start + SENDER_MAC);
    }

    /** Address that the sender claims to have; 0 in a probe (RFC 5227 §2.1.1). */
    public int senderAddress() {
        return octets.getInt(start + SENDER_ADDRESS);
    }

    /** MAC of the station that a reply is for; without meaning in a request. */
    public long targetMac() {
        return mac(octets, start + TARGET_MAC);
    }

    /** Address asked for in a request; in a gratuitous packet the sender's own. */
    public int targetAddress() {
        return octets.getInt(start + TARGET_ADDRESS);
    }

    /** Whether {@link #operation()} asks who has the target address. */
    public boolean isRequest() {
        return operation() == REQUEST;
    }

    /** Whether {@link #operation()} answers that the sender has its address. */
    public boolean isReply() {
        return operation() == REPLY;
    }

    @Override
    public String toString() {
        return "ARP operation " + operation() + " sender " + macText(senderMac()) + " " + ipv4Text(senderAddress())
                + " target " + macText(targetMac()) + " " + ipv4Text(targetAddress());
    }
}
