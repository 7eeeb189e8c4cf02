package io.github.espial.observe.tally;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.observe.table.Placement;
import java.nio.ByteBuffer;

/** An {@link IkeMessage} in two objects, without what its conversation tells: a flood brings very many. Immutable. */
final class KeptIkeMessage {
    private static final int PORT_BITS = 16;
    private static final int PORT = 0xffff;

    private final long frame;
    private final long nanos;
    private final long frameLength;
    private final long point;

    private final long sourceMac;
    private final long destinationMac;
    private final int ports;
    private final boolean isFromLower;
    private final byte[] octets;

    /**
     * @param frame see {@link io.github.espial.observe.table.FrameWord}
     * @param nanos its time since the epoch, or {@link SeenFrame#NO_TIME}
     * @param frameLength octets on the wire
     * @param link as {@link HopKey#writeLink} tells it; left as is
     * @param isFromLower whether the lower address of the conversation sent it
     * @param octets from the IKE header on; become the message's own
     */
    KeptIkeMessage(
            long frame,
            long nanos,
            long frameLength,
            long[] link,
            int sourcePort,
            int destinationPort,
            boolean isFromLower,
            byte[] octets) {
        this(
                frame,
                nanos,
                frameLength,
                link[0],
                link[1],
                link[2],
                sourcePort << PORT_BITS | destinationPort,
                isFromLower,
                octets);
    }

    private KeptIkeMessage(
            long frame,
            long nanos,
            long frameLength,
            long point,
            long sourceMac,
            long destinationMac,
            int ports,
            boolean isFromLower,
            byte[] octets) {
        this.frame = frame;
        this.nanos = nanos;
        this.frameLength = frameLength;
        this.point = point;
        this.sourceMac = sourceMac;
        this.destinationMac = destinationMac;
        this.ports = ports;
        this.isFromLower = isFromLower;
        this.octets = octets;
    }

    long frame() {
        return frame;
    }

    long nanos() {
        return nanos;
    }

    long frameLength() {
        return frameLength;
    }

    /** The first word of its link, see {@link HopKey}. */
    long point() {
        return point;
    }

    long sourceMac() {
        return sourceMac;
    }

    long destinationMac() {
        return destinationMac;
    }

    int sourcePort() {
        return ports >>> PORT_BITS;
    }

    int destinationPort() {
        return ports & PORT;
    }

    boolean isFromLower() {
        return isFromLower;
    }

    /** From the IKE header on; not to be changed. */
    byte[] octets() {
        return octets;
    }

    /** Octets from the IKE header on. */
    int length() {
        return octets.length;
    }

    /** The whole message, which is one of the conversation of that key. */
    IkeMessage message(IkeConversation.Key conversation) {
        IpAddress lower = conversation.lower();
        IpAddress higher = conversation.higher();
        return new IkeMessage(
                new SeenFrame(FrameReference.of(frame), nanos, frameLength),
                HopKey.hop(point, sourceMac, destinationMac),
                isFromLower ? lower : higher,
                sourcePort(),
                isFromLower ? higher : lower,
                destinationPort(),
                ByteBuffer.wrap(octets));
    }

    /** The same message among those of its case. */
    KeptIkeMessage joined(Placement how) {
        return new KeptIkeMessage(
                how.frame(frame),
                nanos == SeenFrame.NO_TIME ? nanos : how.time(nanos),
                frameLength,
                how.firstWord(point),
                sourceMac,
                destinationMac,
                ports,
                isFromLower,
                octets);
    }
}
