package io.github.espial.cli;

import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.net.IpAddress;
import io.github.espial.redact.RedactedCase;
import io.github.espial.redact.mapping.RedactionKey;
import java.util.Optional;

/** What is redacted before it is read, under one key. */
final class Redaction {
    private final RedactedCase redacted;
    /** What the user is to be told of the key, until that is done. */
    private Optional<String> untold;

    Redaction(RedactionKey key) {
        this.redacted = new RedactedCase(key);
        this.untold = RedactOption.remark(key);
    }

    /** The files of a case, as they are read. */
    CaseFiles of(CaseFiles files, Terminal terminal) {
        untold.ifPresent(terminal::error);
        untold = Optional.empty();
        return redacted.of(files);
    }

    CaseQuestion of(CaseQuestion question) {
        return redacted.of(question);
    }

    IpAddress of(IpAddress address) {
        return redacted.of(address);
    }
}
