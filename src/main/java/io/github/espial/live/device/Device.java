package io.github.espial.live.device;

import java.io.IOException;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.RawPacketListener;

/** An interface that is open for capture. For one thread; {@link #stop} from any. */
final class Device {
    /** How long the system may hold frames back before it hands them over. */
    private static final int HELD_MILLIS = 100;

    /** Frames that are handed over in one go. */
    private static final int AT_ONCE = 4096;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final String name;
    private final PcapHandle handle;

    /** Takes frames. */
    interface Sink {
        /**
         * Takes one.
         *
         * @param nanos since the epoch
         * @param originalLength octets on the wire
         */
        void frame(long nanos, long originalLength, byte[] octets);
    }

    private Device(String name, PcapHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    /** @throws IOException where it cannot be opened; the message is one line that says what to do */
    static Device open(String name, DeviceSettings settings) throws IOException {
        PcapHandle handle = Libpcap.call(
                name,
                () -> new PcapHandle.Builder(name)
                        .snaplen(settings.snapLength())
                        .promiscuousMode(
                                settings.isPromiscuous() ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
                        .timeoutMillis(HELD_MILLIS)
                        .bufferSize(settings.bufferOctets())
                        .timestampPrecision(TimestampPrecision.NANO)
                        .build());
        if (settings.filter().isPresent()) {
            try {
                handle.setFilter(settings.filter().get(), BpfCompileMode.OPTIMIZE);
            } catch (PcapNativeException | NotOpenException e) {
                handle.close();
                throw new IOException(
                        name + ": --filter: " + String.valueOf(e.getMessage()).strip(), e);
            }
        }
        return new Device(name, handle);
    }

    String name() {
        return name;
    }

    /** LINKTYPE_ number, or a DLT_ that is read as one. */
    int linkType() {
        return handle.getDlt().value();
    }

    /**
     * Hands over what passed, waiting a little where nothing did.
     *
     * @throws IOException where the interface is gone
     */
    void take(Sink sink) throws IOException, InterruptedException {
        try {
            RawPacketListener taken = octets -> {
                long seconds = Math.floorDiv(handle.getTimestamp().getTime(), 1000L);
                sink.frame(
                        seconds * NANOS_PER_SECOND + handle.getTimestamp().getNanos(),
                        handle.getOriginalLength(),
                        octets);
            };
            handle.dispatch(AT_ONCE, taken);
        } catch (PcapNativeException | NotOpenException e) {
            throw new IOException(name + ": " + String.valueOf(e.getMessage()).strip(), e);
        }
    }

    /** Frames that the system had to drop so far, as no one took them in time. */
    long lost() throws IOException {
        try {
            PcapStat stat = handle.getStats();
            return stat.getNumPacketsDropped() + stat.getNumPacketsDroppedByIf();
        } catch (PcapNativeException | NotOpenException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /** Ends {@link #take} soon. */
    void stop() {
        try {
            handle.breakLoop();
        } catch (NotOpenException e) {
            // Closed meanwhile: then nobody takes.
            return;
        }
    }

    void close() {
        handle.close();
    }
}
