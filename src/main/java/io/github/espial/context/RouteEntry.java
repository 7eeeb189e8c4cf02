package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of a routing table. A route with several next hops is several entries with the same prefix, metric and table.
 *
 * @param line its number in the file, from 1
 * @param interfaceName name or index of the interface, as the file has it; the index where it has both
 * @param interfaceAddress the address that the machine has there, or prefers as source
 * @param metric what it costs
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
        Metric metric,
        Store store,
        Optional<String> table) {
    /** A route with nothing to be added to its metric. */
    public RouteEntry(
            int line,
            IpPrefix destination,
            Target target,
            Optional<String> interfaceName,
            Optional<IpAddress> interfaceAddress,
            OptionalLong metric,
            Store store,
            Optional<String> table) {
        this(
                line,
                destination,
                target,
                interfaceName,
                interfaceAddress,
                new Metric(metric, new InterfaceMetric.Included()),
                store,
                table);
    }

    /** The same with a router whose address cannot be read. */
    public RouteEntry masked() {
        return new RouteEntry(
                line, destination, new Target.Masked(), interfaceName, interfaceAddress, metric, store, table);
    }

    /**
     * What a route costs: the smaller wins between equal prefixes.
     *
     * @param own as the file has it
     * @param ofInterface what has to be added to it
     */
    public record Metric(OptionalLong own, InterfaceMetric ofInterface) {
        /** What the route costs in all; empty where a part of it is not here. */
        public OptionalLong whole() {
            if (own.isEmpty() || ofInterface instanceof InterfaceMetric.Elsewhere) {
                return OptionalLong.empty();
            }
            long added = ofInterface instanceof InterfaceMetric.Apart apart ? apart.metric() : 0;
            return OptionalLong.of(own.getAsLong() + added);
        }
    }

    /** What the interface adds to the metric of its routes. */
    public sealed interface InterfaceMetric {
        /** Nothing, or the route's metric holds it already. */
        record Included() implements InterfaceMetric {}

        /** A number that stands next to the route's. */
        record Apart(long metric) implements InterfaceMetric {}

        /** What is stated with the interface, if anywhere: {@link InterfaceEntry#metric()}. */
        record Elsewhere() implements InterfaceMetric {}
    }

    /** What is done with packets for the prefix. */
    public sealed interface Target {
        /** Handed to their destination itself. */
        record OnLink() implements Target {}

        /** Handed to a router. */
        record Gateway(IpAddress address) implements Target {}

        /** Handed to a router whose address was made unreadable before the file was shared. */
        record Masked() implements Target {}

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
