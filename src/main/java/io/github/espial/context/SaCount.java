package io.github.espial.context;

import io.github.espial.net.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What went through a tunnel, as its machine counts it.
 *
 * @param line number of the line it stands at, from 1
 * @param name of the tunnel, as the file has it
 * @param local outer address of the machine that counts
 * @param remote outer address of its far end
 * @param unit what is counted, {@code bytes} or {@code packets}
 * @param in how many arrived; empty where not stated
 * @param out how many left; empty where not stated
 */
public record SaCount(
        int line,
        String name,
        Optional<IpAddress> local,
        Optional<IpAddress> remote,
        String unit,
        OptionalLong in,
        OptionalLong out) {
    /** What counts packets. */
    public static final String PACKETS = "packets";

    /** What counts octets. */
    public static final String BYTES = "bytes";

    /** Whether it counts one direction only. */
    public boolean isOneWay() {
        return in.isPresent() && out.isPresent() && (in.getAsLong() == 0) != (out.getAsLong() == 0);
    }
}
