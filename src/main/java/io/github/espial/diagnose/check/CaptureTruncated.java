package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.tally.PointTally;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Frames of which the capture holds only the beginning. See the page {@code capture-truncated}. */
public final class CaptureTruncated implements Check {
    @Override
    public String id() {
        return "capture-truncated";
    }

    @Override
    public String summary() {
        return "the capture holds only the beginning of frames";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.streams().stream()
                .flatMap(stream -> describe(stream).stream())
                .toList();
    }

    private Optional<Finding> describe(List<CaseCapture> stream) {
        long truncated = sum(stream, PointTally::truncated);
        long unread = sum(stream, PointTally::shortened);
        if (truncated == 0) {
            return Optional.empty();
        }
        String files = Wording.files(stream);
        String text = Wording.frames(truncated) + " of " + Wording.framesOf(stream) + " in " + files + " are cut short"
                + (unread > 0
                        ? ", of " + unread
                                + " even the headers: they could not be judged. Capture with a snap length of 0"
                                + " or at least 128 octets"
                        : "; their headers are whole, so routing can be judged");
        return Optional.of(Finding.of(
                id(),
                unread > 0 ? Severity.WARNING : Severity.INFO,
                files + Wording.verb(stream, " holds", " hold") + " only the beginning of frames",
                text,
                List.of(new Evidence("snap-length", text, 0, List.of(), Optional.of("frame.cap_len < frame.len")))));
    }

    private static long sum(List<CaseCapture> stream, ToLongFunction<PointTally> count) {
        return stream.stream()
                .flatMap(capture -> capture.points().stream())
                .mapToLong(count)
                .sum();
    }
}
