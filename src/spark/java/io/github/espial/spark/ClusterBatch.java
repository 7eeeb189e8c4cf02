package io.github.espial.spark;

import io.github.espial.batch.AskedBatch;
import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.CaseTask;
import io.github.espial.correlate.KeysAndPolicies;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** A batch as each process of a cluster knows it: one object in each, which knows the file systems that it has opened. */
final class ClusterBatch implements Serializable {
    private static final long serialVersionUID = 1;

    private final AskedBatch asked;
    private final String folder;
    private final String out;
    private final Pieces pieces;
    private final SerializableConfiguration hadoop;
    private transient @Nullable FileSystems systems;
    private transient @Nullable BatchOptions options;
    private transient @Nullable CaseKeys keys;

    /**
     * A batch of this process, to be told to others.
     *
     * @param hadoop settings of file systems
     * @param pieces of large captures
     */
    ClusterBatch(AskedBatch asked, Path folder, Path out, SerializableConfiguration hadoop, Pieces pieces) {
        this.asked = asked;
        this.folder = FileSystems.travelling(folder);
        this.out = FileSystems.travelling(out);
        this.hadoop = hadoop;
        this.pieces = pieces;
    }

    /** How large captures are cut. */
    Pieces pieces() {
        return pieces;
    }

    /** What is asked, with folders as this process knows them. */
    synchronized BatchOptions options() throws IOException {
        Optional<BatchOptions> known = Optional.ofNullable(options);
        if (known.isPresent()) {
            return known.get();
        }
        BatchOptions made = asked.options(path(folder), path(out));
        options = made;
        return made;
    }

    /** The keys in the files of a case, as long as these are like {@code stamp} tells. */
    Optional<KeysAndPolicies> keys(ListedCase listed, String stamp) throws IOException {
        CaseTask task = CaseTask.of(options(), listed.place(this));
        if (!task.stamp().equals(stamp)) {
            return Optional.empty();
        }
        CaseKeys known;
        synchronized (this) {
            known = Optional.ofNullable(keys).orElseGet(CaseKeys::new);
            keys = known;
        }
        return Optional.of(known.of(options(), listed.place(this), stamp));
    }

    /** The path that travelled as {@code text}, see {@link FileSystems#travelling}. */
    synchronized Path path(String text) throws IOException {
        FileSystems known = Optional.ofNullable(systems).orElseGet(() -> new FileSystems(hadoop.value()));
        systems = known;
        return known.travelled(text);
    }
}
