package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.etl.InterfaceKey.Logger;
import java.io.IOException;

/** The packets of a trace as they were logged, in the order of time, fragments joined, at each place they passed. */
final class PacketLog {
    private final EventMerge merge;
    private final TraceClock clock;
    private final FragmentJoiner joiner = new FragmentJoiner();
    private final PktMonComponents components = new PktMonComponents();
    private final LoggedPacket packet = new LoggedPacket();
    private boolean isBegun;
    private long misread;
    private long firstMisread;
    private int misreadId;
    private int misreadVersion;

    /** The packets of the trace {@code file}; what is wrong with its buffers as a whole goes to {@code ledger}. */
    PacketLog(OctetRanges file, TraceClock clock, CaptureLedger ledger) throws IOException {
        this.merge = new EventMerge(file, BufferIndex.read(file, ledger));
        this.clock = clock;
    }

    /** Moves to the next packet; false when there is none. */
    boolean next() throws IOException {
        while (isBegun ? merge.next() : merge.open()) {
            isBegun = true;
            if (isPacket(merge.cursor())) {
                return true;
            }
        }
        return false;
    }

    /** The packet that {@link #next()} moved to. */
    LoggedPacket packet() {
        return packet;
    }

    /** What the events read so far say about components. */
    PktMonComponents components() {
        return components;
    }

    /** Events that hold no packet. */
    long otherEvents() {
        return merge.otherEvents();
    }

    /** Notes what is wrong with the events, after the last of them. */
    void noteProblems(CaptureLedger ledger) {
        merge.noteProblems(ledger);
        long incomplete = joiner.finish();
        if (incomplete > 0) {
            ledger.note(
                    joiner.firstIncomplete(),
                    incomplete + " packets lack some of their fragments and are left out; the first is here");
        }
        if (misread > 0) {
            ledger.note(
                    firstMisread,
                    misread + " packet events are not understood and left out, the first here (event " + misreadId
                            + ", version " + misreadVersion + "), besides " + otherEvents()
                            + " events of other kinds; the tools of the maker convert the trace: "
                            + "etl2pcapng in.etl out.pcapng, or pktmon etl2pcap in.etl");
        }
    }

    private boolean isPacket(BufferCursor cursor) {
        EventView event = cursor.event();
        boolean isOfNdis = EventMerge.isOfNdis(event);
        boolean holdsPacket = isOfNdis ? NdisPackets.isPacket(event) : PktMonPackets.isPacket(event);
        if (!event.findPayload()) {
            return holdsPacket && misread(cursor);
        }
        if (!holdsPacket) {
            if (!isOfNdis) {
                components.take(event);
            }
            return false;
        }
        if (!(isOfNdis ? NdisPackets.read(event, packet) : PktMonPackets.read(event, packet))) {
            return misread(cursor);
        }
        packet.fileOffset = cursor.fileOffset();
        packet.nanos = clock.nanos(event.stamp());
        packet.processor = cursor.processor();
        packet.thread = event.thread();
        if (!joiner.complete(packet)) {
            return false;
        }
        if (packet.place.logger() == Logger.NDIS) {
            packet.original = Media.originalLength(packet.place.linkType(), packet.octets, packet.start, packet.length);
        }
        return true;
    }

    private boolean misread(BufferCursor cursor) {
        if (misread++ == 0) {
            firstMisread = cursor.fileOffset();
            misreadId = cursor.event().id();
            misreadVersion = cursor.event().version();
        }
        return false;
    }
}
