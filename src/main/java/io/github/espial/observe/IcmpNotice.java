package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.Optional;

/**
 * ICMP errors or redirects of one sort that quote packets between two hosts (RFC 792, RFC 4443, RFC 4861 §4.5).
 *
 * @param hop where they were seen
 * @param sender who sent them
 * @param type ICMP type, of the sender's IP version
 * @param code ICMP code
 * @param gateway the better next hop that a redirect names
 * @param quotedSource source of the quoted packet
 * @param quotedDestination destination of the quoted packet
 * @param quoted what the quoted packet is
 * @param spi the quoted SPI, where the quotation reaches it
 * @param span how many, and when
 */
public record IcmpNotice(
        Hop hop,
        IpAddress sender,
        int type,
        int code,
        Optional<IpAddress> gateway,
        IpAddress quotedSource,
        IpAddress quotedDestination,
        Traffic quoted,
        Optional<Spi> spi,
        Span span) {

    public boolean isRedirect() {
        return gateway.isPresent();
    }
}
