package io.github.espial.mcp.desk;

import io.github.espial.bytes.Deadline;
import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.cases.Intake;
import io.github.espial.cases.UnanswerableException;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.ShortReport;
import io.github.espial.mcp.answer.JsonTree;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.redact.RedactedCase;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.report.json.JsonReport;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Analyzes the cases that are asked for, and keeps the last of them, so that a second question costs nothing. Thread-safe. */
public final class Desk {
    /** Cases that are kept. */
    private static final int KEPT = 4;

    private final Roots roots;
    private final Terms terms;
    /** Cases are analyzed one after the other: each takes all processors and much memory. */
    private final Semaphore turn = new Semaphore(1, true);

    private final Map<Key, OpenCase> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, OpenCase> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * On which terms cases are read.
     *
     * @param redaction the key under which all is redacted; empty where nothing is
     * @param longest time that an analysis may take
     * @param threads that read at the same time
     * @param version of this program
     */
    public record Terms(Optional<RedactionKey> redaction, Duration longest, int threads, String version) {}

    /** A question of unchanged files. */
    private record Key(Question question, List<String> stamp) {}

    public Desk(Roots roots, Terms terms) {
        this.roots = roots;
        this.terms = terms;
    }

    public Roots roots() {
        return roots;
    }

    public Terms terms() {
        return terms;
    }

    /**
     * The case that {@code question} names.
     *
     * @param progress told how far its captures are read; of nothing where the case is known already
     * @throws RefusedException where there is none, or nothing can be read from it
     */
    public OpenCase open(Question question, ReadProgress progress) throws RefusedException, InterruptedException {
        turn.acquire();
        try {
            List<Path> paths = new ArrayList<>();
            List<String> stamp = new ArrayList<>();
            for (String input : question.inputs()) {
                Path path = roots.resolve(input);
                paths.add(path);
                stamp.addAll(Stamp.of(path));
            }
            Key key = new Key(question, stamp);
            OpenCase known = kept.get(key);
            if (known == null) {
                known = analyze(question, paths, progress);
                kept.put(key, known);
            }
            return known;
        } catch (IOException e) {
            throw new RefusedException(reason(e));
        } finally {
            turn.release();
        }
    }

    private OpenCase analyze(Question question, List<Path> paths, ReadProgress progress)
            throws IOException, RefusedException, InterruptedException {
        Deadline deadline = Deadline.in(terms.longest(), System::nanoTime);
        Intake intake = new Intake(DecompressionLimit.USUAL, deadline);
        for (int input = 0; input < paths.size(); input++) {
            intake.add(paths.get(input), question.inputs().get(input));
        }
        CaseFiles files = terms.redaction().isPresent()
                ? new RedactedCase(terms.redaction().get()).of(intake.files())
                : intake.files();
        try {
            CaseReport report = ShortReport.of(CaseAnalysis.of(
                    files,
                    // What is stated is in the words of earlier answers, so that it is redacted already.
                    new CaseQuestion(question.stated(), question.from(), question.to(), terms.threads()),
                    progress,
                    deadline));
            return new OpenCase(files, report, JsonTree.of(out -> new JsonReport(terms.version()).write(report, out)));
        } catch (UnanswerableException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** What went wrong; a message may name files in a folder, and names are part of what is redacted. */
    private String reason(IOException e) {
        return terms.redaction().isPresent()
                ? "the case cannot be read; espial analyze on the machine that serves it says why"
                : String.valueOf(e.getMessage());
    }
}
