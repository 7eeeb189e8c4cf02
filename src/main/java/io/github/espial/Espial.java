package io.github.espial;

import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.cases.Intake;
import io.github.espial.cases.TimeBound;
import io.github.espial.cases.UnanswerableException;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.infer.Statements;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Diagnoses cases for other programs. It prints nothing, ends no process, keeps no state, and may be used by several
 * threads at the same time; each method that sets something gives another one that has it.
 *
 * <p>What is here and what it hands out, {@link CaseReport} and the records in it, keeps its meaning from version to
 * version; records may get further components.
 */
public final class Espial {
    private final CaseQuestion question;
    private final DecompressionLimit limit;

    private Espial(CaseQuestion question, DecompressionLimit limit) {
        this.question = question;
        this.limit = limit;
    }

    /** States nothing, looks at whole captures, and reads by as many threads as there are processors. */
    public static Espial usual() {
        return new Espial(CaseQuestion.plain(Runtime.getRuntime().availableProcessors()), DecompressionLimit.USUAL);
    }

    /** Takes {@code stated} for granted, in place of what was stated before. */
    public Espial stating(Statements stated) {
        return new Espial(
                new CaseQuestion(stated, question.from(), question.to(), question.threads(), question.breadth()),
                limit);
    }

    /** Looks only at frames from {@code from} on. */
    public Espial from(TimeBound from) {
        return new Espial(
                new CaseQuestion(
                        question.stated(), Optional.of(from), question.to(), question.threads(), question.breadth()),
                limit);
    }

    /** Looks only at frames up to {@code to}. */
    public Espial to(TimeBound to) {
        return new Espial(
                new CaseQuestion(
                        question.stated(), question.from(), Optional.of(to), question.threads(), question.breadth()),
                limit);
    }

    /** Reads by {@code threads} at the same time, at least 1. */
    public Espial withThreads(int threads) {
        return new Espial(
                new CaseQuestion(question.stated(), question.from(), question.to(), threads, question.breadth()),
                limit);
    }

    /** Reads no more than that of a compressed capture. */
    public Espial withLimit(DecompressionLimit most) {
        return new Espial(question, most);
    }

    /**
     * The report on one case.
     *
     * @param inputs captures, files with words of the failing machine or keys, folders and ZIP archives of both
     * @throws IOException when one cannot be read at all; the message is a line that names it and says why
     * @throws UnanswerableException when {@link #from} and {@link #to} ask for a part that cannot be told
     */
    public CaseReport analyze(Path... inputs) throws IOException, UnanswerableException, InterruptedException {
        return analyze(List.of(inputs), ReadProgress.NONE);
    }

    /**
     * The report on one case.
     *
     * @param inputs captures, files with words of the failing machine or keys, folders and ZIP archives of both
     * @param progress told how far they have been read, by several threads
     * @throws IOException when one cannot be read at all; the message is a line that names it and says why
     * @throws UnanswerableException when {@link #from} and {@link #to} ask for a part that cannot be told
     */
    public CaseReport analyze(List<Path> inputs, ReadProgress progress)
            throws IOException, UnanswerableException, InterruptedException {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("no input");
        }
        Intake intake = new Intake(limit);
        for (Path input : inputs) {
            intake.add(input, input.toString());
        }
        return CaseAnalysis.of(intake.files(), question, progress);
    }

    /**
     * The report on one case of captures that need not be files: ranges of octets, read by several threads at the same time,
     * may come from anywhere.
     *
     * @param captures each with the limit and the name that it has; nothing is looked for in them but frames
     * @param progress told how far they have been read, by several threads
     * @throws IOException when one cannot be read at all; the message is a line that names it and says why
     * @throws UnanswerableException when {@link #from} and {@link #to} ask for a part that cannot be told
     */
    public CaseReport analyzeCaptures(List<CaptureSource> captures, ReadProgress progress)
            throws IOException, UnanswerableException, InterruptedException {
        if (captures.isEmpty()) {
            throw new IllegalArgumentException("no capture");
        }
        Intake intake = new Intake(limit);
        captures.forEach(intake::addCapture);
        return CaseAnalysis.of(intake.files(), question, progress);
    }
}
