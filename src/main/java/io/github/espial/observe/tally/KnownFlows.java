package io.github.espial.observe.tally;

import io.github.espial.bytes.OctetWords;
import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.ClearGlance;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.Opaque;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.Ports;
import io.github.espial.observe.table.FactTable;
import java.util.Arrays;

/**
 * Flows of which a frame was dissected, and the rows that it counted in. A later frame with the same headers counts there
 * without being dissected: most frames of a capture are such. Not thread-safe.
 *
 * <p>Known are ESP and TCP in IPv4 without options, in Ethernet II without tags. Of a later frame's headers
 *
 * <pre>
 *  0  MACs, EtherType, version and length   are the flow's
 * 15  services                              may differ
 * 16  total length                          leaves room for a header of ESP
 * 18  identification                        may differ
 * 20  flags, fragment offset                the offset is 0
 * 22  time to live                          is counted
 * 23  protocol                              is the flow's
 * 24  checksum                              may differ
 * 26  addresses                             are the flow's
 * 34  SPI                                   is the flow's, if it is ESP
 * 34  ports                                 are neither 4500, if it is TCP
 * 38  sequence number                       is counted, if it is ESP
 * </pre>
 */
final class KnownFlows {
    private static final int PACKET = 14;
    private static final int SECOND_WORD = 8;
    private static final int LENGTH_TO_PROTOCOL = 16;
    private static final int ADDRESSES = 26;
    private static final int PAYLOAD = 34;
    private static final int CIPHERTEXT = 42;

    /** Words have the first octet as the least significant: shifts to what stands in the word of lengths. */
    private static final int TIME_TO_LIVE = 48;

    private static final int PROTOCOL = 56;
    /** The offset among the flags, whose octets are swapped. */
    private static final long FRAGMENT_OFFSET = 0xff1fL << Integer.SIZE;

    /** Octets 12 to 14, after the services at 15 were shifted out. */
    private static final int TYPE_AND_VERSION = 40;

    /** As these octets stand in a word. */
    private static final long IPV4_WITHOUT_OPTIONS = 0x45_0008;

    private static final int GREATEST_INTERFACE = 0xffff;
    private static final int NAT_T_SWAPPED = Short.reverseBytes((short) Ports.NAT_T) & 0xffff;

    /** Places where a flow may be; a further one takes that of the one that was learnt first. */
    private static final int PLACES = 4;

    /** {@link #PLACES} and {@link #FLOWS} as powers of two. */
    private static final int PLACE_BITS = 2;

    private static final int FLOW_BITS = 13;

    /** Flows at the most. */
    private static final int FLOWS = 1 << FLOW_BITS;

    /** MACs, type and version, addresses, and last the SPI, interface, direction and protocol. */
    private static final int WORDS = 4;

    /** 2^64 divided by the golden ratio: spreads sums that differ little (Knuth, volume 3, §6.4). */
    private static final long FIBONACCI = 0x9e3779b97f4a7c15L;

    /** In place of the row of an SA: the flow is TCP. */
    private static final int NO_SA = -1;

    /** In place of a flow. */
    private static final int NONE = -1;

    /** What no frame has for a last word: there is no such direction. */
    private static final long NO_KEY = -1;

    private final int capture;
    private Observations facts;

    private final long[] keys = new long[FLOWS * WORDS];
    private final int[] points = new int[FLOWS];
    private final int[] talks = new int[FLOWS];
    private final int[] sas = new int[FLOWS];
    /** How often {@link #facts} left out keys: rows of tables that did have moved. */
    private int samplings;

    /** What the frame is known by that {@link #readKey} read last. */
    private long macs;

    private long typeAndVersion;
    private long addresses;
    private long spiToProtocol;

    /** What is counted of it. */
    private long lengthToProtocol;

    private long spiAndNumber;

    KnownFlows(int capture, Observations facts) {
        this.capture = capture;
        this.facts = facts;
        Arrays.fill(keys, NO_KEY);
    }

    /** Counts in other tables from now on: rows are of one table, so each flow has to be dissected once more. */
    void countIn(Observations others) {
        facts = others;
        samplings = 0;
        Arrays.fill(keys, NO_KEY);
    }

    /** Counts the frame if its flow is known; else it has to be dissected. */
    boolean count(Frame frame) {
        if (!readKey(frame)) {
            return false;
        }
        int flow = find();
        if (flow == NONE) {
            return false;
        }
        int hopLimit = (int) (lengthToProtocol >>> TIME_TO_LIVE) & 0xff;
        facts.points.count(points[flow], frame);
        int sa = sas[flow];
        if (sa == NO_SA) {
            facts.plainTalks.count(talks[flow], capture, frame, hopLimit);
            return true;
        }
        facts.ipsecTalks.count(talks[flow], capture, frame, hopLimit);
        int asSent = packetLength() - (PAYLOAD - PACKET);
        int captured = Math.min(asSent, frame.capturedLength() - PAYLOAD);
        boolean looksClear = ClearGlance.at(frame.octets(), frame.start() + PAYLOAD, captured, asSent);
        long number = Integer.toUnsignedLong(Integer.reverseBytes((int) (spiAndNumber >>> Integer.SIZE)));
        facts.sas.count(sa, capture, frame, number, looksClear);
        return true;
    }

