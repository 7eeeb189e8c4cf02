package io.github.espial.correlate.align;

import io.github.espial.capture.Frame;
import io.github.espial.capture.FrameSink;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.Spi;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FrameWord;
import io.github.espial.observe.tally.HopKey;
import io.github.espial.wire.UdpView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the packets of both sides out of captures: ESP, by SA and link, and what in the clear may be inside it, by flow.
 * Bounded. Not thread-safe.
 */
final class SideCollector {
    private static final int FLOWS = 1 << 17;
    private static final int BINS = 1 << 9;
    private static final int SA = HopKey.WORDS;
    private static final int PORTS = HopKey.WORDS;

    private final BothSides sides;
    private final Set<OuterSa> opened;
    private final Dissector packet;
    private final UdpView ports = new UdpView();
    private final KeyIds flows = new KeyIds(HopKey.WORDS + 1, FLOWS);
    private final KeyIds bins = new KeyIds(HopKey.WORDS + 1, BINS);
    private final long[] key = new long[HopKey.WORDS + 1];
    private final PacketColumns clear = new PacketColumns(PacketColumns.MOST);
    private final PacketColumns esp = new PacketColumns(PacketColumns.MOST);
    /** By flow: whether it may be inside ESP. */
    private final List<Boolean> isInner = new ArrayList<>();
    /** By bin: whether it is still to be found out what is in it. */
    private final List<Boolean> isSought = new ArrayList<>();

    private long leftOut;

    /**
     * @param opened SAs whose packets are known
     * @param known UDP end points that carry ESP besides port 4500; left as is
     */
    SideCollector(BothSides sides, Set<OuterSa> opened, UdpPairs known) {
        this.sides = sides;
        this.opened = Set.copyOf(opened);
        UdpPairs pairs = new UdpPairs();
        pairs.addAll(known);
        this.packet = new Dissector(pairs);
    }

    /**
     * Takes the frames of one capture.
     *
     * @param capture its place in the case
     * @param stream that of the file which began the capture that this file goes on with, which may be the same
     * @param addedNanos what its times lack to the clock of the case
     */
    FrameSink of(int capture, int stream, long addedNanos) {
        return frame -> take(frame, capture, stream, addedNanos);
    }

    PacketColumns clear() {
        return clear;
    }

    PacketColumns esp() {
        return esp;
    }

    int flows() {
        return flows.size();
    }

    int bins() {
        return bins.size();
    }

    /** Packets that there was no room for. */
    long leftOut() {
        return leftOut + clear.leftOut() + esp.leftOut();
    }

    /** The flow with a number. */
    FiveTuple flow(int flow) {
        long word = flows.word(flow, PORTS);
        return new FiveTuple(
                (int) (word >>> 32) & 0xff,
                address(flows, flow, 3),
                (int) (word >>> 16) & 0xffff,
                address(flows, flow, 5),
                (int) word & 0xffff);
    }

    /** The SA of a bin. */
    OuterSa sa(int bin) {
        long word = bins.word(bin, SA);
        return new OuterSa(
                Traffic.of((int) (word >>> 32)),
                address(bins, bin, 3),
                address(bins, bin, 5),
                new Spi(word & 0xffff_ffffL));
    }

    /** The link of a bin. */
    Hop hop(int bin) {
        return hop(bins, bin);
    }

    /** Which flows are between the same two hosts; of those seen on several links, only what the busiest shows. */
    List<Integer> pairOfFlow() {
        long[] packets = new long[flows.size()];
        for (int one = 0; one < clear.size(); one++) {
            packets[clear.owner(one)]++;
        }
        Map<List<Object>, Long> ofLinks = new HashMap<>();
        for (int flow = 0; flow < flows.size(); flow++) {
            ofLinks.merge(link(flow), packets[flow], Long::sum);
        }
        Map<List<Object>, List<Object>> busiest = new HashMap<>();
        for (int flow = 0; flow < flows.size(); flow++) {
            List<Object> link = link(flow);
            busiest.merge(
                    hosts(flow),
                    link,
                    (one, other) -> ofLinks.getOrDefault(other, 0L) > ofLinks.getOrDefault(one, 0L) ? other : one);
        }
        Map<List<Object>, Integer> pairs = new HashMap<>();
        List<Integer> pairOf = new ArrayList<>();
        for (int flow = 0; flow < flows.size(); flow++) {
            boolean isShown = isInner.get(flow) && link(flow).equals(busiest.get(hosts(flow)));
            pairOf.add(isShown ? pairs.computeIfAbsent(hosts(flow), hosts -> pairs.size()) : -1);
        }
        return pairOf;
    }

