package io.github.espial.correlate.shape;

import io.github.espial.capture.Frame;
import io.github.espial.capture.FrameSink;
import io.github.espial.correlate.align.KeptTimes;
import io.github.espial.correlate.align.KeyIds;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.dissect.UsualHeaders;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FrameWord;
import java.util.ArrayList;
import java.util.List;

/** Takes the packets of ESP out of captures, by SA. Bounded in SAs. Not thread-safe. */
final class OuterPackets {
    /** SAs at the most; of more nothing is said. */
    static final int SAS = 1 << 9;

    private static final int KIND = 0;
    private static final int SOURCE = 1;
    private static final int DESTINATION = 3;
    private static final int SPI = 5;
    private static final int WORDS = 6;
    private static final int VERSION_BITS = 4;

    private final UsualHeaders headers = new UsualHeaders();
    private final Dissector packet;
    private final KeyIds sas = new KeyIds(WORDS, SAS);
    private final long[] key = new long[WORDS];
    private final List<SaPackets> packets = new ArrayList<>();
    private boolean isPart;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    /** @param known UDP end points that carry ESP besides port 4500; left as is */
    OuterPackets(UdpPairs known) {
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

    /** By SA, in the order they were first seen in. */
    List<SaPackets> bySa() {
        return packets;
    }

    /** Whether there were more SAs than can be kept. */
    boolean isPart() {
        return isPart;
    }

    /** Time of the first frame of all. */
    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    private void take(Frame frame, int capture, int stream, long addedNanos) {
        if (!frame.hasTime()) {
            return;
        }
        long nanos = frame.nanos() + addedNanos;
        if (!KeptTimes.has(nanos)) {
            return;
        }
        firstNanos = Math.min(firstNanos, nanos);
        lastNanos = Math.max(lastNanos, nanos);
        if (headers.read(frame) && headers.areThese() && !headers.isEsp()) {
            return;
        }
        Content content = packet.dissect(frame);
        if (content != Content.ESP && content != Content.UDP_ESP) {
            return;
        }
        int sa = sa(content == Content.ESP ? Traffic.ESP : Traffic.UDP_ESP);
        if (sa == KeyIds.LEFT_OUT) {
            isPart = true;
            return;
        }
        int onWire = (int) Math.min(Integer.MAX_VALUE, frame.originalLength());
        packets.get(sa)
                .take(
                        stream,
                        packet.sequenceNumber(),
                        nanos,
                        Math.max(0, packet.espOriginalLength()),
                        FrameWord.of(capture, frame.number()),
                        onWire);
    }

    private int sa(Traffic traffic) {
        key[KIND] = (long) traffic.code << VERSION_BITS | packet.ipVersion();
        key[SOURCE] = packet.sourceHigh();
        key[SOURCE + 1] = packet.sourceLow();
        key[DESTINATION] = packet.destinationHigh();
        key[DESTINATION + 1] = packet.destinationLow();
        key[SPI] = packet.spi();
        int sa = sas.of(key);
        if (sa == packets.size()) {
            IpAddress source = new IpAddress(packet.ipVersion(), packet.sourceHigh(), packet.sourceLow());
            IpAddress destination =
                    new IpAddress(packet.ipVersion(), packet.destinationHigh(), packet.destinationLow());
            packets.add(new SaPackets(new OuterSa(traffic, source, destination, new Spi(packet.spi()))));
        }
        return sa;
    }
}
