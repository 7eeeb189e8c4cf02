package io.github.espial.batch;

import io.github.espial.batch.index.CaseName;
import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.batch.ticket.Ticket;
import io.github.espial.redact.RedactedCase;
import io.github.espial.redact.mapping.RedactionKey;
import java.util.List;
import java.util.Optional;

/**
 * What is written of each case.
 *
 * @param kinds of reports
 * @param redaction under which cases are redacted before they are read, and called by other names; empty where they are
 *     read as they are
 */
public record Reporting(List<ReportKind> kinds, Optional<RedactionKey> redaction) {
    private static final String REASON = "; why is left out, for it may quote names";

    public Reporting {
        kinds = List.copyOf(kinds);
    }

    /** Redacts a case; empty where that is not asked for. */
    Optional<RedactedCase> redacted() {
        return redaction.map(RedactedCase::new);
    }

    /** A case under the name that reports have for it. */
    CasePlace called(CasePlace place) {
        if (redaction.isEmpty()) {
            return place;
        }
        String name = new RedactedCase(redaction.get()).nameOf("case", place.id());
        return new CasePlace(name, name, place.kind(), place.paths());
    }

    /** What a case is called whose ticket was read: nothing of that, where it is redacted. */
    CaseName name(CasePlace place, Ticket ticket) {
        return redaction.isEmpty() ? CaseName.of(place, ticket) : CaseName.of(place);
    }

    /** What may be said of why a case failed. */
    String reason(CasePlace place, String kind, String reason) {
        return redaction.isEmpty() ? reason : place.name() + ": " + kind + REASON;
    }

    /** What tells one way of reporting from another. */
    String asked() {
        List<String> all = kinds.stream()
                .map(kind -> kind.ending() + "." + kind.language())
                .sorted()
                .toList();
        return all + redaction.map(RedactionKey::mark).orElse("");
    }
}
