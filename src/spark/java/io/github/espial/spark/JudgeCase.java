package io.github.espial.spark;

import io.github.espial.batch.CaseTask;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Diagnoses a case whose large captures were scanned. */
final class JudgeCase implements Function<Tuple2<Integer, Iterable<Tuple2<LargeCapture, byte[]>>>, Told> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ClusterBatch> batch;
    private final Map<Integer, ListedCase> cases;

    /** @param cases by index */
    JudgeCase(Broadcast<ClusterBatch> batch, Map<Integer, ListedCase> cases) {
        this.batch = batch;
        this.cases = Map.copyOf(cases);
    }

    @Override
    public Told call(Tuple2<Integer, Iterable<Tuple2<LargeCapture, byte[]>>> scanned) throws InterruptedException {
        ListedCase judged = Objects.requireNonNull(cases.get(scanned._1()));
        if (Attempt.isHopeless()) {
            return Attempt.hopeless(judged);
        }
        PieceScans scans = new PieceScans(batch.value());
        for (Tuple2<LargeCapture, byte[]> capture : scanned._2()) {
            scans.add(capture._1(), capture._2());
        }
        String stamp = stamp(judged);
        Told told = Diagnosing.of(batch.value(), judged, (files, folder) -> scans);
        return scans.wanted()
                .map(pairs -> new Told(judged.index(), Told.Kind.AGAIN, pairs))
                .or(() -> scans.order().map(order -> new Told(judged.index(), Told.Kind.OPEN, stamp + " " + order)))
                .orElse(told);
    }

    /** What the files of the case are like before any is read. */
    private String stamp(ListedCase judged) {
        try {
            return CaseTask.of(batch.value().options(), judged.place(batch.value()))
                    .stamp();
        } catch (IOException e) {
            // Whoever opens pieces finds another, and opens none.
            return "";
        }
    }
}
