package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.PointTally;
import java.util.List;
import java.util.Optional;

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
        return facts.captures().stream()
                .flatMap(capture -> describe(capture).stream())
                .toList();
    }

    private Optional<Finding> describe(CaseCapture capture) {
        long truncated =
                capture.points().stream().mapToLong(PointTally::truncated).sum();
        long unread = capture.points().stream().mapToLong(PointTally::shortened).sum();
        if (truncated == 0) {
            return Optional.empty();
        }
        String name = capture.summary().name();
        String text = Wording.frames(truncated) + " of " + capture.summary().frames() + " in " + name + " are cut short"
                + (unread > 0
                        ? ", of " + unread
                                + " even the headers: they could not be judged. Capture with a snap length of 0"
                                + " or at least 128 octets"
                        : "; their headers are whole, so routing can be judged");
        return Optional.of(Finding.of(
                id(),
                unread > 0 ? Severity.WARNING : Severity.INFO,
                0.99,
                name + " holds only the beginning of frames",
                text,
                List.of(new Evidence("snap-length", text, 0, List.of(), Optional.of("frame.cap_len < frame.len")))));
    }
}
