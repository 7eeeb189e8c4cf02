package io.github.espial.cli;

import io.github.espial.bytes.Deadline;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.Intake;
import io.github.espial.context.file.ContextFile;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The inputs of one case, as they are typed. */
final class CaseInputs {
    private static final String STANDARD_INPUT = "-";
    /** Files that a message names. */
    private static final int NAMED = 3;

    private CaseInputs() {}

    /**
     * Looks at all inputs, and says what is passed over.
     *
     * @param options with captures, context files, folders and archives, {@code -} for standard input; with files with keys
     *     or policies, up to when words of machines are read, and whether all this is redacted
     * @throws IOException when one cannot be read at all; the message names it
     */
    static CaseFiles of(AnalyzeOptions options, Terminal terminal) throws IOException, UsageException {
        return of(options.inputs(), KeyFiles.read(options.keys(), options.deadline(), terminal), options, terminal);
    }

    /**
     * The same with what was read from files with keys or policies: where several cases share these, their faults are
     * told once.
     */
    static CaseFiles of(List<String> inputs, List<ContextFile> keys, AnalyzeOptions options, Terminal terminal)
            throws IOException, UsageException {
        Intake intake = intake(inputs, options.limit(), options.deadline(), terminal);
        keys.forEach(intake::addContext);
        CaseFiles files = intake.files();
        Optional<Redaction> redaction = options.showing().redaction();
        return redaction.isPresent() ? redaction.get().of(files, terminal) : files;
    }

    private static Intake intake(List<String> inputs, DecompressionLimit limit, Deadline deadline, Terminal terminal)
            throws IOException, UsageException {
        Intake intake = new Intake(limit, deadline);
        for (String input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                intake.addStream(terminal.in(), "standard input");
            } else if (!intake.add(path(input), input)) {
                terminal.error(input + ": given twice, read once");
            }
        }
        CaseFiles files = intake.files();
        for (ContextFile context : files.contexts()) {
            KeyFiles.problems(context).forEach(terminal::error);
        }
        passedOver(files.others(), terminal);
        return intake;
    }

    /** The path of an input; one that is not there is told now rather than after others have been read. */
    private static Path path(String input) throws IOException, UsageException {
        if (input.isEmpty()) {
            throw new UsageException("an input is an empty word; expected the name of a capture file");
        }
        try {
            Path path = Path.of(input);
            if (Files.notExists(path)) {
                throw new IOException(input + ": no such file" + FileNames.remark(input) + FileNames.nearest(path));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new UsageException(input + ": not a file name: " + e.getReason());
        }
    }

    private static void passedOver(List<CaseFiles.Other> others, Terminal terminal) {
        if (others.size() <= NAMED) {
            others.forEach(other -> terminal.error("passed over " + other.reason()));
            return;
        }
        String first = others.stream().limit(NAMED).map(CaseFiles.Other::name).collect(Collectors.joining(", "));
        terminal.error("passed over " + others.size()
                + " files that are neither captures nor output that Espial knows: " + first + " and others");
    }
}
