package io.github.espial.scan;

import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.RingFile;
import io.github.espial.observe.tally.PointTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which captures of a case are one stream: what one program wrote at one point, file after file.
 *
 * <p>A capture continues the one before it when both are files of one ring by their names, with folder or archive ({@link
 * RingFile}), and what the files themselves say agrees: their format, and the link types and names of their interfaces, as
 * far as both list them. It must not begin before the other one, as it might where clocks were set back for the winter.
 * Of both all rows must have been kept: what was left out of one would seem to be missing between others.
 */
final class Streams {
    private Streams() {}

    /** For each capture the place of the one that began its stream: its own, where it continues none. */
    static List<Integer> of(List<CaptureScan> captures) {
        if (captures.size() == 1) {
            return List.of(captures.get(0).place());
        }
        Map<String, Open> open = new HashMap<>();
        List<Integer> streams = new ArrayList<>();
        for (CaptureScan capture : captures) {
            Optional<String> name = RingFile.of(capture.summary().name()).map(RingFile::ring);
            int stream = name.flatMap(ring -> Optional.ofNullable(open.get(ring)))
                    .filter(before -> continues(before.last(), capture))
                    .map(Open::stream)
                    .orElse(capture.place());
            name.ifPresent(ring -> open.put(ring, new Open(stream, capture)));
            streams.add(stream);
        }
        return streams;
    }

    /** A stream so far. */
    private record Open(int stream, CaptureScan last) {}

    private static boolean continues(CaptureScan before, CaptureScan capture) {
        long begin = firstNanos(before);
        return agree(before.summary(), capture.summary())
                && (begin == Long.MAX_VALUE || begin <= firstNanos(capture))
                && !before.observations().leavesOutRows()
                && !capture.observations().leavesOutRows();
    }

    private static boolean agree(CaptureSummary one, CaptureSummary other) {
        int listed = Math.min(one.interfaces().size(), other.interfaces().size());
        for (int i = 0; i < listed; i++) {
            if (!agree(one.interfaces().get(i), other.interfaces().get(i))) {
                return false;
            }
        }
        return one.file().map(CaptureFile::format).equals(other.file().map(CaptureFile::format));
    }

    private static boolean agree(CaptureInterface one, CaptureInterface other) {
        boolean isNamedOtherwise = one.name().isPresent()
                && other.name().isPresent()
                && !one.name().equals(other.name());
        return one.linkType() == other.linkType() && !isNamedOtherwise;
    }

    /** When the earliest frame was; the latest time there is where none has a time. */
    private static long firstNanos(CaptureScan capture) {
        return capture.observations().points().stream()
                .mapToLong(PointTally::firstNanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
