package io.github.espial.scan;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.SummaryForm;
import io.github.espial.observe.table.TableForm;
import io.github.espial.observe.tally.Observations;
import java.io.BufferedOutputStream;
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

/**
 * A {@link CaptureScan} in a file: merged with others, it gives the report that scanning the capture again would give,
 * to the octet.
 *
 * <p>In an {@link Envelope} with the magic "ESPSCAN" stand the {@link ScanKey}, its length first; the capture's summary, see
 * {@link SummaryForm}; section 0: whether the place matters, frames, UDP end points; then a section for each table of
 * {@link Observations}, see {@link TableForm}.
 *
 * <p>Numbers and texts are written as {@link FieldWriter} says. Its size goes with the conversations in a capture, not
 * with its frames: those of the captures of {@code testdata} take 0.6 % of their size together, 2 KB each.
 */
public final class ScanFile {
    /** Goes up when anything is written that was not before, or is no longer. */
    static final int VERSION = 4;

    /** Octets of a file at the most; a scan that would take more is quicker to make again. */
    static final int MOST_OCTETS = 1 << 26;

    /** How the name of a file begins and ends that is not finished. */
    static final String PART_BEGINNING = ".espial-";

    static final String PART_ENDING = ".part";

    private static final Envelope ENVELOPE = new Envelope("ESPSCAN", VERSION, "scan");
    static final int LONGEST_KEY = 1 << 16;

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
                ENVELOPE.write(out, fields -> writeFields(fields, key, scan));
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
        return ENVELOPE.toOctets(out -> writeFields(out, key, scan));
    }

    static Optional<CaptureScan> read(ByteBuffer octets, ScanKey key, int place, String name) throws IOException {
        FieldReader from = new FieldReader(ENVELOPE.fields(octets));
        if (!Arrays.equals(from.octets(LONGEST_KEY), key.toOctets())) {
            return Optional.empty();
        }
        CaptureSummary summary = SummaryForm.read(from, name);
        Observations observations = Observations.read(from, place);
        from.end();
        return Optional.of(new CaptureScan(place, observations, summary));
    }

    private static void writeFields(OutputStream out, ScanKey key, CaptureScan scan) throws IOException {
        FieldWriter to = new FieldWriter(out);
        to.octets(key.toOctets());
        SummaryForm.write(scan.summary(), to);
        scan.observations().write(scan.place(), to);
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
