package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.wire.Icmpv4View;
import io.github.espial.wire.Icmpv6View;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * ICMP errors or redirects of one sort that quote packets between two hosts (RFC 792, RFC 4443, RFC 4861 §4.5).
 *
 * @param hop where they were seen
 * @param sender who sent them
 * @param type ICMP type, of the sender's IP version
 * @param code ICMP code
 * @param gateway the better next hop that a redirect names
 * @param quotation the packets that they are about
 * @param mtu the fewest octets that they say the next link takes
 * @param span how many, and when
 */
public record IcmpNotice(
        Hop hop,
        IpAddress sender,
        int type,
        int code,
        Optional<IpAddress> gateway,
        Quotation quotation,
        OptionalLong mtu,
        Span span) {
    /** The network, the host, or any communication is administratively prohibited. */
    private static final Set<Integer> PROHIBITED_V4 = Set.of(9, 10, 13);
    /** Administratively prohibited; the source address failed policy. */
    private static final Set<Integer> PROHIBITED_V6 = Set.of(1, 5);

    /** Whether they say that the quoted packets were too large to go on. */
    public boolean isTooBig() {
        return sender.version() == 4
                ? type == Icmpv4View.DESTINATION_UNREACHABLE && code == Icmpv4View.FRAGMENTATION_NEEDED
                : type == Icmpv6View.PACKET_TOO_BIG;
    }

    /** Whether they say that packets were dropped as not allowed (RFC 1812 §5.2.7.1, RFC 4443 §3.1). */
    public boolean isProhibition() {
        return sender.version() == 4
                ? type == Icmpv4View.DESTINATION_UNREACHABLE && PROHIBITED_V4.contains(code)
                : type == Icmpv6View.DESTINATION_UNREACHABLE && PROHIBITED_V6.contains(code);
    }

    public boolean isRedirect() {
        return gateway.isPresent();
    }

    public IpAddress quotedSource() {
        return quotation.source();
    }

    public IpAddress quotedDestination() {
        return quotation.destination();
    }

    public Traffic quoted() {
        return quotation.traffic();
    }

    public Optional<Spi> spi() {
        return quotation.spi();
    }

    /**
     * The beginning of the packet that an ICMP error or redirect is about.
     *
     * @param source its source
     * @param destination its destination
     * @param traffic what it is
     * @param spi its SPI, where the quotation reaches it
     */
    public record Quotation(IpAddress source, IpAddress destination, Traffic traffic, Optional<Spi> spi) {}
}
