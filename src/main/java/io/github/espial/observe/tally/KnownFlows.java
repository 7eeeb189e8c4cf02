package io.github.espial.observe.tally;

import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.ClearGlance;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.Opaque;
import io.github.espial.dissect.UsualHeaders;
import io.github.espial.net.IpProtocols;
import io.github.espial.observe.table.FactTable;
import java.util.Arrays;

/**
 * Flows of which a frame was dissected, and the rows that it counted in. A later frame with the same headers counts there
 * without being dissected: most frames of a capture are such. Not thread-safe.
 *
 * <p>Known are TCP and ESP that have {@link UsualHeaders}. Of a later frame, MACs, EtherType, version and length, protocol and
 * addresses are the flow's, and the SPI, if it is ESP. Time to live and sequence number are counted; whatever else these
 * headers have may differ. Where all but the SPI is known, the packet counts in the rows of those hosts, and of its own SA.
 */
final class KnownFlows {
    private static final int GREATEST_INTERFACE = 0xffff;

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

    /** In place of the row of an SA: the flow is all ESP between two hosts, whatever its SPI. */
    private static final int ANY_SA = -2;

    /** In the last word of a key, beside the direction: that of {@link #ANY_SA}. */
    private static final int ANY_SPI = 0x400;

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

    private final UsualHeaders headers = new UsualHeaders();
    /** The last word of the key of the frame that {@link #readKey} read last. */
    private long spiToProtocol;

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
            return headers.isEsp() && countOfOtherSa(frame);
        }
        facts.points.count(points[flow], frame);
        int sa = sas[flow];
        if (sa == NO_SA) {
            facts.plainTalks.count(talks[flow], capture, frame, headers.hopLimit());
        } else {
            facts.ipsecTalks.count(talks[flow], capture, frame, headers.hopLimit());
            countSa(sa, frame);
        }
        return true;
    }

    /** Counts ESP between two hosts of which other SAs are known. */
    private boolean countOfOtherSa(Frame frame) {
        long ofThisSa = spiToProtocol;
        spiToProtocol = ofAnySa();
        int flow = find();
        spiToProtocol = ofThisSa;
        if (flow == NONE) {
            return false;
        }
        int point = points[flow];
        int talk = talks[flow];
        facts.points.count(point, frame);
        facts.ipsecTalks.count(talk, capture, frame, headers.hopLimit());
        int before = facts.sas.count();
        int sa = facts.sas.row(facts.ipsecTalks, talk, headers.spi());
        if (sa != FactTable.LEFT_OUT) {
            countSa(sa, frame);
        }
        // In a flood each SA has one frame: only one that has come again is worth a place.
        if (!forgetMoved() && sa != FactTable.LEFT_OUT && facts.sas.count() == before) {
            keep(point, talk, sa);
        }
        return true;
    }

    private void countSa(int sa, Frame frame) {
        int asSent = headers.packetLength() - (UsualHeaders.PAYLOAD - UsualHeaders.PACKET);
        int captured = Math.min(asSent, frame.capturedLength() - UsualHeaders.PAYLOAD);
        boolean looksClear = ClearGlance.at(frame.octets(), frame.start() + UsualHeaders.PAYLOAD, captured, asSent);
        facts.sas.count(sa, capture, frame, headers.sequenceNumber(), looksClear);
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
        forgetMoved();
        boolean isEsp = content == Content.ESP;
        boolean isTcp = content == Content.IP && packet.protocol() == IpProtocols.TCP;
        boolean counted = point != FactTable.LEFT_OUT && talk != FactTable.LEFT_OUT && sa != FactTable.LEFT_OUT;
        // Of a tunnel's frame, the key would be that of the packet outside, and the rows those of the packet inside.
        boolean isItsOwn = packet.hasDestinationMac() && !packet.isCarried() && packet.opaque() == Opaque.NONE;
        if ((isEsp || isTcp) && counted && isItsOwn && readKey(frame) && headers.areThese()) {
            keep(point, talk, isEsp ? sa : NO_SA);
            spiToProtocol = ofAnySa();
            if (isEsp && find() == NONE) {
                keep(point, talk, ANY_SA);
            }
        }
    }

    /** Forgets all flows where rows have moved; returns whether they have. */
    private boolean forgetMoved() {
        if (samplings == facts.samplings()) {
            return false;
        }
        samplings = facts.samplings();
        Arrays.fill(keys, NO_KEY);
        return true;
    }

    /** Keeps the flow of what was read last. */
    private void keep(int point, int talk, int sa) {
        int flow = firstPlace();
        shift(flow);
        int at = flow * WORDS;
        keys[at] = headers.macs();
        keys[at + 1] = headers.typeAndVersion();
        keys[at + 2] = headers.addresses();
        keys[at + 3] = spiToProtocol;
        points[flow] = point;
        talks[flow] = talk;
        sas[flow] = sa;
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
        if (frame.interfaceId() > GREATEST_INTERFACE || !headers.read(frame)) {
            return false;
        }
        long spi = headers.isEsp() ? headers.spi() : 0;
        spiToProtocol =
                (spi << Integer.SIZE) | ((long) frame.interfaceId() << 16) | direction(frame) | headers.protocol();
        return true;
    }

    /** The last word of the key of all ESP between the hosts, and on the link, of what was read last. */
    private long ofAnySa() {
        return (spiToProtocol & 0xffff_ffffL) | ANY_SPI;
    }

    private static int direction(Frame frame) {
        Direction direction = frame.direction();
        return direction == Direction.UNKNOWN ? 0 : direction == Direction.INBOUND ? 0x100 : 0x200;
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
        long sum = ((headers.macs() * 31 + headers.typeAndVersion()) * 31 + headers.addresses()) * 31 + spiToProtocol;
        long mixed = sum * FIBONACCI;
        // The last octets of the addresses are the most significant, which a product does not carry down.
        long spread = (mixed ^ (mixed >>> Integer.SIZE)) * FIBONACCI;
        return (int) (spread >>> (Long.SIZE - FLOW_BITS + PLACE_BITS)) << PLACE_BITS;
    }

    private boolean isKey(int flow) {
        int at = flow * WORDS;
        return keys[at + 2] == headers.addresses()
                && keys[at + 3] == spiToProtocol
                && keys[at] == headers.macs()
                && keys[at + 1] == headers.typeAndVersion();
    }
}
