package io.github.espial.scan;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.SummaryForm;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observations;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Scans of whole captures in one file that takes their place in a case: to be made where the captures lie, and judged
 * elsewhere.
 *
 * <p>In an {@link Envelope} with the magic "ESPCASE" stand the version of the program that made it; whether the captures
 * were read in disguise; how many scans there are; and each of them, its length first: the version of {@link ScanFile}'s
 * sections, the capture's name, the UDP end points that were known to carry ESP before its first frame was read, its
 * summary, see {@link SummaryForm}, and its {@link Observations}.
 *
 * <p>A table that had to leave something out keeps a sample that depends on the capture's place in its case: such a scan
 * holds for that place only.
 */
public final class ScansFile {
    private static final int VERSION = 1;
    private static final Envelope ENVELOPE = new Envelope("ESPCASE", VERSION, "scan");

    /** Octets of a file at the most, as they are held in memory. */
    private static final int MOST_OCTETS = 1 << 30;

    /** Octets of a file that tell whether it is one. */
    public static final int LOOKED_AT = 8;

    private ScansFile() {}

    /** Whether a file that begins with {@code start} is meant to be one. */
    public static boolean begins(byte[] start) {
        return ENVELOPE.begins(start);
    }

    /**
     * Writes scans as a file.
     *
     * @param tool the version of this program
     * @param isRedacted whether the captures were read in disguise
     * @param scans each as {@link #scan} or {@link CaptureSource.Scanned} has it
     */
    public static void write(OutputStream out, String tool, boolean isRedacted, List<ByteBuffer> scans)
            throws IOException {
        ENVELOPE.write(out, fields -> {
            FieldWriter to = new FieldWriter(fields);
            to.text(tool);
            to.flag(isRedacted);
            to.number(scans.size());
            for (ByteBuffer scan : scans) {
                byte[] octets = new byte[scan.remaining()];
                scan.duplicate().get(octets);
                to.octets(octets);
            }
        });
    }

    /**
     * The scans in a file, which may hold anything.
     *
     * @throws IOException where it is damaged, of another version or too large; the message is a line without its name
     */
    public static List<CaptureSource.Scanned> read(InputStream octets) throws IOException {
        byte[] all = octets.readNBytes(MOST_OCTETS + 1);
        if (all.length > MOST_OCTETS) {
            throw new IOException("a scan of more than " + MOST_OCTETS + " octets");
        }
        FieldReader from = new FieldReader(ENVELOPE.fields(ByteBuffer.wrap(all)));
        from.text();
        boolean isRedacted = from.flag();
        List<CaptureSource.Scanned> scans = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 1); left > 0; left--) {
            ByteBuffer scan = ByteBuffer.wrap(from.octets(ScanFile.MOST_OCTETS)).asReadOnlyBuffer();
            scans.add(new CaptureSource.Scanned(scan, new Beginning(scan.duplicate()).name, isRedacted));
        }
        from.end();
        return scans;
    }

    /** A scan as it stands in a file; of one that was read from a file, that one. */
    static ByteBuffer scan(CaptureSource source, UdpPairs known, CaptureScan scan) throws IOException {
        if (source instanceof CaptureSource.Scanned scanned) {
            return scanned.scan();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        FieldWriter to = new FieldWriter(octets);
        to.number(ScanFile.VERSION);
        to.text(source.name());
        known.write(to);
        SummaryForm.write(scan.summary(), to);
        scan.observations().write(scan.place(), to);
        if (octets.size() > ScanFile.MOST_OCTETS) {
            throw new IOException(source.name() + ": its scan takes more than " + ScanFile.MOST_OCTETS
                    + " octets: give the capture itself to analyze");
        }
        return ByteBuffer.wrap(octets.toByteArray()).asReadOnlyBuffer();
    }

    /**
     * What was seen of a capture, for this place in a case.
     *
     * @throws CaptureException where it is no scan, or one that left something out and was made for another place
     */
    static CaptureScan read(CaptureSource.Scanned source, int place) throws CaptureException {
        ByteBuffer octets = source.scan().duplicate();
        try {
            FieldReader from = new Beginning(octets).from;
            CaptureSummary summary = SummaryForm.read(from, source.name());
            Observations observations = Observations.read(from, place);
            from.end();
            return new CaptureScan(place, observations, summary);
        } catch (IOException e) {
            CaptureException unreadable = new CaptureException(
                    source.name(), octets.position(), "its scan cannot be used: " + e.getMessage());
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    /** Whether a scan was made without knowing of some of {@code pairs} that they carry ESP. */
    static boolean lacks(CaptureSource.Scanned source, UdpPairs pairs) throws CaptureException {
        try {
            return !new Beginning(source.scan().duplicate()).known.containsAll(pairs);
        } catch (IOException e) {
            throw new CaptureException(source.name(), 0, "its scan cannot be used: " + e.getMessage());
        }
    }

    /** What stands before the summary. */
    private static final class Beginning {
        final FieldReader from;
        final String name;
        final UdpPairs known = new UdpPairs();

        Beginning(ByteBuffer octets) throws IOException {
            from = new FieldReader(octets);
            long version = from.number();
            if (version != ScanFile.VERSION) {
                throw new IOException("a scan of version " + Long.toUnsignedString(version) + ", expected "
                        + ScanFile.VERSION + ": another Espial made it");
            }
            name = from.text();
            known.read(from);
        }
    }
}
