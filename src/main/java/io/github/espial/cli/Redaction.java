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

    /**
     * The files of a case, as they are read.
     *
     * @throws UsageException for a scan that was made without redaction
     */
    CaseFiles of(CaseFiles files, Terminal terminal) throws UsageException {
        Optional<String> scanned = RedactedCase.firstUndisguisable(files);
        if (scanned.isPresent()) {
            throw new UsageException("--redact: of " + scanned.get() + " there is only a scan, which cannot be redacted"
                    + " any more; make it with espial scan --redact");
        }
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
