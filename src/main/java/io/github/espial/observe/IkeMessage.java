package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import java.nio.ByteBuffer;

/**
 * One IKE message as it was captured.
 *
 * @param seen the frame it is in
 * @param hop the link it was seen on
 * @param sourcePort UDP port, 0 to 65535
 * @param destinationPort UDP port, 0 to 65535
 * @param octets from the IKE header on, as far as captured: fewer than the header states where the frame was cut, or the
 *     rest is in other IP fragments; big-endian and read-only, to be read at absolute positions
 */
public record IkeMessage(
        SeenFrame seen,
        Hop hop,
        IpAddress source,
        int sourcePort,
        IpAddress destination,
        int destinationPort,
        ByteBuffer octets) {
    public IkeMessage {
        octets = octets.asReadOnlyBuffer();
    }

    /** Where it is. */
    public FrameReference frame() {
        return seen.reference();
    }

    /** Its time in nanoseconds since the epoch; {@link Long#MIN_VALUE} where the frame has none. */
    public long nanos() {
        return seen.nanos();
    }

    public boolean hasTime() {
        return seen.hasTime();
    }

    /** Octets captured, from the IKE header on. */
    public int length() {
        return octets.limit();
    }
}
