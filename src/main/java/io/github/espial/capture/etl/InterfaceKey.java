package io.github.espial.capture.etl;

/**
 * What tells the interfaces of a trace from one another.
 *
 * @param first index of the miniport's interface, or id of PktMon's component; unsigned 32-bit
 * @param second index of the interface that the capturing filter is above; 0 for PktMon
 * @param port of a virtual switch; 0 where there is none
 */
record InterfaceKey(Logger logger, long first, long second, long port, int linkType) {
    /** Who logs packets. */
    enum Logger {
        NDIS,
        PKTMON
    }

    /** No interface at all. */
    static final InterfaceKey NONE = new InterfaceKey(Logger.NDIS, 0, 0, 0, 0);
}
