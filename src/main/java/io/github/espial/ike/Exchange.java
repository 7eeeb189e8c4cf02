package io.github.espial.ike;

import io.github.espial.observe.FrameReference;

/**
 * A request and its answer, or the messages of version 1 that belong together.
 *
 * @param kind what it is for
 * @param messageId unsigned 32 bits
 * @param beganBy which end of the IKE SA
 * @param course how it went
 * @param firstNanos time of the first message; {@link Long#MIN_VALUE} where it has none
 * @param lastNanos time of the last one; {@link Long#MIN_VALUE} where it has none
 * @param firstFrame where it begins
 */
public record Exchange(
        ExchangeKind kind,
        long messageId,
        IkeRole beganBy,
        Course course,
        long firstNanos,
        long lastNanos,
        FrameReference firstFrame) {
    /**
     * How an exchange went.
     *
     * @param messages different messages
     * @param retransmissions how often one of them was sent again
     * @param longestAnswer octets of the longest message, as its header states them, of the side that did not begin; 0
     *     where that sent none
     */
    public record Course(int messages, int retransmissions, long longestAnswer) {
        /** Whether both sides sent a message. */
        public boolean isAnswered() {
            return longestAnswer > 0;
        }
    }
}
