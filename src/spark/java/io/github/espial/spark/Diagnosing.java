package io.github.espial.spark;

import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.CaseResult;
import io.github.espial.batch.CaseTask;
import io.github.espial.batch.ScanKeeping;
import io.github.espial.batch.index.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has a case diagnosed in a folder of this machine, and puts its reports where they belong. */
final class Diagnosing {
    private Diagnosing() {}

    /**
     * What came of a case; what may go well another time is not done.
     *
     * @param scans of its captures that are known already
     */
    static Told of(ClusterBatch batch, ListedCase listed, ScanKeeping scans) throws InterruptedException {
        try {
            Path work = Files.createTempDirectory("espial-");
            try {
                BatchOptions options = batch.options();
                CaseResult result = CaseTask.of(options, listed.place(batch)).diagnose(work, scans, Attempt.threads());
                if (isWorthAnotherTrial(result)) {
                    return Told.undone(listed.index(), result.row().failed().orElseThrow());
                }
                Path folder = Path.of("cases", listed.id());
                Publication.ofCase(
                        work.resolve(folder), options.out().resolve("cases").resolve(listed.id()));
                return Told.of(listed.index(), result);
            } finally {
                Publication.remove(work);
            }
        } catch (IOException e) {
            return Told.undone(listed.index(), new Failed(Failed.Kind.OUTPUT, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // A file system may throw anything: that is the trouble of this case, and not of those beside it.
            return Told.undone(listed.index(), new Failed(Failed.Kind.DEFECT, listed.name() + ": " + e));
        }
    }

    private static boolean isWorthAnotherTrial(CaseResult result) {
        return result.row().failed().stream()
                .anyMatch(failed -> failed.kind() == Failed.Kind.MEMORY || failed.kind() == Failed.Kind.OUTPUT);
    }
}
