package io.github.espial.diagnose.check;

import io.github.espial.capture.CaptureProblem;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import java.util.List;

/** A capture file that is not as its format demands. See the page {@code capture-damaged}. */
public final class CaptureDamaged implements Check {
    /** Problems that are shown one by one; the report's captures list them all. */
    private static final int SHOWN = 5;

    @Override
    public String id() {
        return "capture-damaged";
    }

    @Override
    public String summary() {
        return "the capture file is damaged";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.captures().stream()
                .filter(capture -> !capture.summary().problems().isEmpty())
                .map(this::describe)
                .toList();
    }

    private Finding describe(CaseCapture capture) {
        List<CaptureProblem> problems = capture.summary().problems();
        String name = capture.summary().name();
        String text = name + " is damaged in " + (problems.size() == 1 ? "one place" : problems.size() + " places")
                + "; the " + Wording.frames(capture.summary().frames()) + " that could be read were analysed";
        List<Evidence> evidence = problems.stream()
                .limit(SHOWN)
                .map(problem -> Evidence.stated("damage", "at octet " + problem.offset() + ": " + problem.text(), 0))
                .toList();
        return Finding.of(id(), Severity.WARNING, name + " is damaged", text, evidence);
    }
}
