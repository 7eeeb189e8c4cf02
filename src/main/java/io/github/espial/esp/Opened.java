package io.github.espial.esp;

import java.nio.ByteBuffer;

/**
 * View of the inner octets of a packet. Its opener points it at the next packet: it is void with the next call, and not
 * thread-safe.
 */
public final class Opened implements Opening {
    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int nextHeader;
    private boolean verified;
    private long sequenceNumber;

    Opened() {}

    /** Big-endian buffer with the inner octets, at absolute positions. */
    public ByteBuffer octets() {
        return octets;
    }

    /** Position of the first inner octet. */
    public int start() {
        return start;
    }

    /** Inner octets, without padding and trailer. */
    public int length() {
        return length;
    }

    /** IP protocol number of the inner octets: 4 and 41 for whole packets in tunnel mode. */
    public int nextHeader() {
        return nextHeader;
    }

    /** Whether the ICV was checked and holds; otherwise the octets look as they should, and no more is known. */
    public boolean isVerified() {
        return verified;
    }

    /** Sequence number, all 64 bits where the SA has extended ones and the ICV was checked. */
    public long sequenceNumber() {
        return sequenceNumber;
    }

    void point(ByteBuffer octets, int start, int length, int nextHeader) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        this.nextHeader = nextHeader;
    }

    void verified(boolean verified, long sequenceNumber) {
        this.verified = verified;
        this.sequenceNumber = sequenceNumber;
    }

    @Override
    public String toString() {
        return length + " inner octets, next header " + nextHeader + (verified ? ", verified" : "");
    }
}
