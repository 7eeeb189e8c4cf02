package io.github.espial.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes frames as pcap or pcapng, compressed or not, as the ending of the file says; little-endian. */
final class CaptureFile implements AutoCloseable {
    private static final int BUFFER = 1 << 20;
    private static final int SNAP_LENGTH = 262_144;
    private static final int ETHERNET = 1;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Octets of an Enhanced Packet Block besides the frame: 28 before, and the length after it. */
    private static final int BLOCK = 32;

    private final OutputStream out;
    private final boolean isPcapng;
    private final ByteBuffer head = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

    private CaptureFile(OutputStream out, boolean isPcapng) {
        this.out = out;
        this.isPcapng = isPcapng;
    }

    /** Starts a file named {@code *.pcap}, {@code *.pcapng}, or either with {@code .gz} behind. */
    static CaptureFile create(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean isCompressed = name.endsWith(".gz");
        OutputStream stored = Files.newOutputStream(file);
        OutputStream out =
                new BufferedOutputStream(isCompressed ? new GZIPOutputStream(stored, BUFFER) : stored, BUFFER);
        CaptureFile capture = new CaptureFile(out, name.contains(".pcapng"));
        capture.writeHeader();
        return capture;
    }

    /** Adds the frame that begins {@code octets}. */
    void write(long nanos, byte[] octets, int length) throws IOException {
        long micros = nanos / NANOS_PER_MICRO;
        head.clear();
        if (isPcapng) {
            int padding = -length & 3;
            int block = BLOCK + length + padding;
            head.putInt(6).putInt(block).putInt(0);
            head.putInt((int) (micros >>> 32))
                    .putInt((int) micros)
                    .putInt(length)
                    .putInt(length);
            flushHead();
            out.write(octets, 0, length);
            for (int i = 0; i < padding; i++) {
                out.write(0);
            }
            head.clear().putInt(block);
            flushHead();
        } else {
            head.putInt((int) (micros / MICROS_PER_SECOND)).putInt((int) (micros % MICROS_PER_SECOND));
            head.putInt(length).putInt(length);
            flushHead();
            out.write(octets, 0, length);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void writeHeader() throws IOException {
        if (isPcapng) {
            head.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d);
            head.putShort((short) 1).putShort((short) 0).putLong(-1).putInt(28);
            head.putInt(1).putInt(20).putShort((short) ETHERNET).putShort((short) 0);
            head.putInt(SNAP_LENGTH).putInt(20);
        } else {
            head.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
            head.putInt(SNAP_LENGTH).putInt(ETHERNET);
        }
        flushHead();
    }

    private void flushHead() throws IOException {
        out.write(head.array(), 0, head.position());
    }
}
