package io.github.espial.observe.tally;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.observe.table.Placement;
import java.nio.ByteBuffer;

/**
 * An {@link IkeMessage} in as few objects as it takes, since a flood brings very many: hops and addresses are shared with
 * other messages. Immutable.
 */
final class KeptIkeMessage {
    private static final int PORT_BITS = 16;
    private static final int PORT = 0xffff;

    private final long frame;
    private final long nanos;
    private final long frameLength;
    private final Hop hop;
    private final IpAddress source;
    private final IpAddress destination;
    private final int ports;
    private final byte[] octets;

    private KeptIkeMessage(
            long frame,
            long nanos,
            long frameLength,
            Hop hop,
            IpAddress source,
            IpAddress destination,
            int ports,
            byte[] octets) {
        this.frame = frame;
        this.nanos = nanos;
        this.frameLength = frameLength;
        this.hop = hop;
        this.source = source;
        this.destination = destination;
        this.ports = ports;
        this.octets = octets;
    }

    /**
     * The message between two hosts.
     *
     * @param seen its frame
     * @param octets from the IKE header on; becomes the message's own
     */
    static KeptIkeMessage of(
            SeenFrame seen,
            Hop hop,
            IpAddress source,
            int sourcePort,
            IpAddress destination,
            int destinationPort,
            byte[] octets) {
        return new KeptIkeMessage(
                seen.reference().word(),
                seen.nanos(),
                seen.length(),
                hop,
                source,
                destination,
                sourcePort << PORT_BITS | destinationPort,
                octets);
    }

    int length() {
        return octets.length;
    }

    IkeMessage message() {
        return new IkeMessage(
                new SeenFrame(FrameReference.of(frame), nanos, frameLength),
                hop,
                source,
                ports >>> PORT_BITS,
                destination,
                ports & PORT,
                ByteBuffer.wrap(octets));
    }

    /** The same message among those of its case. */
    KeptIkeMessage joined(Placement how) {
        return new KeptIkeMessage(
                how.frame(frame),
                nanos == SeenFrame.NO_TIME ? nanos : how.time(nanos),
                frameLength,
                how.stream().isPresent() ? hop.seenIn(how.stream().getAsInt()) : hop,
                source,
                destination,
                ports,
                octets);
    }
}
