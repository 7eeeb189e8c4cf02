package io.github.espial.cases;

import io.github.espial.infer.Breadth;
import io.github.espial.infer.Statements;
import java.util.Optional;

/**
 * What is asked of a case.
 *
 * @param stated what the capture need not be asked to tell
 * @param from only frames from here on
 * @param to only frames up to here
 * @param threads that read at the same time, at least 1
 * @param breadth how many pairs of hosts are judged
 */
public record CaseQuestion(
        Statements stated, Optional<TimeBound> from, Optional<TimeBound> to, int threads, Breadth breadth) {
    public CaseQuestion {
        if (threads < 1) {
            throw new IllegalArgumentException("no thread to read with: " + threads);
        }
    }

    /** What is asked of the busiest pairs of hosts, where there are more than a network has. */
    public CaseQuestion(Statements stated, Optional<TimeBound> from, Optional<TimeBound> to, int threads) {
        this(stated, from, to, threads, Breadth.BUSIEST);
    }

    /** The same, of so many pairs of hosts. */
    public CaseQuestion over(Breadth pairs) {
        return new CaseQuestion(stated, from, to, threads, pairs);
    }

    /** The whole case, with nothing stated. */
    public static CaseQuestion plain(int threads) {
        return new CaseQuestion(Statements.NONE, Optional.empty(), Optional.empty(), threads);
    }
}
