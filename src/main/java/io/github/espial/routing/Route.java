package io.github.espial.routing;

import io.github.espial.context.RouteEntry;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Optional;

/**
 * A route in force.
 *
 * @param destination packets to these addresses take it, unless a longer prefix holds them
 * @param target what is done with them
 * @param interfaceName name, index or own address of the interface, as the file has it
 * @param metric the smaller wins between equal prefixes; 0 where not stated
 * @param origin where it stands, such as {@code ip-route.txt line 4}
 */
public record Route(
        IpPrefix destination, RouteEntry.Target target, Optional<String> interfaceName, long metric, String origin) {

    /** The router that packets are handed to; empty where they are handed to their destination, or dropped. */
    public Optional<IpAddress> router() {
        return target instanceof RouteEntry.Target.Gateway gateway ? Optional.of(gateway.address()) : Optional.empty();
    }

    public boolean isOnLink() {
        return target instanceof RouteEntry.Target.OnLink;
    }

    /** Whether both do the same with a packet, wherever they stand. */
    boolean leadsAsDoes(Route other) {
        return target.equals(other.target) && (router().isPresent() || interfaceName.equals(other.interfaceName));
    }
}
