package io.github.espial.scan;

import io.github.espial.read.Division;
import io.github.espial.store.ReadProgress;
import java.util.Optional;

/**
 * What to read of captures, and how. What comes of it depends on the window alone.
 *
 * @param window the part that is looked at
 * @param threads that read at the same time, at least 1: captures, or pieces of one
 * @param division how each capture is divided into pieces; empty: among the threads that its case leaves to it
 * @param kept asked for the scan of each capture before it is read, and given the scans that were made
 * @param progress told of all captures that are read as if they were one; of a second reading from 0 again
 */
public record Reading(
        TimeWindow window, int threads, Optional<Division> division, KeptScans kept, ReadProgress progress) {
    /** Everything, by one thread. */
    public static final Reading USUAL =
            new Reading(TimeWindow.EVERYTHING, 1, Optional.empty(), KeptScans.NONE, ReadProgress.NONE);

    public Reading {
        if (threads < 1) {
            throw new IllegalArgumentException("no reading by " + threads + " threads");
        }
    }

    /** The same of another part. */
    public Reading in(TimeWindow other) {
        return new Reading(other, threads, division, kept, progress);
    }

    /** The same by so many threads. */
    public Reading by(int others) {
        return new Reading(window, others, division, kept, progress);
    }

    /** The same, each capture divided in this way. */
    public Reading divided(Division other) {
        return new Reading(window, threads, Optional.of(other), kept, progress);
    }

    /** The same with scans of other runs. */
    public Reading keeping(KeptScans others) {
        return new Reading(window, threads, division, others, progress);
    }

    /** The same, telling somebody else. */
    public Reading telling(ReadProgress other) {
        return new Reading(window, threads, division, kept, other);
    }

    /** How one of so many captures, at least one, is divided. */
    public Division divisionOf(int captures) {
        return division.orElseGet(() -> Division.among(Math.max(1, threads / captures)));
    }
}
