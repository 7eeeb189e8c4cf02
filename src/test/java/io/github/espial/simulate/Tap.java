package io.github.espial.simulate;

import java.util.OptionalInt;

/**
 * Where and how frames are captured.
 *
 * @param filter of the capture
 * @param snapLength octets kept of a frame
 * @param vlan the tag that all frames bear
 * @param link the only link that is captured; all where it is empty
 * @param writes how the capture is written
 * @param hasCopies whether each frame is there twice
 */
record Tap(Filter filter, OptionalInt snapLength, OptionalInt vlan, OptionalInt link, Form writes, boolean hasCopies) {
    /** What a frame is about. */
    enum Sort {
        RESOLUTION,
        HELLO,
        LEASE,
        INTERNET,
        IKE,
        ESP,
        NOTICE
    }

    /** The capture filter of whoever captured. */
    enum Filter {
        NONE,
        /** {@code host PEER}, of all peers. */
        HOST_PEER,
        /** {@code esp or udp port 500 or udp port 4500}. */
        IPSEC;

        boolean takes(Sort sort) {
            return switch (this) {
                case NONE -> true;
                case HOST_PEER, IPSEC -> sort == Sort.IKE || sort == Sort.ESP;
            };
        }
    }

    /** How a capture is written. */
    enum Form {
        PCAP,
        /** One pcapng with an interface for each link. */
        PCAPNG,
        /** A pcap for each link. */
        SEVERAL
    }

    boolean takes(Sort sort, int ofLink) {
        return filter.takes(sort) && (link.isEmpty() || link.getAsInt() == ofLink);
    }

    /** Whether IKE's header is captured wherever it stands: IPv6, a VLAN tag, UDP, the non-ESP marker before it. */
    boolean showsIke() {
        return snapLength.isEmpty() || snapLength.getAsInt() >= 14 + 4 + 40 + 8 + 4 + 28;
    }

    /** Whether what an ICMP message quotes is captured as far as the SPI. */
    boolean showsNotices() {
        return snapLength.isEmpty() || snapLength.getAsInt() >= 14 + 4 + 20 + 8 + 28;
    }
}
