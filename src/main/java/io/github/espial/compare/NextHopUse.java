package io.github.espial.compare;

import io.github.espial.infer.Station;
import io.github.espial.net.Spi;
import java.util.List;

/**
 * A next hop that a server handed ESP for a peer to.
 *
 * @param station the router
 * @param routing {@link Routing#PROPER}, {@link Routing#WRONG} or {@link Routing#OPEN}
 * @param frames how many, at least one
 * @param spis the SAs that went this way, in order
 */
public record NextHopUse(Station station, Routing routing, long frames, List<Spi> spis) {
    public NextHopUse {
        spis = List.copyOf(spis);
    }
}
