package io.github.espial.context;

import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * Which inner packets go through which tunnel: a policy, or an SA with its traffic selectors.
 *
 * @param line number of the line it begins at, from 1
 * @param tunnelSource outer address; empty where not stated
 * @param tunnelDestination outer address; empty where not stated
 */
public record PolicyEntry(
        int line,
        Selector selector,
        Way way,
        Action action,
        Optional<IpAddress> tunnelSource,
        Optional<IpAddress> tunnelDestination,
        Optional<SaMode> mode) {
    /** Which packets of the machine a policy is for. */
    public enum Way {
        OUT,
        IN,
        FORWARD
    }

    /** What is done with them. */
    public enum Action {
        PROTECT,
        BYPASS,
        DISCARD
    }
}