    private List<Object> hosts(int flow) {
        return List.of(address(flows, flow, 3), address(flows, flow, 5));
    }

    private List<Object> link(int flow) {
        return List.of(address(flows, flow, 3), address(flows, flow, 5), hop(flows, flow));
    }

    private void take(Frame frame, int capture, int stream, long addedNanos) {
        Content content = packet.dissect(frame);
        if (!frame.hasTime() || !packet.isIp()) {
            return;
        }
        long nanos = frame.nanos() + addedNanos;
        int onWire = (int) Math.min(Integer.MAX_VALUE, frame.originalLength());
        long word = FrameWord.of(capture, frame.number());
        if (content == Content.ESP || content == Content.UDP_ESP) {
            HopKey.write(key, stream, frame, packet, 0);
            Traffic traffic = content == Content.ESP ? Traffic.ESP : Traffic.UDP_ESP;
            key[SA] = ((long) traffic.code << 32) | packet.spi();
            int bin = binOf();
            if (bin >= 0 && !packet.isFragment()) {
                esp.add(nanos, Math.min(packet.espOriginalLength(), PacketColumns.LONGEST), bin, word, onWire);
            }
        } else if (isClear(content)) {
            HopKey.write(key, stream, frame, packet, 0);
            key[PORTS] = portsOf(frame);
            int flow = flowOf();
            if (flow >= 0) {
                clear.add(nanos, Math.min(packet.packetLength(), PacketColumns.LONGEST), flow, word, onWire);
            }
        }
    }

    /** Whether a packet is one that a gateway forwards like any other. */
    private boolean isClear(Content content) {
        boolean isOrdinary = content == Content.IP || content == Content.FRAGMENT || content == Content.NOTICE;
        return isOrdinary
                && !packet.isCarried()
                && packet.protocol() != IpProtocols.ESP
                && packet.protocol() != IpProtocols.AH;
    }

    private long portsOf(Frame frame) {
        int protocol = packet.protocol();
        boolean hasPorts = (protocol == IpProtocols.TCP || protocol == IpProtocols.UDP)
                && ports.wrap(frame.octets(), packet.payloadStart(), packet.payloadLength());
        return (long) protocol << 32 | (hasPorts ? (long) ports.sourcePort() << 16 | ports.destinationPort() : 0);
    }

    private int flowOf() {
        int flow = flows.of(key);
        if (flow == KeyIds.LEFT_OUT) {
            leftOut++;
        } else if (flow == isInner.size()) {
            isInner.add(sides.isInside(hop(flows, flow))
                    && sides.isInner(address(flows, flow, 3), address(flows, flow, 5)));
        }
        return flow >= 0 && isInner.get(flow) ? flow : KeyIds.LEFT_OUT;
    }

    private int binOf() {
        int bin = bins.of(key);
        if (bin == KeyIds.LEFT_OUT) {
            leftOut++;
        } else if (bin == isSought.size()) {
            isSought.add(!opened.contains(sa(bin)));
        }
        return bin >= 0 && isSought.get(bin) ? bin : KeyIds.LEFT_OUT;
    }

    private static Hop hop(KeyIds ids, int id) {
        return HopKey.hop(ids.word(id, 0), ids.word(id, 1), ids.word(id, 2));
    }

    private static IpAddress address(KeyIds ids, int id, int word) {
        return new IpAddress((int) ids.word(id, 0) & 0xf, ids.word(id, word), ids.word(id, word + 1));
    }
}
