package io.github.espial.esp;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an SA from outside the capture.
 *
 * @param source address that ESP comes from; empty for any
 * @param destination address that ESP goes to; empty for any
 * @param spi empty for any
 * @param selectors what it may carry; empty where nobody said
 */
public record SaKeys(
        Optional<IpAddress> source,
        Optional<IpAddress> destination,
        Optional<Spi> spi,
        Protection protection,
        SaMode mode,
        Encapsulation encapsulation,
        List<TrafficSelector> selectors) {
    public SaKeys {
        selectors = List.copyOf(selectors);
    }

    /** Whether packets from {@code from} to {@code to} with SPI {@code index} may be of this SA. */
    public boolean match(IpAddress from, IpAddress to, Spi index) {
        return spi.map(index::equals).orElse(true)
                && destination.map(to::equals).orElse(true)
                && source.map(from::equals).orElse(true);
    }
}
