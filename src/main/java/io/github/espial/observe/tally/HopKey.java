package io.github.espial.observe.tally;

import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.FirstWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a link and a pair of hosts are written into the words of a key.
 *
 * <p>Word 0, from the high end: capture 16 bits, interface 14, outer VLAN id 12, inner VLAN id 12, VLAN tags 2, a tag of
 * the table's own 4, IP version 4. Words 1 and 2: source and destination MAC. Words 3 to 6: source and destination
 * address.
 */
public final class HopKey {
    /** Words of a link. */
    public static final int LINK_WORDS = 3;
    /** Words of a link and two hosts. */
    public static final int WORDS = LINK_WORDS + 4;

    /** Further interfaces of one capture count as this one. */
    private static final int GREATEST_INTERFACE = 0x3fff;

    /** In place of the number of VLAN tags: a tunnel carries the frame. */
    private static final int CARRIED = 3;
    /** Stands for that among VLAN ids. */
    private static final int NO_VLAN = 0x1000;

    private static final int SOURCE_MAC = 1;
    private static final int DESTINATION_MAC = 2;
    private static final int SOURCE = 3;
    private static final int DESTINATION = 5;

    private HopKey() {}

    /** Writes words 0 to 2. */
    public static void writeLink(long[] key, int capture, Frame frame, Dissector packet, int tag) {
        key[0] = word0(capture, frame.interfaceId(), packet.vlans(), tag, packet.ipVersion());
        key[SOURCE_MAC] = packet.sourceMac();
        key[DESTINATION_MAC] = packet.destinationMac();
    }

    /** Writes words 0 to 6. */
    public static void write(long[] key, int capture, Frame frame, Dissector packet, int tag) {
        writeLink(key, capture, frame, packet, tag);
        key[SOURCE] = packet.sourceHigh();
        key[SOURCE + 1] = packet.sourceLow();
        key[DESTINATION] = packet.destinationHigh();
        key[DESTINATION + 1] = packet.destinationLow();
    }

    /** Only the interface, for facts that belong to no link. */
    public static long point(int capture, Frame frame, int tag, int ipVersion) {
        return word0(capture, frame.interfaceId(), 0, tag, ipVersion);
    }

    /**
     * The interface and what tells its links apart, for facts that hold on one segment.
     *
     * @param segment as {@link Dissector#segment} tells it
     */
    public static long segment(int capture, Frame frame, int segment, int tag, int ipVersion) {
        return word0(capture, frame.interfaceId(), segment, tag, ipVersion);
    }

    public static Hop.Point point(long word0) {
        return new Hop.Point(FirstWord.capture(word0), (int) (word0 >>> 34) & GREATEST_INTERFACE);
    }

    public static Hop hop(FactTable<?> table, int row) {
        return hop(table.key(row, 0), table.key(row, SOURCE_MAC), table.key(row, DESTINATION_MAC));
    }

    /** The link that words 0 to 2 of a key tell. */
    public static Hop hop(long word0, long source, long destination) {
        return new Hop(point(word0), mac(source), mac(destination), vlans(word0));
    }

    /** VLAN ids from the outermost tag inwards; of what a tunnel carries, what tells its segment. */
    public static List<Integer> vlans(long word0) {
        List<Integer> vlans = new ArrayList<>();
        int tags = (int) (word0 >>> 8) & 3;
        if (tags > 0) {
            vlans.add((int) (word0 >>> 22) & 0xfff);
        }
        if (tags > 1) {
            vlans.add((int) (word0 >>> 10) & 0xfff);
        }
        if (tags == CARRIED) {
            vlans.add(NO_VLAN);
        }
        return List.copyOf(vlans);
    }

    public static int tag(FactTable<?> table, int row) {
        return (int) (table.key(row, 0) >>> 4) & 0xf;
    }

    public static IpAddress source(FactTable<?> table, int row) {
        return address(table, row, SOURCE);
    }

    public static IpAddress destination(FactTable<?> table, int row) {
        return address(table, row, DESTINATION);
    }

    /** The address in words {@code at} and {@code at + 1}, of the IP version that word 0 tells. */
    public static IpAddress address(FactTable<?> table, int row, int at) {
        int version = (int) table.key(row, 0) & 0xf;
        return new IpAddress(version, table.key(row, at), table.key(row, at + 1));
    }

    private static Optional<MacAddress> mac(long octets) {
        return octets == MacAddress.NONE ? Optional.empty() : Optional.of(new MacAddress(octets));
    }

    /** Whether words 0 to 2 of a row can be those of a packet's link, with a tag below {@code tags}. */
    public static boolean holdsLink(FactTable<?> table, int row, int tags) {
        int version = (int) table.key(row, 0) & 0xf;
        return tag(table, row) < tags
                && (version == 4 || version == 6)
                && isMacOrNone(table.key(row, SOURCE_MAC))
                && isMacOrNone(table.key(row, DESTINATION_MAC));
    }

    /** Whether words 0 to 6 of a row can be those of a packet. */
    public static boolean holdsHosts(FactTable<?> table, int row, int tags) {
        return holdsLink(table, row, tags) && holdsAddress(table, row, SOURCE) && holdsAddress(table, row, DESTINATION);
    }

    /** Whether words {@code at} and {@code at + 1} can be an address of the IP version that word 0 tells. */
    public static boolean holdsAddress(FactTable<?> table, int row, int at) {
        int version = (int) table.key(row, 0) & 0xf;
        return IpAddress.isOne(version, table.key(row, at), table.key(row, at + 1));
    }

    public static boolean isMacOrNone(long octets) {
        return octets == MacAddress.NONE || octets >>> 48 == 0;
    }

    private static long word0(int capture, int interfaceId, int vlans, int tag, int ipVersion) {
        long word = ((long) Math.min(interfaceId, GREATEST_INTERFACE) << 34)
                | ((long) vlans << 8)
                | ((long) tag << 4)
                | ipVersion;
        return FirstWord.at(capture, word);
    }
}
