package io.github.espial.correlate;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Span;
import java.util.Optional;

/**
 * Inner packets of one flow, in one SA, from one sender to one next hop.
 *
 * @param sa what carried them
 * @param carriage how they were inside it
 * @param inner whose they are, by their inner header
 * @param sender who sent the frames; empty where the capture does not say
 * @param nextHop whom they were handed to; empty where the capture does not say
 * @param span how much, in frames and their octets on the wire, and when
 * @param match how it was found
 * @param probability that these packets are of this flow, above 0 up to 1
 */
public record Flow(
        OuterSa sa,
        InnerPacket.Carriage carriage,
        FiveTuple inner,
        Optional<MacAddress> sender,
        Optional<MacAddress> nextHop,
        Span span,
        Match match,
        double probability) {
    private static final IpAddress BROADCAST = IpAddress.ofIpv4(-1);

    public Spi spi() {
        return sa.spi();
    }

    /** Such as {@code tcp}. */
    public String protocolName() {
        return IpProtocols.name(inner.protocol());
    }

    /** Whether a server that chooses routes before IPsec chose one by this flow's destination. */
    public boolean isRouted() {
        IpAddress destination = inner.destination();
        return carriage == InnerPacket.Carriage.TUNNEL
                && !destination.isMulticast()
                && !destination.isUnspecified()
                && !destination.equals(BROADCAST);
    }
}
