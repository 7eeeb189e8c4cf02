package io.github.espial.dissect;

import java.util.List;
import java.util.Optional;
import org.pcap4j.packet.IpV6ExtDestinationOptionsPacket;
import org.pcap4j.packet.IpV6ExtFragmentPacket;
import org.pcap4j.packet.IpV6ExtHopByHopOptionsPacket;
import org.pcap4j.packet.IpV6ExtRoutingPacket;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.namednumber.IpNumber;

/** IPv6 extension headers as pcap4j has them: one class each, without a common type that tells the next header. */
final class Extensions {
    private static final List<IpNumber> ALL = List.of(
            IpNumber.IPV6_HOPOPT,
            IpNumber.IPV6_ROUTE,
            IpNumber.IPV6_FRAG,
            IpNumber.IPV6_DST_OPTS,
            IpNumber.MOBILITY_HEADER);

    private Extensions() {}

    static boolean isExtension(IpNumber protocol) {
        return ALL.contains(protocol);
    }

    /** What follows {@code layer}; empty when it is no extension header. */
    static Optional<IpNumber> nextHeader(Packet layer) {
        if (layer instanceof IpV6ExtHopByHopOptionsPacket extension) {
            return Optional.of(extension.getHeader().getNextHeader());
        }
        if (layer instanceof IpV6ExtDestinationOptionsPacket extension) {
            return Optional.of(extension.getHeader().getNextHeader());
        }
        if (layer instanceof IpV6ExtRoutingPacket extension) {
            return Optional.of(extension.getHeader().getNextHeader());
        }
        if (layer instanceof IpV6ExtFragmentPacket extension) {
            return Optional.of(extension.getHeader().getNextHeader());
        }
        return Optional.empty();
    }
}
