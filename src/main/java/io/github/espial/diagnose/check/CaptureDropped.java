package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import java.util.List;
import java.util.stream.Stream;

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
        return facts.captures().stream().flatMap(this::describe).toList();
    }

    private Stream<Finding> describe(CaseCapture capture) {
        String name = capture.summary().name();
        return capture.summary().dropped().stream()
                .filter(dropped -> dropped > 0)
                .mapToObj(dropped -> {
                    String text = name + " says that " + Wording.frames(dropped) + " were lost while capturing "
                            + capture.summary().frames() + "; counts are too low, and silence proves little";
                    return Finding.of(
                            id(),
                            Severity.WARNING,
                            0.99,
                            name + " lost frames",
                            text,
                            List.of(Evidence.stated("dropped", dropped + " lost, by the capture's own statistics", 0)));
                });
    }
}
