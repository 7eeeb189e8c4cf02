package io.github.espial.spark;

import io.github.espial.batch.BatchListener;
import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.BatchResult;
import io.github.espial.batch.RunRecord;
import io.github.espial.batch.index.CaseName;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Failed;
import io.github.espial.batch.ticket.Discovery;
import io.github.espial.report.Printable;
import io.github.espial.spark.parquet.ParquetIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** One run of a batch on a cluster, as the driver sees it. */
final class ClusterRun {
    /** Cases of which the rows come to the driver at once. */
    private static final int WAVE = 20_000;

    /** Octets of the cases that one task diagnoses one after the other, at the most. */
    private static final long GROUP_OCTETS = 256L << 20;

    private final JavaSparkContext spark;
    private final Broadcast<ClusterBatch> batch;
    private final BatchOptions options;
    private final Discovery found;
    private final BatchListener listener;
    private final TreeMap<Integer, CaseRow> rows = new TreeMap<>();
    private int unchanged;
    private volatile boolean isStopped;

    ClusterRun(
            JavaSparkContext spark, ClusterBatch batch, BatchOptions options, Discovery found, BatchListener listener) {
        this.spark = spark;
        this.batch = spark.broadcast(batch);
        this.options = options;
        this.found = found;
        this.listener = listener;
    }

    /** Has the run end soon; any thread may call it. */
    void stop() {
        isStopped = true;
        spark.sc().cancelAllJobs();
    }

    BatchResult run() throws IOException {
        Path index = Files.createTempDirectory("espial-");
        try {
            RunRecord record = new RunRecord(options.out(), index);
            try {
                diagnose(plan());
            } catch (Exception e) {
                // Scala does not declare what it throws; where the jobs were cancelled, whoever waits for one is told
                // so.
                if (!isStopped) {
                    throw new IOException("Spark gave the run up: " + firstLine(e), e);
                }
            }
            List<CaseRow> all = List.copyOf(rows.values());
            BatchResult result = record.end(found, all, unchanged, isStopped);
            ParquetIndex.write(all, index);
            Publication.ofFolder(index, options.out());
            return result;
        } finally {
            Publication.remove(index);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
    }

    /** The cases that are new or have changed. */
    private List<PlannedCase> plan() {
        List<ListedCase> all = new ArrayList<>();
        for (int i = 0; i < found.cases().size(); i++) {
            all.add(ListedCase.of(i, found.cases().get(i)));
        }
        List<PlannedCase> fresh = new ArrayList<>();
        List<Told> kept = new ArrayList<>();
        long octets = 0;
        for (List<ListedCase> wave : waves(all)) {
            int slices = Math.min(Math.max(1, wave.size()), 4 * spark.defaultParallelism());
            for (PlannedCase one :
                    spark.parallelize(wave, slices).map(new PlanCase(batch)).collect()) {
                if (one.earlier().kind() == Told.Kind.UNDONE) {
                    fresh.add(one);
                    octets += one.octets();
                } else {
                    kept.add(one.earlier());
                }
            }
        }
        listener.planned(all.size(), kept.size(), octets);
        kept.forEach(told -> take(told, 0));
        return fresh;
    }

    private void diagnose(List<PlannedCase> fresh) {
        long all = fresh.stream().mapToLong(PlannedCase::octets).sum();
        long divided = batch.value().pieces().divided(all, spark.defaultParallelism());
        List<ListedCase> candidates = new ArrayList<>();
        boolean isWhole =
                options.question().from().isEmpty() && options.question().to().isEmpty();
        fresh.stream().filter(one -> isWhole && one.octets() >= divided).forEach(one -> candidates.add(one.listed()));
        List<LargeCapture> captures = candidates.isEmpty()
                ? List.of()
                : spark.parallelize(candidates, candidates.size())
                        .flatMap(new FindLarge(batch, divided))
                        .collect();
        Set<Integer> large = new HashSet<>();
        captures.forEach(capture -> large.add(capture.ofCase()));
        Map<Integer, PlannedCase> byIndex = new TreeMap<>();
        fresh.forEach(one -> byIndex.put(one.listed().index(), one));

        List<PlannedCase> undone = new ArrayList<>();
        List<ListedCase> ofLarge =
                candidates.stream().filter(one -> large.contains(one.index())).toList();
        // At the same time, so that nobody waits while the last of one kind are judged.
        CompletableFuture<List<Told>> judged = captures.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : CompletableFuture.supplyAsync(
                        () -> new LargeCases(spark, batch, ofLarge, captures).run(), ClusterRun::start);
        List<PlannedCase> others = fresh.stream()
                .filter(one -> !large.contains(one.listed().index()))
                .toList();
        for (List<PlannedCase> wave : waves(others)) {
            take(run(CaseGroups.of(wave, spark.defaultParallelism(), GROUP_OCTETS)), byIndex, undone);
        }
        take(judged.join(), byIndex, undone);
        // Alone, since nobody knows which of a group it was.
        List<List<ListedCase>> alone = new ArrayList<>();
        undone.forEach(one -> alone.add(List.of(one.listed())));
        run(alone).forEach(told -> take(told, planned(byIndex, told).octets()));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "large cases");
        thread.setDaemon(true);
        thread.start();
    }

    private List<Told> run(List<List<ListedCase>> groups) {
        return groups.isEmpty()
                ? List.of()
                : spark.parallelize(groups, groups.size())
                        .flatMap(new DiagnoseCases(batch))
                        .collect();
    }

    private void take(List<Told> all, Map<Integer, PlannedCase> byIndex, List<PlannedCase> undone) {
        for (Told told : all) {
            PlannedCase planned = planned(byIndex, told);
            if (told.kind() == Told.Kind.UNDONE) {
                undone.add(planned);
            } else {
                take(told, planned.octets());
            }
        }
    }

    private static PlannedCase planned(Map<Integer, PlannedCase> byIndex, Told told) {
        return Objects.requireNonNull(byIndex.get(told.index()));
    }

    private void take(Told told, long octets) {
        boolean isUnchanged = told.kind() == Told.Kind.UNCHANGED;
        CaseRow row = told.kind() == Told.Kind.UNDONE ? failed(told) : told.row();
        rows.put(told.index(), row);
        unchanged += isUnchanged ? 1 : 0;
        listener.finished(row, isUnchanged, octets);
    }

    private CaseRow failed(Told told) {
        Failed failed = told.failed();
        return new CaseRow(
                CaseName.of(found.cases().get(told.index())),
                new Failed(failed.kind(), Printable.of(failed.reason())),
                List.of(),
                List.of());
    }

    private static <T> List<List<T>> waves(List<T> all) {
        List<List<T>> waves = new ArrayList<>();
        for (int from = 0; from < all.size(); from += WAVE) {
            waves.add(new ArrayList<>(all.subList(from, Math.min(all.size(), from + WAVE))));
        }
        return waves;
    }
}
