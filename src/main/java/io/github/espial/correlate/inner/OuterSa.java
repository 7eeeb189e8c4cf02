package io.github.espial.correlate.inner;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Traffic;

/**
 * An SA as its packets show it.
 *
 * @param traffic {@link Traffic#ESP} or {@link Traffic#UDP_ESP}
 */
public record OuterSa(Traffic traffic, IpAddress source, IpAddress destination, Spi spi) {
    /** {@code 0xc0c86871 (192.0.2.10 > 198.51.100.20)}. */
    @Override
    public String toString() {
        return spi + " (" + source + " > " + destination + ")";
    }
}
