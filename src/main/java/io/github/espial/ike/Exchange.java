package io.github.espial.ike;

import io.github.espial.observe.FrameReference;

/**
 * A request and its answer, or the messages of version 1 that belong together.
 *
 * @param name as its RFC has it, such as {@code IKE_AUTH} or {@code Quick Mode}
 * @param messageId unsigned 32 bits
 * @param beganBy which end of the IKE SA
 * @param course how it went
 * @param firstNanos time of the first message; {@link Long#MIN_VALUE} where it has none
 * @param lastNanos time of the last one; {@link Long#MIN_VALUE} where it has none
 * @param firstFrame where it begins
 */
public record Exchange(
        String name,
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
     * @param isAnswered whether both sides sent a message
     */
    public record Course(int messages, int retransmissions, boolean isAnswered) {}
}
