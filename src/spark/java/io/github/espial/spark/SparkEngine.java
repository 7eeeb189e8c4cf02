package io.github.espial.spark;

import io.github.espial.batch.AskedBatch;
import io.github.espial.batch.BatchEngine;
import io.github.espial.batch.BatchListener;
import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.BatchResult;
import io.github.espial.batch.BatchRun;
import io.github.espial.batch.ticket.Discovery;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.SerializableConfiguration;

/** Runs a batch on Spark: where {@code spark-submit} says, else within this process. */
public final class SparkEngine implements BatchEngine {
    /** Octets of a piece of a large capture, as {@code 128m}. */
    static final String PIECE = "spark.espial.piece";

    private static final String USUAL_PIECE = "128m";

    private static final Pattern LOCAL = Pattern.compile("local\\[(\\*|\\d+)]");

    /** As Spark has it elsewhere (spark.task.maxFailures). */
    private static final int FAILURES = 4;

    private final SparkConf conf;
    private final FileSystems systems;

    /** @param master where Spark runs; empty for what the process was told, else for this process */
    public SparkEngine(Optional<String> master) {
        conf = new SparkConf();
        conf.setMaster(trying(master.orElse(conf.get("spark.master", "local[*]"))));
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.ui.enabled", "false");
        }
        conf.setIfMissing("spark.app.name", "espial");
        // Kryo cannot read records.
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        systems = new FileSystems(SparkHadoopUtil.get().newConfiguration(conf));
    }

    /** The same master; within this process, where Spark tries no task twice unless it is told so, one that does. */
    static String trying(String master) {
        return LOCAL.matcher(master).matches() ? master.replace("]", "," + FAILURES + "]") : master;
    }

    @Override
    public Path folder(String word) throws IOException {
        return systems.path(word);
    }

    @Override
    public BatchResult run(
            AskedBatch asked, Path folder, Path out, BatchListener listener, BatchRun.StoppingTaker stoppings)
            throws IOException {
        BatchOptions options = asked.options(folder, out);
        Discovery found = Discovery.of(options.folder(), options.out());
        Closeable claim = OutputClaim.on(out);
        try (claim;
                JavaSparkContext spark = new JavaSparkContext(conf)) {
            ClusterBatch batch = new ClusterBatch(
                    asked,
                    folder,
                    out,
                    new SerializableConfiguration(spark.hadoopConfiguration()),
                    new Pieces(conf.getSizeAsBytes(PIECE, USUAL_PIECE), conf.contains(PIECE)));
            ClusterRun run = new ClusterRun(spark, batch, options, found, listener);
            stoppings.take(run::stop);
            return run.run();
        }
    }
}
