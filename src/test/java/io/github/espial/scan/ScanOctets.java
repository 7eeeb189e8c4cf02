package io.github.espial.scan;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observations;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Scans as they stand in files, without any file. */
public final class ScanOctets {
    /** Of no capture in particular. */
    public static final ScanKey KEY =
            new ScanKey("content", "test", TimeWindow.EVERYTHING, new UdpPairs(), DecompressionLimit.USUAL);

    private static final int VERSION_AT = 7;

    private ScanOctets() {}

    /** The file of {@code scan}, for {@link #KEY}. */
    public static byte[] of(CaptureScan scan) throws IOException {
        return ScanFile.toOctets(KEY, scan);
    }

    /** The scan in a file for {@link #KEY}. */
    public static CaptureScan read(byte[] file, int place, String name) throws IOException {
        return ScanFile.read(ByteBuffer.wrap(file), KEY, place, name).orElseThrow(() -> new IOException("other key"));
    }

    /** A file for {@link #KEY} whose checksum is right, whatever {@code body}, all that follows the key, says. */
    public static byte[] ofBody(byte[] body) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'E', 'S', 'P', 'S', 'C', 'A', 'N', ScanFile.VERSION});
        new FieldWriter(file).octets(KEY.toOctets());
        file.writeBytes(body);
        file.writeBytes(new byte[Integer.BYTES]);
        return summed(file.toByteArray());
    }

    /** All that follows the key. */
    public static byte[] body(byte[] file) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(file);
        new FieldReader(octets.position(VERSION_AT + 1)).octets(file.length);
        return Arrays.copyOfRange(file, octets.position(), file.length - Integer.BYTES);
    }

    /** The same file with another version of the form, and a checksum that is right. */
    static byte[] ofVersion(int version, byte[] file) {
        byte[] other = file.clone();
        other[VERSION_AT] = (byte) version;
        return summed(other);
    }

    /** The facts of a piece of a capture, written, and read again for another place of the capture. */
    public static Observations moved(Observations piece, int from, int to) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        piece.write(from, new FieldWriter(octets));
        FieldReader reader = new FieldReader(ByteBuffer.wrap(octets.toByteArray()));
        Observations read = Observations.read(reader, to);
        reader.end();
        return read;
    }

    /** The file that {@code espial scan} makes of a capture. */
    public static byte[] handedOver(CaptureSource source) throws IOException, InterruptedException {
        TakenScans taken = new TakenScans();
        CaseScan.of(List.of(source), Reading.USUAL.keeping(taken));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ScansFile.write(file, "test", false, taken.scans());
        return file.toByteArray();
    }

    /** The file with the checksum that it has to have, where it is long enough for one. */
    public static byte[] summed(byte[] file) {
        if (file.length < Integer.BYTES) {
            return file;
        }
        CRC32C sum = new CRC32C();
        sum.update(file, 0, file.length - Integer.BYTES);
        ByteBuffer.wrap(file).putInt(file.length - Integer.BYTES, (int) sum.getValue());
        return file;
    }
}
