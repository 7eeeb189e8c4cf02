package io.github.espial.cli;

import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.net.IpAddress;
import io.github.espial.redact.RedactedCase;
import io.github.espial.redact.mapping.RedactionKey;

/** What is redacted before it is read, under one key. */
final class Redaction {
    private static final String REMARK = "--redact: under a key of this run only, so that the next run gives other"
            + " addresses; to have the same again, make a file once (openssl rand -hex 32 > redaction.key), keep it, and"
            + " give it: --redact redaction.key";

    private final RedactedCase redacted;
    private boolean isUntold;

    /** @param isRandom whether the key is in no file, which the user is told once */
    Redaction(RedactionKey key, boolean isRandom) {
        this.redacted = new RedactedCase(key);
        this.isUntold = isRandom;
    }

    /** The files of a case, as they are read. */
    CaseFiles of(CaseFiles files, Terminal terminal) {
        if (isUntold) {
            terminal.error(REMARK);
            isUntold = false;
        }
        return redacted.of(files);
    }

    CaseQuestion of(CaseQuestion question) {
        return redacted.of(question);
    }

    IpAddress of(IpAddress address) {
        return redacted.of(address);
    }
}
