package io.github.espial.live.device;

import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.core.PcapHandle;

/** A program of its own, as it runs in a network namespace: sends the frames of a capture on an interface. */
public final class Replay {
    private static final int HEADERS = 128;

    private Replay() {}

    /**
     * Sends.
     *
     * @param arguments the interface, the capture, and optionally from and to when in nanoseconds since the epoch
     */
    public static void main(String[] arguments) throws Exception {
        long from = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MIN_VALUE;
        long to = arguments.length > 2 ? Long.parseLong(arguments[3]) : Long.MAX_VALUE;
        List<byte[]> frames = new ArrayList<>();
        CaptureReader.read(
                CaptureSource.file(Path.of(arguments[1])),
                frame -> {
                    if (frame.nanos() < from || frame.nanos() >= to) {
                        return;
                    }
                    byte[] octets = new byte[frame.capturedLength()];
                    frame.octets().get(frame.start(), octets);
                    frames.add(octets);
                },
                ReadProgress.NONE);
        try (PcapHandle handle =
                new PcapHandle.Builder(arguments[0]).snaplen(HEADERS).build()) {
            for (byte[] frame : frames) {
                handle.sendPacket(frame);
            }
        }
    }
}
