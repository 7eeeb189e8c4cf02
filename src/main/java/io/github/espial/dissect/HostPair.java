package io.github.espial.dissect;

/** Between which hosts a packet goes. The answers hold until the next packet. Not thread-safe. */
public final class HostPair {
    private int version;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;

    void take(Network packet) {
        take(
                packet.version(),
                packet.sourceHigh(),
                packet.sourceLow(),
                packet.destinationHigh(),
                packet.destinationLow());
    }

    void take(Dissector packet) {
        take(
                packet.ipVersion(),
                packet.sourceHigh(),
                packet.sourceLow(),
                packet.destinationHigh(),
                packet.destinationLow());
    }

    void take(HostPair other) {
        take(other.version, other.sourceHigh, other.sourceLow, other.destinationHigh, other.destinationLow);
    }

    private void take(int ipVersion, long fromHigh, long fromLow, long toHigh, long toLow) {
        version = ipVersion;
        sourceHigh = fromHigh;
        sourceLow = fromLow;
        destinationHigh = toHigh;
        destinationLow = toLow;
    }

    /** 4 or 6. */
    public int version() {
        return version;
    }

    /** First 64 bits of the source address; 0 for IPv4. */
    public long sourceHigh() {
        return sourceHigh;
    }

    /** Last 64 bits of the source address. */
    public long sourceLow() {
        return sourceLow;
    }

    /** First 64 bits of the destination address; 0 for IPv4. */
    public long destinationHigh() {
        return destinationHigh;
    }

    /** Last 64 bits of the destination address. */
    public long destinationLow() {
        return destinationLow;
    }
}
