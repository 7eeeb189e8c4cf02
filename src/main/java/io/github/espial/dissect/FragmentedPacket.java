package io.github.espial.dissect;

/**
 * A packet that was cut into fragments: what all of them share (RFC 791 §3.2, RFC 8200 §4.5). Not thread-safe.
 */
public final class FragmentedPacket {
    private int version;
    private int protocol;
    private long identification;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;

    void note(Network fragment) {
        version = fragment.version();
        // In IPv6 the fragments may name different headers, and only the first one's counts.
        protocol = version == 4 ? fragment.protocol() : 0;
        identification = fragment.identification();
        sourceHigh = fragment.sourceHigh();
        sourceLow = fragment.sourceLow();
        destinationHigh = fragment.destinationHigh();
        destinationLow = fragment.destinationLow();
    }

    /** 4 or 6. */
    public int version() {
        return version;
    }

    /** Protocol of the payload, 0 to 255; 0 for IPv6. */
    public int protocol() {
        return protocol;
    }

    /** Number of the packet, unsigned 32 bits. */
    public long identification() {
        return identification;
    }

    public long sourceHigh() {
        return sourceHigh;
    }

    public long sourceLow() {
        return sourceLow;
    }

    public long destinationHigh() {
        return destinationHigh;
    }

    public long destinationLow() {
        return destinationLow;
    }
}
