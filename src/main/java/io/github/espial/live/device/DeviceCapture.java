package io.github.espial.live.device;

import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.pcapng.PcapngWriter;
import io.github.espial.live.LiveSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Captures on interfaces of this machine as one capture, of the form that {@code dumpcap -i eth0 -i eth2} gives. */
public final class DeviceCapture implements LiveSource {
    /** What waits to be read, of all interfaces together. */
    private static final int WAITING = 1 << 23;

    private static final int NANO_DIGITS = 9;

    private final BlockPipe pipe = new BlockPipe(WAITING);
    private final List<DeviceThread> threads = new ArrayList<>();

    // What follows is guarded by this.
    private final Blocks blocks = new Blocks();
    private final PcapngWriter writer;

    /** Whole blocks that were written and not handed on yet. */
    private static final class Blocks extends ByteArrayOutputStream {
        void moveTo(BlockPipe pipe) throws InterruptedException {
            pipe.put(buf, count);
            reset();
        }
    }

    private DeviceCapture(String tool) throws IOException {
        writer = new PcapngWriter(blocks, tool, List.of());
    }

    /**
     * Begins to capture.
     *
     * @param tool name and version of the program
     * @param notices takes a line when an interface vanishes or is back, from any thread
     * @throws IOException where one interface cannot be opened, or what it takes is missing; the message says what to do
     */
    public static DeviceCapture begin(DeviceSettings settings, String tool, Consumer<String> notices)
            throws IOException, InterruptedException {
        DeviceCapture capture = new DeviceCapture(tool);
        try {
            for (String name : settings.names()) {
                Device device = Device.open(name, settings);
                int id = capture.add(device, settings);
                capture.threads.add(new DeviceThread(device, id, settings, capture, notices));
            }
        } catch (IOException | InterruptedException e) {
            capture.threads.forEach(DeviceThread::close);
            throw e;
        }
        capture.threads.forEach(DeviceThread::start);
        return capture;
    }

    private synchronized int add(Device device, DeviceSettings settings) throws IOException, InterruptedException {
        InterfaceDescription described = InterfaceDescription.named(Optional.of(device.name()));
        int id = writer.add(new CaptureInterface(
                0, device.linkType(), settings.snapLength(), NANO_DIGITS, described, 0, 0, OptionalLong.empty()));
        blocks.moveTo(pipe);
        return id;
    }

    /** Takes a frame that passed the interface {@code id}. */
    synchronized void frame(int id, long nanos, long originalLength, byte[] octets)
            throws IOException, InterruptedException {
        writer.add(id, nanos, originalLength, octets);
        blocks.moveTo(pipe);
    }

    /** Takes how many frames the system lost on the interface {@code id} so far. */
    synchronized void lost(int id, long nanos, long frames) throws IOException, InterruptedException {
        writer.lost(id, nanos, frames);
        blocks.moveTo(pipe);
    }

    @Override
    public InputStream octets() {
        return pipe;
    }

    @Override
    public void close() {
        threads.forEach(DeviceThread::close);
        pipe.close();
    }
}
