package io.github.espial.ike;

import io.github.espial.observe.FrameReference;

/**
 * One exchange of an IKE SA.
 *
 * @param name as its RFC has it, such as {@code IKE_AUTH} or {@code Quick Mode}
 * @param messageId unsigned 32 bits
 * @param byInitiator whether the IKE SA's initiator began it
 * @param messages different messages
 * @param retransmissions how often one of them was sent again
 * @param isAnswered whether both sides sent a message
 * @param firstNanos time of the first message; {@link Long#MIN_VALUE} where it has none
 * @param lastNanos time of the last one; {@link Long#MIN_VALUE} where it has none
 * @param firstFrame where it begins
 */
public record Exchange(
        String name,
        long messageId,
        boolean byInitiator,
        int messages,
        int retransmissions,
        boolean isAnswered,
        long firstNanos,
        long lastNanos,
        FrameReference firstFrame) {}
