package io.github.espial.diagnose;

import io.github.espial.bytes.Deadline;
import java.util.ArrayList;
import java.util.List;

/** The steps of a diagnosis, which are taken while there is time, and those that were not come to. */
final class StepsInTime {
    private final Deadline deadline;
    private final List<String> omitted = new ArrayList<>();

    StepsInTime(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * Whether there is time for a step; if not, it is one of the {@link #omitted}.
     *
     * @param name a plural noun or a phrase that stands for what the step looks at
     */
    boolean hasTimeFor(String name) {
        boolean isOver = deadline.isOver();
        if (isOver) {
            omitted.add(name);
        }
        return !isOver;
    }

    /** The names of those that were not taken, in their order. */
    List<String> omitted() {
        return List.copyOf(omitted);
    }
}
