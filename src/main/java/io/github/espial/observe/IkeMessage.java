package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.table.Placement;
import java.nio.ByteBuffer;

/**
 * One IKE message as it was captured.
 *
 * @param frame where it is
 * @param nanos its time in nanoseconds since the epoch; {@link Long#MIN_VALUE} where the frame has none
 * @param frameLength octets of the frame on the wire
 * @param hop the link it was seen on
 * @param sourcePort UDP port, 0 to 65535
 * @param destinationPort UDP port, 0 to 65535
 * @param octets from the IKE header on, as far as captured: fewer than the header states where the frame was cut, or the
 *     rest is in other IP fragments; big-endian and read-only, to be read at absolute positions
 */
public record IkeMessage(
        FrameReference frame,
        long nanos,
        long frameLength,
        Hop hop,
        IpAddress source,
        int sourcePort,
        IpAddress destination,
        int destinationPort,
        ByteBuffer octets) {
    public IkeMessage {
        octets = octets.asReadOnlyBuffer();
    }

    public boolean hasTime() {
        return nanos != Long.MIN_VALUE;
    }

    /** Octets captured, from the IKE header on. */
    public int length() {
        return octets.limit();
    }

    /** The same message among those of its case. */
    IkeMessage joined(Placement how) {
        return new IkeMessage(
                FrameReference.of(how.frame(frame.word())),
                hasTime() ? how.time(nanos) : nanos,
                frameLength,
                how.stream().isPresent() ? hop.seenIn(how.stream().getAsInt()) : hop,
                source,
                sourcePort,
                destination,
                destinationPort,
                octets);
    }
}
