package io.github.espial.dissect;

/**
 * A packet that was cut into fragments: what all of them share (RFC 791 §3.2, RFC 8200 §4.5). Not thread-safe.
 */
public final class FragmentedPacket {
    private final HostPair hosts = new HostPair();
    private int protocol;
    private long identification;

    void note(Network fragment) {
        hosts.take(fragment);
        // In IPv6 the fragments may name different headers, and only the first one's counts.
        protocol = fragment.version() == 4 ? fragment.protocol() : 0;
        identification = fragment.identification();
    }

    /** Between which hosts it goes. */
    public HostPair hosts() {
        return hosts;
    }

    /** Protocol of the payload, 0 to 255; 0 for IPv6. */
    public int protocol() {
        return protocol;
    }

    /** Number of the packet, unsigned 32 bits. */
    public long identification() {
        return identification;
    }
}
