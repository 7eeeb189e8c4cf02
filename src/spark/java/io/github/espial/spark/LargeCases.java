package io.github.espial.spark;

import io.github.espial.batch.index.Failed;
import io.github.espial.read.PieceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Diagnoses cases with large captures: pieces are scanned, what was seen goes through the shuffle, is put together in two
 * steps, and the case judged. Captures in which UDP end points turn out to carry ESP are scanned once more. Where there are
 * keys or nothing was encrypted, what was inside ESP goes the same way in a job of its own.
 */
final class LargeCases {
    /** With UDP end points known that carry ESP, and once more to open it. */
    private static final int MOST_LOOKS = 3;

    private static final Failed CHANGING =
            new Failed(Failed.Kind.UNREADABLE, "its files changed while they were read, again and again");

    private final JavaSparkContext spark;
    private final Broadcast<ClusterBatch> batch;
    private final Map<Integer, ListedCase> cases = new HashMap<>();
    private final List<LargeCapture> captures;

    /** @param captures of these cases that are scanned in pieces */
    LargeCases(
            JavaSparkContext spark,
            Broadcast<ClusterBatch> batch,
            List<ListedCase> cases,
            List<LargeCapture> captures) {
        this.spark = spark;
        this.batch = batch;
        this.captures = captures;
        cases.forEach(one -> this.cases.put(one.index(), one));
    }

    /** What came of each case. */
    List<Told> run() {
        List<Told> told = new ArrayList<>();
        Set<Integer> concerned = cases.keySet();
        JavaPairRDD<Integer, Tuple2<LargeCapture, byte[]>> read = scan(captures);
        describe("scan", concerned.size());
        for (int look = 1; !concerned.isEmpty(); look++) {
            List<LargeCapture> wanted = new ArrayList<>();
            for (Told one : judge(read, concerned.size())) {
                boolean isWanting = one.kind() == Told.Kind.AGAIN || one.kind() == Told.Kind.OPEN;
                if (!isWanting) {
                    told.add(one);
                } else if (look == MOST_LOOKS) {
                    told.add(Told.undone(one.index(), CHANGING));
                } else {
                    captures.stream()
                            .filter(capture -> capture.ofCase() == one.index())
                            .forEach(capture -> wanted.add(
                                    one.kind() == Told.Kind.AGAIN
                                            ? capture.knowing(one.text())
                                            : capture.opened(one.order())));
                }
            }
            Set<Integer> others = new TreeSet<>();
            wanted.forEach(capture -> others.add(capture.ofCase()));
            concerned = others;
            if (!wanted.isEmpty()) {
                // What was read before is still there.
                read = read.filter(one -> others.contains(one._1())).union(scan(wanted));
                describe(
                        wanted.stream().allMatch(capture -> capture.order().isNone()) ? "scan again" : "open",
                        others.size());
            }
        }
        return told;
    }

    /** What pages and histories of Spark say of the jobs of this thread. */
    private void describe(String work, int number) {
        spark.setJobDescription(work + " large captures of cases: " + number);
    }

    private List<Told> judge(JavaPairRDD<Integer, Tuple2<LargeCapture, byte[]>> scanned, int number) {
        return scanned.groupByKey(Math.min(number, 4 * spark.defaultParallelism()))
                .map(new JudgeCase(batch, cases))
                .collect();
    }

    private JavaPairRDD<Integer, Tuple2<LargeCapture, byte[]>> scan(List<LargeCapture> large) {
        Broadcast<ClusterBatch> told = batch;
        Broadcast<LargeCapture[]> all = spark.broadcast(large.toArray(LargeCapture[]::new));
        List<PieceWork> work = work(large);
        int groups = (int) work.stream().map(PieceWork::group).distinct().count();
        return spark.parallelize(work, work.size())
                .mapToPair(new ScanPiece(told, all))
                .groupByKey(groups)
                .mapToPair(group -> {
                    String[] name = group._1().split(" ", -1);
                    int capture = Integer.parseInt(name[0]);
                    byte[] joined = new JoinPieces(told, all.value()[capture]).join(group._2());
                    return new Tuple2<>(capture, new Tuple2<>(Integer.parseInt(name[1]), joined));
                })
                .groupByKey(large.size())
                .mapToPair(whole -> {
                    LargeCapture capture = all.value()[whole._1()];
                    byte[] joined = new JoinPieces(told, capture).join(whole._2());
                    return new Tuple2<>(capture.ofCase(), new Tuple2<>(capture, joined));
                });
    }

    private List<PieceWork> work(List<LargeCapture> large) {
        List<PieceWork> work = new ArrayList<>();
        for (int capture = 0; capture < large.size(); capture++) {
            List<PieceSpan> spans =
                    large.get(capture).spans(batch.value().pieces().octets());
            for (int piece = 0; piece < spans.size(); piece++) {
                work.add(new PieceWork(
                        capture,
                        piece,
                        spans.get(piece).from(),
                        spans.get(piece).to()));
            }
        }
        return work;
    }
}
