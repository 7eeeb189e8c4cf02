package io.github.espial.dissect;

import java.nio.ByteBuffer;

/**
 * A tunnel without a header of its own: IP in IP (RFC 2003, RFC 2473), 6in4 (RFC 4213 §3), and MPLS in UDP (RFC 7510). Not
 * thread-safe.
 */
final class WholePayload implements Tunnel {
    private final int etherType;
    private int start;
    private int length;

    /** @param etherType of what it carries */
    WholePayload(int etherType) {
        this.etherType = etherType;
    }

    @Override
    public boolean read(ByteBuffer octets, int payloadStart, int payloadLength) {
        start = payloadStart;
        length = payloadLength;
        return payloadLength > 0;
    }

    @Override
    public int carried() {
        return etherType;
    }

    @Override
    public int network() {
        return 0;
    }

    @Override
    public int carriedStart() {
        return start;
    }

    @Override
    public int carriedLength() {
        return length;
    }
}
