package io.github.espial.capture.etl;

import io.github.espial.capture.Direction;
import io.github.espial.capture.etl.InterfaceKey.Logger;
import io.github.espial.net.LinkTypes;
import java.nio.ByteBuffer;

/**
 * Packets of Microsoft-Windows-PktMon, {@code pktmon start --capture}: event 160, and 170 for one that was dropped.
 *
 * <pre>
 *  0  packet group, 64 bits; number within, appearance, 16 bits each
 * 12  direction: 1, 3, 5 receiving, 2, 4, 6 sending
 * 14  type: 1 Ethernet, 2 Wi-Fi, 3 IP, above: what IP carries, without its header
 * 16  component, edge, filter, 16 bits each; reason and place of the drop
 * 30  original length, logged length, 16 bits each
 * 34  octets
 * </pre>
 */
final class PktMonPackets {
    /** Half of the provider's GUID 4d4f80d9-c8bd-4d73-bb5b-19c90402c5ac, as {@link EventView} reads it. */
    static final long PROVIDER_LOW = 0x4D73C8BD4D4F80D9L;

    /** The other half. */
    static final long PROVIDER_HIGH = 0xACC50204C9195BBBL;

    private static final int PACKET = 160;
    private static final int DROPPED_PACKET = 170;

    private static final int NUMBER = 8;
    private static final int DIRECTION = 12;
    private static final int TYPE = 14;
    private static final int COMPONENT = 16;
    private static final int ORIGINAL_LENGTH = 30;
    private static final int LOGGED_LENGTH = 32;
    private static final int OCTETS = 34;

    private static final int UNKNOWN = 0;
    private static final int ETHERNET = 1;
    private static final int WIFI = 2;
    private static final int IP = 3;

    private PktMonPackets() {}

    /** Whether {@code event}, of this provider, is one that holds a packet. */
    static boolean isPacket(EventView event) {
        return event.id() == PACKET || event.id() == DROPPED_PACKET;
    }

    /** Reads a packet event whose payload was found; false if its lengths contradict each other, or it holds no frame. */
    static boolean read(EventView event, LoggedPacket packet) {
        ByteBuffer fields = event.fields();
        int at = event.payloadStart();
        if (event.payloadLength() < OCTETS) {
            return false;
        }
        int length = u16(fields, at + LOGGED_LENGTH);
        if (length > event.payloadLength() - OCTETS) {
            return false;
        }
        packet.octets = fields;
        packet.start = at + OCTETS;
        packet.length = length;
        packet.original = Math.max(length, u16(fields, at + ORIGINAL_LENGTH));
        packet.group = fields.getLong(at);
        packet.number = u16(fields, at + NUMBER);
        packet.direction = direction(u16(fields, at + DIRECTION));
        packet.isFirst = true;
        packet.isLast = true;
        int linkType = linkType(u16(fields, at + TYPE), packet);
        packet.place = new InterfaceKey(Logger.PKTMON, u16(fields, at + COMPONENT), 0, 0, linkType);
        return linkType >= 0;
    }

    /** A virtual switch's ingress may be what the machine sends: 5 and 6 tell nothing about the machine. */
    private static Direction direction(int tag) {
        return switch (tag) {
            case 1, 3 -> Direction.INBOUND;
            case 2, 4 -> Direction.OUTBOUND;
            default -> Direction.UNKNOWN;
        };
    }

    /** Negative for what is no frame. Drivers of Wi-Fi adapters hand over Ethernet more often than not. */
    private static int linkType(int type, LoggedPacket packet) {
        boolean isEthernet = type == ETHERNET || Media.isEthernet(packet.octets, packet.start, packet.length);
        return switch (type) {
            case ETHERNET -> LinkTypes.ETHERNET;
            case WIFI -> isEthernet ? LinkTypes.ETHERNET : Media.IEEE802_11;
            case IP -> LinkTypes.RAW;
            case UNKNOWN -> isEthernet ? LinkTypes.ETHERNET : -1;
            default -> -1;
        };
    }

    private static int u16(ByteBuffer fields, int at) {
        return Short.toUnsignedInt(fields.getShort(at));
    }
}
