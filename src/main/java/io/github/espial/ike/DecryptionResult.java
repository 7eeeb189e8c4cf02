package io.github.espial.ike;

import java.util.List;
import java.util.Optional;

/**
 * What came of opening a conversation with one key.
 *
 * @param inner what was inside of each of its messages, in their order; {@link Contents#NONE} where it was not opened
 * @param opened messages and fragments that were opened
 * @param refused those that were not
 * @param reason why not, as a part of a sentence; empty where all were opened
 */
record DecryptionResult(List<Contents> inner, int opened, int refused, Optional<String> reason) {
    DecryptionResult {
        inner = List.copyOf(inner);
    }

    /** A key that cannot be used at all. */
    static DecryptionResult impossible(Conversation conversation, String reason) {
        List<Contents> nothing =
                conversation.messages().stream().map(message -> Contents.NONE).toList();
        return new DecryptionResult(nothing, 0, 0, Optional.of(reason));
    }
}
