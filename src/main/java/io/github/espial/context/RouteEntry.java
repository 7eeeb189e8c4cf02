package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of a routing table. A route with several next hops is several entries with the same prefix, metric and table.
 *
 * @param line its number in the file, from 1
 * @param interfaceName name or index of the interface, as the file has it
 * @param interfaceAddress the address that the machine has there, or prefers as source
 * @param metric the smaller wins between equal prefixes
 * @param store whether the route is in force, or on the list to be set at each start
 * @param table empty for the main table; what macOS looks up only for sockets that are bound to an interface is in table
 *     {@code ifscope}
 */
public record RouteEntry(
        int line,
        IpPrefix destination,
        Target target,
        Optional<String> interfaceName,
        Optional<IpAddress> interfaceAddress,
        OptionalLong metric,
        Store store,
        Optional<String> table) {
    /** What is done with packets for the prefix. */
    public sealed interface Target {
        /** Handed to their destination itself. */
        record OnLink() implements Target {}

        /** Handed to a router. */
        record Gateway(IpAddress address) implements Target {}

        /** Dropped or refused. */
        record Discard() implements Target {}

        /** Not answered by this table: the lookup goes on with the next rule. */
        record NextRule() implements Target {}
    }

    /** Which of a machine's lists a route stands on. */
    public enum Store {
        ACTIVE,
        PERSISTENT,
        /** None: it is what the machine's own lookup answered for one destination, such as {@code ip route get}. */
        ANSWER
    }
}
