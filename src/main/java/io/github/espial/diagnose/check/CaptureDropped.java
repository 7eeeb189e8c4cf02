package io.github.espial.diagnose.check;

import io.github.espial.capture.Saturating;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import java.util.List;
import java.util.Optional;

/** Frames that the capture itself says it lost. See the page {@code capture-dropped}. */
public final class CaptureDropped implements Check {
    @Override
    public String id() {
        return "capture-dropped";
    }

    @Override
    public String summary() {
        return "the capture says that it lost frames";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.streams().stream()
                .flatMap(stream -> describe(stream).stream())
                .toList();
    }

    private Optional<Finding> describe(List<CaseCapture> stream) {
        long dropped = stream.stream()
                .flatMapToLong(capture -> capture.summary().dropped().stream())
                .reduce(0, Saturating::add);
        if (dropped == 0) {
            return Optional.empty();
        }
        String files = Wording.files(stream);
        String text = files + Wording.verb(stream, " says", " say") + " that " + Wording.frames(dropped)
                + " were lost while capturing " + Wording.framesOf(stream)
                + "; counts are too low, and silence proves little";
        return Optional.of(Finding.of(
                id(),
                Severity.WARNING,
                files + " lost frames",
                text,
                List.of(Evidence.stated("dropped", dropped + " lost, by the capture's own statistics", 0))));
    }
}
