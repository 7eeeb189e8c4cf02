package io.github.espial.batch.index;

import java.util.List;
import java.util.Optional;

/**
 * What the index holds of a case. It tells nothing of the run that made it, so that every run over the same case with the
 * same options makes the same row.
 *
 * @param name what it is called
 * @param outcome what came of it
 * @param remarks what is to be said of its files: a line each
 * @param reports paths from the folder of the index, in the order of their endings
 */
public record CaseRow(CaseName name, CaseOutcome outcome, List<String> remarks, List<String> reports) {
    public CaseRow {
        remarks = List.copyOf(remarks);
        reports = List.copyOf(reports);
    }

    /** What the report says, where there is one. */
    public Optional<Diagnosed> diagnosed() {
        return outcome instanceof Diagnosed diagnosed ? Optional.of(diagnosed) : Optional.empty();
    }

    /** Why there is no report, where there is none. */
    public Optional<Failed> failed() {
        return outcome instanceof Failed failed ? Optional.of(failed) : Optional.empty();
    }

    /** The verdict, or {@code failed}. */
    public String verdict() {
        return diagnosed().map(Diagnosed::verdict).orElse("failed");
    }

    /** What the report concludes, or why there is none. */
    public String conclusion() {
        return diagnosed()
                .map(Diagnosed::conclusion)
                .or(() -> failed().map(Failed::reason))
                .orElse("");
    }
}
