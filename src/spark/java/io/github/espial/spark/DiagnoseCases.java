package io.github.espial.spark;

import io.github.espial.batch.ScanKeeping;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Diagnoses cases one after the other, each from its first octet to its reports. */
final class DiagnoseCases implements FlatMapFunction<List<ListedCase>, Told> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ClusterBatch> batch;

    DiagnoseCases(Broadcast<ClusterBatch> batch) {
        this.batch = batch;
    }

    @Override
    public Iterator<Told> call(List<ListedCase> cases) throws InterruptedException {
        List<Told> told = new ArrayList<>();
        for (ListedCase one : cases) {
            told.add(
                    Attempt.isHopeless()
                            ? Attempt.hopeless(one)
                            : Diagnosing.of(batch.value(), one, ScanKeeping.NOTHING));
        }
        return told.iterator();
    }
}
