package io.github.espial.capture.etl;

import io.github.espial.capture.Direction;
import io.github.espial.capture.etl.InterfaceKey.Logger;
import io.github.espial.net.LinkTypes;
import java.nio.ByteBuffer;

/**
 * Packets of Microsoft-Windows-NDIS-PacketCapture, {@code netsh trace start capture=yes}.
 *
 * <pre>
 * 1001:  0 interface of the miniport, interface below the filter; 8 length; 12 octets, then offload words or nothing
 * 1003:  0 the same two; 8 source port; 12 its name, NIC name and NIC kind (UTF-16 with a final NUL)
 *        number of destinations, each a port and three such texts; length, octets, out-of-band octets
 * keyword: 0x200 mobile broadband, 0x10000 Wi-Fi, else Ethernet;
 *        0x40000000 first, 0x80000000 last octets; 0x100000000 sent, 0x200000000 received
 * </pre>
 */
final class NdisPackets {
    /** Half of the provider's GUID 2ed6006e-4729-4609-b423-3ee7bcd678ef, as {@link EventView} reads it. */
    static final long PROVIDER_LOW = 0x460947292ED6006EL;

    /** The other half. */
    static final long PROVIDER_HIGH = 0xEF78D6BCE73E23B4L;

    private static final int FRAGMENT = 1001;
    private static final int SWITCH_FRAGMENT = 1003;

    private static final int LOWER = 4;
    private static final int LENGTH = 8;
    private static final int OCTETS = 12;
    private static final int SOURCE_PORT = 8;
    private static final int SOURCE_TEXTS = 12;
    private static final int TEXTS_OF_PORT = 3;
    private static final int MAX_DESTINATIONS = 4096;

    private static final long MOBILE_BROADBAND = 0x200;
    private static final long WIFI = 0x10000;
    private static final long FIRST = 0x40000000L;
    private static final long LAST = 0x80000000L;
    private static final long SENT = 0x100000000L;
    private static final long RECEIVED = 0x200000000L;

    private NdisPackets() {}

    /** Whether {@code event}, of this provider, is one that holds octets of a packet. */
    static boolean isPacket(EventView event) {
        return event.id() == FRAGMENT || event.id() == SWITCH_FRAGMENT;
    }

    /** Reads a packet event whose payload was found; false if its lengths contradict each other. */
    static boolean read(EventView event, LoggedPacket packet) {
        return event.id() == FRAGMENT ? readFragment(event, packet) : readSwitchFragment(event, packet);
    }

    private static boolean readFragment(EventView event, LoggedPacket packet) {
        int at = event.payloadStart();
        if (event.payloadLength() < OCTETS || !place(event, at + LENGTH, packet)) {
            return false;
        }
        readCommon(event, packet, 0);
        return true;
    }

    private static boolean readSwitchFragment(EventView event, LoggedPacket packet) {
        ByteBuffer fields = event.fields();
        int end = event.payloadStart() + event.payloadLength();
        if (event.payloadLength() < SOURCE_TEXTS) {
            return false;
        }
        int at = passTexts(fields, event.payloadStart() + SOURCE_TEXTS, end);
        if (at < 0 || at + Integer.BYTES > end) {
            return false;
        }
        int destinations = fields.getInt(at);
        at += Integer.BYTES;
        if (destinations < 0 || destinations > MAX_DESTINATIONS) {
            return false;
        }
        for (int i = 0; i < destinations && at >= 0; i++) {
            at = passTexts(fields, at + Integer.BYTES, end);
        }
        if (at < 0 || at + Integer.BYTES > end || !place(event, at, packet)) {
            return false;
        }
        readCommon(event, packet, Integer.toUnsignedLong(fields.getInt(event.payloadStart() + SOURCE_PORT)));
        return true;
    }

    /** Index after the texts of a port; negative when they exceed {@code end}. */
    private static int passTexts(ByteBuffer fields, int start, int end) {
        int at = start;
        for (int i = 0; i < TEXTS_OF_PORT && at >= 0; i++) {
            at = Utf16.end(fields, at, end);
        }
        return at;
    }

    /** Takes the length at {@code at} and the octets after it. */
    private static boolean place(EventView event, int at, LoggedPacket packet) {
        int length = event.fields().getInt(at);
        int start = at + Integer.BYTES;
        if (length < 0 || length > event.payloadStart() + event.payloadLength() - start) {
            return false;
        }
        packet.octets = event.fields();
        packet.start = start;
        packet.length = length;
        return true;
    }

    private static void readCommon(EventView event, LoggedPacket packet, long port) {
        int at = event.payloadStart();
        long keyword = event.keyword();
        int linkType = (keyword & WIFI) != 0
                ? Media.IEEE802_11
                : (keyword & MOBILE_BROADBAND) != 0 ? LinkTypes.RAW : LinkTypes.ETHERNET;
        packet.place = new InterfaceKey(
                Logger.NDIS,
                Integer.toUnsignedLong(event.fields().getInt(at)),
                Integer.toUnsignedLong(event.fields().getInt(at + LOWER)),
                port,
                linkType);
        packet.original = 0;
        packet.isFirst = (keyword & FIRST) != 0;
        packet.isLast = (keyword & LAST) != 0;
        boolean isSent = (keyword & SENT) != 0;
        boolean isReceived = (keyword & RECEIVED) != 0;
        packet.direction = isSent == isReceived ? Direction.UNKNOWN : isSent ? Direction.OUTBOUND : Direction.INBOUND;
    }
}
