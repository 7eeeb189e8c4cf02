package io.github.espial.ike;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what comes of opening message after message. */
final class DecryptionTally {
    /** Why a message was not opened. */
    enum Refusal {
        ICV_MISMATCH("ICV mismatch"),
        NO_PAYLOADS("inner octets are no payloads"),
        NOT_WHOLE("not captured whole"),
        NOTHING_BEFORE("the message before it, whose end begins its decryption, was not captured"),
        FRAGMENTS_MISSING("fragments of it were not captured");

        private final String text;

        Refusal(String text) {
            this.text = text;
        }
    }

    private final List<Contents> inner;
    private final Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
    private int opened;

    DecryptionTally(int messages) {
        inner = new ArrayList<>(Collections.nCopies(messages, Contents.NONE));
    }

    void opened(int message, Contents contents) {
        inner.set(message, contents);
        opened++;
    }

    /** A fragment whose octets are to be joined with others. */
    void openedPart() {
        opened++;
    }

    void refused(Refusal why) {
        refusals.merge(why, 1, Integer::sum);
    }

    DecryptionResult attempt() {
        int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
        int tried = opened + refused;
        Optional<String> reason = refusals.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().text + " in " + most.getValue() + " of " + tried
                        + (tried == 1 ? " message" : " messages"));
        return new DecryptionResult(inner, opened, refused, reason);
    }
}
