package io.github.espial.cases;

import io.github.espial.context.file.ContextFile;
import io.github.espial.store.CaptureSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What was handed over for one case.
 *
 * @param captures in the order given; of a folder or an archive, in the order of their names; those
 *     that one program wrote in turns in the order of time
 * @param contexts words of the machine, and keys
 * @param others what is neither
 * @param taken where in the file system all that was taken in lies: nothing may be written there
 * @param isRedacted whether addresses, MACs and names stand for others
 */
public record CaseFiles(
        List<CaptureSource> captures,
        List<ContextFile> contexts,
        List<Other> others,
        Set<Path> taken,
        boolean isRedacted) {
    public CaseFiles {
        captures = List.copyOf(captures);
        contexts = List.copyOf(contexts);
        others = List.copyOf(others);
        taken = Set.copyOf(taken);
    }

    /** As they were handed over. */
    public CaseFiles(List<CaptureSource> captures, List<ContextFile> contexts, List<Other> others, Set<Path> taken) {
        this(captures, contexts, others, taken, false);
    }

    /**
     * A file that nothing is known to be read from.
     *
     * @param name as the user knows it
     * @param reason why, in one line that names it
     */
    public record Other(String name, String reason) {}
}
