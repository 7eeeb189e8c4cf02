package io.github.espial.observe.tally;

import io.github.espial.capture.Frame;
import io.github.espial.dissect.ClearGlance;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.Opaque;
import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.Ports;
import io.github.espial.observe.table.FactTable;
import java.nio.ByteBuffer;
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

    private static final long SERVICES = 0xff;
    private static final long FRAGMENT_OFFSET = 0x1fff_0000;
    private static final int IPV4_WITHOUT_OPTIONS = (EtherTypes.IPV4 << 8) | 0x45;
    private static final int GREATEST_INTERFACE = 0xffff;

    /** Flows at the most, as a power of two; a further one takes the place of another. */
    private static final int FLOW_BITS = 13;

    private static final int FLOWS = 1 << FLOW_BITS;

    /** MACs, type and version, addresses, and last the SPI, interface, direction and protocol. */
    private static final int WORDS = 4;

    /** 2^64 divided by the golden ratio: spreads sums that differ little (Knuth, volume 3, §6.4). */
    private static final long FIBONACCI = 0x9e3779b97f4a7c15L;

    /** In place of the row of an SA: the flow is TCP. */
    private static final int NO_SA = -1;

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

    /** Of the frame that {@link #readKey} read last: what it is known by, and what is counted. */
    private final long[] key = new long[WORDS];

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
        int flow = place();
        if (!isKey(flow)) {
            return false;
        }
        int hopLimit = (int) (lengthToProtocol >>> 8) & 0xff;
        facts.points.count(points[flow], frame);
        if (sas[flow] == NO_SA) {
            facts.plainTalks.count(talks[flow], capture, frame, hopLimit);
            return true;
        }
        facts.ipsecTalks.count(talks[flow], capture, frame, hopLimit);
        int asSent = (int) (lengthToProtocol >>> 48) - (PAYLOAD - PACKET);
        int captured = Math.min(asSent, frame.capturedLength() - PAYLOAD);
        boolean looksClear = ClearGlance.at(frame.octets(), frame.start() + PAYLOAD, captured, asSent);
        facts.sas.count(sas[flow], capture, frame, spiAndNumber & 0xffff_ffffL, looksClear);
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
            int flow = place();
            System.arraycopy(key, 0, keys, flow * WORDS, WORDS);
            points[flow] = point;
            talks[flow] = talk;
            sas[flow] = isEsp ? sa : NO_SA;
        }
    }

    /** Reads what the flow is known by; false where the frame has to be dissected in any case. */
    private boolean readKey(Frame frame) {
        if (frame.capturedLength() < CIPHERTEXT
                || frame.linkType() != LinkTypes.ETHERNET
                || frame.interfaceId() > GREATEST_INTERFACE) {
            return false;
        }
        ByteBuffer octets = frame.octets();
        int start = frame.start();
        lengthToProtocol = octets.getLong(start + LENGTH_TO_PROTOCOL);
        spiAndNumber = octets.getLong(start + PAYLOAD);
        int protocol = (int) lengthToProtocol & 0xff;
        long spi = protocol == IpProtocols.ESP ? spiAndNumber & 0xffff_ffff_0000_0000L : 0;
        if (protocol == IpProtocols.TCP && isNatTraversal((int) (spiAndNumber >>> 32))) {
            return false;
        }
        key[0] = octets.getLong(start);
        key[1] = octets.getLong(start + SECOND_WORD) & ~SERVICES;
        key[2] = octets.getLong(start + ADDRESSES);
        key[3] = spi | ((long) frame.interfaceId() << 16) | direction(frame) | protocol;
        return (lengthToProtocol & FRAGMENT_OFFSET) == 0 && lengthToProtocol >>> 48 >= CIPHERTEXT - PACKET;
    }

    /** Whether either port is that of IPsec in TCP: such a segment is no flow that is known, but is looked at. */
    private static boolean isNatTraversal(int ports) {
        return ports >>> 16 == Ports.NAT_T || (ports & 0xffff) == Ports.NAT_T;
    }

    private static int direction(Frame frame) {
        return switch (frame.direction()) {
            case UNKNOWN -> 0;
            case INBOUND -> 0x100;
            case OUTBOUND -> 0x200;
        };
    }

    private boolean isPlainIpv4() {
        return ((key[1] >>> 8) & 0xff_ffff) == IPV4_WITHOUT_OPTIONS;
    }

    private int place() {
        long sum = ((key[0] * 31 + key[1]) * 31 + key[2]) * 31 + key[3];
        return (int) ((sum * FIBONACCI) >>> (Long.SIZE - FLOW_BITS));
    }

    private boolean isKey(int flow) {
        int at = flow * WORDS;
        return keys[at] == key[0] && keys[at + 1] == key[1] && keys[at + 2] == key[2] && keys[at + 3] == key[3];
    }
}
