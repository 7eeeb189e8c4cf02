package io.github.espial.scan;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.SummaryForm;
import io.github.espial.observe.Observations;
import io.github.espial.observe.table.TableForm;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A {@link CaptureScan} in a file: merged with others, it gives the report that scanning the capture again would give,
 * to the octet.
 *
 * <pre>
 * 0   "ESPSCAN"
 * 7   version of the form, 1 octet
 * 8   the {@link ScanKey}, its length first
 *     the capture's summary, see {@link SummaryForm}
 *     section 0: whether the place matters, frames, UDP end points; then a section for each table of {@link
 *     Observations}, see {@link TableForm}
 * -4  CRC-32C (RFC 3720 §12.1) of all octets before it, big-endian
 * </pre>
 *
 * <p>Numbers and texts are written as {@link FieldWriter} says. Its size goes with the conversations in a capture, not
 * with its frames: those of the captures of {@code testdata} take 0.6 % of their size together, 2 KB each.
 */
public final class ScanFile {
    /** Goes up when anything is written that was not before, or is no longer. */
    static final int VERSION = 1;

    /** Octets of a file at the most; a scan that would take more is quicker to make again. */
    static final int MOST_OCTETS = 1 << 26;

    /** How the name of a file begins and ends that is not finished. */
    static final String PART_BEGINNING = ".espial-";

    static final String PART_ENDING = ".part";

    private static final byte[] MAGIC = {'E', 'S', 'P', 'S', 'C', 'A', 'N'};
    private static final int LEAST_OCTETS = MAGIC.length + 1 + Integer.BYTES;
    private static final int LONGEST_KEY = 1 << 16;

    private ScanFile() {}

    /**
     * Writes a scan under a temporary name in the same folder, then moves it, so that nobody reads half of it.
     *
     * @throws IOException when the folder cannot be written, or the scan would take more than 64 MiB
     */
    public static void write(Path file, ScanKey key, CaptureScan scan) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, PART_BEGINNING, PART_ENDING);
        try {
            try (OutputStream out = new BufferedOutputStream(new Bounded(Files.newOutputStream(part)))) {
                write(out, key, scan);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a scan, for its capture to be in this place of a case.
     *
     * @param name as the user now knows the capture
     * @return empty where the file is of another key
     * @throws IOException where the file is damaged, no such file, of another version, or of a scan that had to leave
     *     something out and was made for another place; the message is one line that names it
     */
    public static Optional<CaptureScan> read(Path file, ScanKey key, int place, String name) throws IOException {
        ByteBuffer octets;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > MOST_OCTETS) {
                throw new IOException(file + ": " + channel.size() + " octets, expected " + MOST_OCTETS + " at most");
            }
            octets = ByteBuffer.allocate((int) channel.size());
            while (octets.hasRemaining() && channel.read(octets) > 0) {
                // One reading need not bring all.
            }
        }
        try {
            return read(octets.flip(), key, place, name);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    static byte[] toOctets(ScanKey key, CaptureScan scan) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        write(octets, key, scan);
        return octets.toByteArray();
    }

    static Optional<CaptureScan> read(ByteBuffer octets, ScanKey key, int place, String name) throws IOException {
        FieldReader from = new FieldReader(checked(octets));
        if (!Arrays.equals(from.octets(LONGEST_KEY), key.toOctets())) {
            return Optional.empty();
        }
        CaptureSummary summary = SummaryForm.read(from, name);
        Observations observations = Observations.read(from, place);
        from.end();
        return Optional.of(new CaptureScan(place, observations, summary));
    }

    private static void write(OutputStream out, ScanKey key, CaptureScan scan) throws IOException {
        CRC32C sum = new CRC32C();
        OutputStream summed = new CheckedOutputStream(out, sum);
        summed.write(MAGIC);
        summed.write(VERSION);
        FieldWriter to = new FieldWriter(summed);
        to.octets(key.toOctets());
        SummaryForm.write(scan.summary(), to);
        scan.observations().write(scan.place(), to);
        out.write(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }

    /** What stands between the header and the checksum. */
    private static ByteBuffer checked(ByteBuffer octets) throws IOException {
        if (octets.remaining() < LEAST_OCTETS
                || !octets.slice(octets.position(), MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new IOException("no scan of a capture");
        }
        int version = Byte.toUnsignedInt(octets.get(octets.position() + MAGIC.length));
        if (version != VERSION) {
            throw new IOException("a scan of version " + version + ", expected " + VERSION);
        }
        int end = octets.limit() - Integer.BYTES;
        CRC32C sum = new CRC32C();
        sum.update(octets.duplicate().limit(end));
        if ((int) sum.getValue() != octets.getInt(end)) {
            throw new IOException("damaged: its checksum is another");
        }
        return octets.duplicate().limit(end).position(octets.position() + MAGIC.length + 1);
    }

    /** Ends a file that becomes too large. */
    private static final class Bounded extends FilterOutputStream {
        private long octets;

        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            octets += length;
            if (octets > MOST_OCTETS) {
                throw new IOException("the scan takes more than " + MOST_OCTETS + " octets");
            }
            out.write(from, start, length);
        }
    }
}
