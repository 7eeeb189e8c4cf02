package io.github.espial.wire;

import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.macText;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an IEEE 802.11 data frame that is not encrypted (IEEE 802.11 §9.3.2). Not thread-safe.
 *
 * <pre>
 * | frame control (16) | duration (16) | address 1 (48) | address 2 (48) | address 3 (48) | sequence (16) |
 * | address 4 (48), between access points | QoS (16), if of that kind | HT (32), if QoS and ordered | LLC ...
 * </pre>
 */
public final class WirelessView {
    /** Octets of the shortest header. */
    public static final int SHORTEST_LENGTH = 24;

    private static final int TYPE = 0;
    private static final int FLAGS = 1;
    private static final int ADDRESS_1 = 4;
    private static final int ADDRESS_2 = 10;
    private static final int ADDRESS_3 = 16;
    private static final int ADDRESS_4 = 24;
    private static final int MAC_LENGTH = 6;
    private static final int QOS_LENGTH = 2;
    private static final int HT_LENGTH = 4;

    /** Version 0 and type 2 in the low four bits: a data frame. */
    private static final int VERSION_AND_TYPE = 0x0f;

    private static final int DATA = 0x08;

    /** Bit of the subtype: there is no payload. */
    private static final int NO_DATA = 0x40;

    /** Bit of the subtype: a QoS field follows. */
    private static final int QOS = 0x80;

    private static final int TO_ACCESS_POINT = 0x01;
    private static final int FROM_ACCESS_POINT = 0x02;
    private static final int PROTECTED = 0x40;
    private static final int ORDERED = 0x80;

    /** Bit of the QoS field: several frames in one, each with a header of its own. */
    private static final int AGGREGATED = 0x80;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int headerLength;

    /** Whether this is a data frame of which only the header can be read: after {@link #wrap}, both MACs. */
    public static boolean isEncrypted(ByteBuffer octets, int start, int length) {
        if (length < SHORTEST_LENGTH) {
            return false;
        }
        int flags = u8(octets, start + FLAGS);
        boolean hasFourth = (flags & TO_ACCESS_POINT) != 0 && (flags & FROM_ACCESS_POINT) != 0;
        return (u8(octets, start + TYPE) & (VERSION_AND_TYPE | NO_DATA)) == DATA
                && (flags & PROTECTED) != 0
                && length >= SHORTEST_LENGTH + (hasFourth ? MAC_LENGTH : 0);
    }

    /** Points this view at big-endian {@code octets}; when false, there is nothing here to read in the clear. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < SHORTEST_LENGTH) {
            return false;
        }
        int type = u8(octets, start + TYPE);
        int flags = u8(octets, start + FLAGS);
        if ((type & VERSION_AND_TYPE) != DATA || (type & NO_DATA) != 0 || (flags & PROTECTED) != 0) {
            return false;
        }
        int qos = SHORTEST_LENGTH + (isBetweenAccessPoints() ? MAC_LENGTH : 0);
        headerLength = qos;
        if ((type & QOS) != 0) {
            headerLength += QOS_LENGTH + ((flags & ORDERED) != 0 ? HT_LENGTH : 0);
            return headerLength <= length && (u8(octets, start + qos) & AGGREGATED) == 0;
        }
        return headerLength <= length;
    }

    /** MAC of the station that the frame is for in the end, beyond the access point. */
    public long destinationMac() {
        boolean isToAccessPoint = (u8(octets, start + FLAGS) & TO_ACCESS_POINT) != 0;
        return mac(octets, start + (isToAccessPoint ? ADDRESS_3 : ADDRESS_1));
    }

    /** MAC of the station that sent the frame at first, before the access point. */
    public long sourceMac() {
        if (isBetweenAccessPoints()) {
            return mac(octets, start + ADDRESS_4);
        }
        boolean isFromAccessPoint = (u8(octets, start + FLAGS) & FROM_ACCESS_POINT) != 0;
        return mac(octets, start + (isFromAccessPoint ? ADDRESS_3 : ADDRESS_2));
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured after this header, a frame check sequence included if the capture has it. */
    public int payloadLength() {
        return length - headerLength;
    }

    private boolean isBetweenAccessPoints() {
        int both = TO_ACCESS_POINT | FROM_ACCESS_POINT;
        return (u8(octets, start + FLAGS) & both) == both;
    }

    @Override
    public String toString() {
        return "IEEE 802.11 " + macText(destinationMac()) + " from " + macText(sourceMac());
    }
}
