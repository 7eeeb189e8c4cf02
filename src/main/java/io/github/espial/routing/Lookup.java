package io.github.espial.routing;

import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;

/** What a machine does with a packet for a destination (RFC 1122 §3.3.1). */
public sealed interface Lookup {
    /** The station that the packet is handed to; empty where that is not known, or none. */
    Optional<IpAddress> nextHop();

    /** Handed to a router, or to the destination itself. */
    record Found(Route route, IpAddress destination) implements Lookup {
        @Override
        public Optional<IpAddress> nextHop() {
            return route.isOnLink() ? Optional.of(destination) : route.router();
        }
    }

    /** Handed to a router whose address was made unreadable before the table was shared. */
    record Masked(Route route) implements Lookup {
        @Override
        public Optional<IpAddress> nextHop() {
            return Optional.empty();
        }
    }

    /** Several routes are equally good, and lead to different stations. */
    record Several(List<Route> routes) implements Lookup {
        public Several {
            routes = List.copyOf(routes);
        }

        @Override
        public Optional<IpAddress> nextHop() {
            return Optional.empty();
        }
    }

    /** No route leads there, or one says that the packet is to be dropped. */
    record Nowhere() implements Lookup {
        @Override
        public Optional<IpAddress> nextHop() {
            return Optional.empty();
        }
    }

    /** The route that decides, where one does. */
    default Optional<Route> decidedBy() {
        return this instanceof Found found ? Optional.of(found.route()) : Optional.empty();
    }
}
