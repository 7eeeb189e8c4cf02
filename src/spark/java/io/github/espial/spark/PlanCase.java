package io.github.espial.spark;

import io.github.espial.batch.CaseResult;
import io.github.espial.batch.CaseTask;
import io.github.espial.batch.index.CaseRow;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Looks at a case without opening a file of it: how large it is, and whether an earlier run tells what comes of it. */
final class PlanCase implements Function<ListedCase, PlannedCase> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ClusterBatch> batch;

    PlanCase(Broadcast<ClusterBatch> batch) {
        this.batch = batch;
    }

    @Override
    public PlannedCase call(ListedCase listed) {
        PlannedCase unknown = new PlannedCase(listed, 0, new Told(listed.index(), Told.Kind.UNDONE, ""));
        if (Attempt.isHopeless()) {
            return unknown;
        }
        try {
            return planned(listed);
        } catch (IOException e) {
            // Whoever diagnoses the case says what is wrong with it.
            return unknown;
        }
    }

    private PlannedCase planned(ListedCase listed) throws IOException {
        CaseTask task = CaseTask.of(batch.value().options(), listed.place(batch.value()));
        Optional<CaseRow> row = task.untouched();
        Told told = row.map(known -> Told.of(listed.index(), new CaseResult(known, true)))
                .orElseGet(() -> new Told(listed.index(), Told.Kind.UNDONE, ""));
        return new PlannedCase(listed, task.octets(), told);
    }
}
