package io.github.espial.capture.pcap;

/** How the header of each record looks, which not every writer left as it was. */
public enum PcapVariant {
    /** As the draft has it. */
    STANDARD(16),
    /**
     * With interface index (32), protocol (16), packet type (8) and padding (8) behind: Linux distributions of 1999, by
     * patches of A. Kuznetzov, at first under the usual magic number.
     */
    MODIFIED(24),
    /** The same, then which processor was concerned: another of these patches. */
    MODIFIED_WITH_PROCESSOR(28),
    /** With 32 bits of unknown meaning behind: Nokia's firewalls. */
    NOKIA(20);

    private final int recordHeader;

    PcapVariant(int recordHeader) {
        this.recordHeader = recordHeader;
    }

    /** Octets of a record before its frame. */
    int recordHeader() {
        return recordHeader;
    }

    /** Whether the header of a record tells which way the frame went. */
    boolean tellsDirection() {
        return this == MODIFIED || this == MODIFIED_WITH_PROCESSOR;
    }
}
