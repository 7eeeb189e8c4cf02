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
    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof OuterSa sa
                && sa.traffic == traffic
                && sa.source.equals(source)
                && sa.destination.equals(destination)
                && sa.spi.equals(spi);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * traffic.code + source.hashCode()) + destination.hashCode()) + spi.hashCode();
    }

    /** {@code 0xc0c86871 (192.0.2.10 > 198.51.100.20)}. */
    @Override
    public String toString() {
        return spi + " (" + source + " > " + destination + ")";
    }
}
