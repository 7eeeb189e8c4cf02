package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** IP addresses as IKE has them: 4 or 16 octets. */
final class Addresses {
    static final int IPV4_LENGTH = 4;
    static final int IPV6_LENGTH = 16;

    private Addresses() {}

    /** The address in a part of big-endian {@code octets}; empty where that is not as long as one. */
    static Optional<IpAddress> of(ByteBuffer octets, int start, int length) {
        if (length == IPV4_LENGTH) {
            return Optional.of(IpAddress.ofIpv4(octets.getInt(start)));
        }
        return length == IPV6_LENGTH
                ? Optional.of(IpAddress.ofIpv6(octets.getLong(start), octets.getLong(start + Long.BYTES)))
                : Optional.empty();
    }

    static Chunk octets(IpAddress address) {
        return address.version() == 4
                ? Chunk.ofInt((int) address.low())
                : Chunk.joined(Chunk.ofLong(address.high()), Chunk.ofLong(address.low()));
    }
}
