package io.github.espial.batch;

import io.github.espial.cases.CaseQuestion;
import io.github.espial.infer.Statements;
import io.github.espial.store.DecompressionLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;

/**
 * What is asked of a batch.
 *
 * @param folder holds the cases
 * @param out takes the reports and the index
 * @param reports what is written of every case
 * @param question asked of every case; its threads are those of the whole run
 * @param limits what one case may take
 * @param memory octets of the heap that all cases together may take
 * @param toolVersion version of the program: a case is diagnosed anew by another one
 * @param reuse what is taken from earlier runs
 */
public record BatchOptions(
        Path folder,
        Path out,
        Reporting reports,
        CaseQuestion question,
        Limits limits,
        long memory,
        String toolVersion,
        Reuse reuse) {
    public BatchOptions {
        if (memory < 1) {
            throw new IllegalArgumentException("no memory to work in: " + memory);
        }
    }

    /**
     * What one case may take.
     *
     * @param time from its first octet to its last report
     * @param octets of its captures together, those in archives as unpacked
     * @param decompressed how large each capture may become
     */
    public record Limits(Duration time, long octets, DecompressionLimit decompressed) {
        /** Ten minutes, and 256 GiB. */
        public static final Limits USUAL = new Limits(Duration.ofMinutes(10), 256L << 30, DecompressionLimit.USUAL);
    }

    /**
     * What is taken from earlier runs.
     *
     * @param isForced whether to diagnose cases anew that have not changed
     * @param scans where scans of captures are kept
     */
    public record Reuse(boolean isForced, ScanKeeping scans) {}

    /** The same, all written to another folder, and scans kept in another way. */
    public BatchOptions into(Path other, ScanKeeping scans) {
        return new BatchOptions(
                folder, other, reports, question, limits, memory, toolVersion, new Reuse(reuse.isForced(), scans));
    }

    /** A digest of all that the reports of a case depend on besides its files. */
    String asked() {
        return InputState.digest(String.join(
                "\n",
                toolVersion,
                reports.asked(),
                stated(question.stated()),
                question.from().toString(),
                question.to().toString(),
                limits.toString()));
    }

    /** In the same order in every process, unlike that of a map. */
    private static String stated(Statements stated) {
        return stated.serverAddresses()
                + " "
                + stated.serverMacs()
                + " "
                + stated.gateways()
                + " "
                + new TreeMap<>(stated.nextHops());
    }

    Path folderOf(String caseId) {
        return out.resolve("cases").resolve(caseId);
    }

    /** For what archives hold, while the case is diagnosed. */
    Path work() {
        return out.resolve(".work");
    }
}