    /**
     * Takes note of where the frame counted that was dissected last.
     *
     * @param packet has dissected it
     * @param point its row among the points; each may be {@link FactTable#LEFT_OUT}
     * @param talk its row among the conversations, of IPsec where it is ESP
     * @param sa its row among the SAs; of no account where it is no ESP
     */
    void learn(Frame frame, Content content, Dissector packet, int point, int talk, int sa) {
        if (samplings != facts.samplings()) {
            samplings = facts.samplings();
            Arrays.fill(keys, NO_KEY);
        }
        boolean isEsp = content == Content.ESP;
        boolean isTcp = content == Content.IP && packet.protocol() == IpProtocols.TCP;
        boolean counted = point != FactTable.LEFT_OUT && talk != FactTable.LEFT_OUT && sa != FactTable.LEFT_OUT;
        // Of a tunnel's frame, the key would be that of the packet outside, and the rows those of the packet inside.
        boolean isItsOwn = packet.hasDestinationMac() && !packet.isCarried() && packet.opaque() == Opaque.NONE;
        if ((isEsp || isTcp) && counted && isItsOwn && readKey(frame) && isPlainIpv4()) {
            int flow = firstPlace();
            shift(flow);
            int at = flow * WORDS;
            keys[at] = macs;
            keys[at + 1] = typeAndVersion;
            keys[at + 2] = addresses;
            keys[at + 3] = spiToProtocol;
            points[flow] = point;
            talks[flow] = talk;
            sas[flow] = isEsp ? sa : NO_SA;
        }
    }

    /** Moves the flows at {@code first} and behind it by one place. */
    private void shift(int first) {
        int flows = PLACES - 1;
        System.arraycopy(keys, first * WORDS, keys, (first + 1) * WORDS, flows * WORDS);
        System.arraycopy(points, first, points, first + 1, flows);
        System.arraycopy(talks, first, talks, first + 1, flows);
        System.arraycopy(sas, first, sas, first + 1, flows);
    }

    /** Reads what the flow is known by; false where the frame has to be dissected in any case. */
    private boolean readKey(Frame frame) {
        if (frame.capturedLength() < CIPHERTEXT
                || frame.linkType() != LinkTypes.ETHERNET
                || frame.interfaceId() > GREATEST_INTERFACE) {
            return false;
        }
        OctetWords octets = frame.words();
        int start = frame.start();
        lengthToProtocol = octets.at(start + LENGTH_TO_PROTOCOL);
        if ((lengthToProtocol & FRAGMENT_OFFSET) != 0 || packetLength() < CIPHERTEXT - PACKET) {
            return false;
        }
        spiAndNumber = octets.at(start + PAYLOAD);
        int protocol = (int) (lengthToProtocol >>> PROTOCOL);
        long spi = 0;
        if (protocol == IpProtocols.ESP) {
            spi = spiAndNumber << Integer.SIZE;
        } else if (isNatTraversal(spiAndNumber)) {
            return false;
        }
        macs = octets.at(start);
        typeAndVersion = octets.at(start + SECOND_WORD) << Byte.SIZE;
        addresses = octets.at(start + ADDRESSES);
        spiToProtocol = spi | ((long) frame.interfaceId() << 16) | direction(frame) | protocol;
        return true;
    }

    /** IPv4's total length. */
    private int packetLength() {
        int swapped = (int) lengthToProtocol;
        return ((swapped & 0xff) << Byte.SIZE) | ((swapped >>> Byte.SIZE) & 0xff);
    }

    /** Whether either port is that of IPsec in TCP: such a segment is no flow that is known, but is looked at. */
    private static boolean isNatTraversal(long ports) {
        return (ports & 0xffff) == NAT_T_SWAPPED || ((ports >>> 16) & 0xffff) == NAT_T_SWAPPED;
    }

    private static int direction(Frame frame) {
        Direction direction = frame.direction();
        return direction == Direction.UNKNOWN ? 0 : direction == Direction.INBOUND ? 0x100 : 0x200;
    }

    private boolean isPlainIpv4() {
        return typeAndVersion >>> TYPE_AND_VERSION == IPV4_WITHOUT_OPTIONS;
    }

    /** The flow of what was read last, or {@link #NONE}. */
    private int find() {
        int first = firstPlace();
        for (int flow = first; flow < first + PLACES; flow++) {
            if (isKey(flow)) {
                return flow;
            }
        }
        return NONE;
    }

    /** The first of the places where the flow of what was read last may be. */
    private int firstPlace() {
        long sum = ((macs * 31 + typeAndVersion) * 31 + addresses) * 31 + spiToProtocol;
        long mixed = sum * FIBONACCI;
        // The last octets of the addresses are the most significant, which a product does not carry down.
        long spread = (mixed ^ (mixed >>> Integer.SIZE)) * FIBONACCI;
        return (int) (spread >>> (Long.SIZE - FLOW_BITS + PLACE_BITS)) << PLACE_BITS;
    }

    private boolean isKey(int flow) {
        int at = flow * WORDS;
        return keys[at + 2] == addresses
                && keys[at + 3] == spiToProtocol
                && keys[at] == macs
                && keys[at + 1] == typeAndVersion;
    }
}
