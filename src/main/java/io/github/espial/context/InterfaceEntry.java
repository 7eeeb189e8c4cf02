package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An interface of the machine.
 *
 * @param line number of the line it begins at, from 1
 * @param name as the file has it
 * @param index the number that tables call it by, as the file has it
 * @param gateways default gateways that are stated with it
 * @param metric what it adds to the metric of its routes
 * @param tunnel what it is of a tunnel; empty for a network card, or where nothing is stated
 */
public record InterfaceEntry(
        int line,
        String name,
        Optional<String> index,
        Optional<MacAddress> mac,
        List<OwnAddress> addresses,
        List<IpAddress> gateways,
        OptionalLong metric,
        Optional<TunnelDevice> tunnel) {
    public InterfaceEntry {
        addresses = List.copyOf(addresses);
        gateways = List.copyOf(gateways);
    }

    /** An interface that is not said to be of a tunnel. */
    public InterfaceEntry(
            int line,
            String name,
            Optional<String> index,
            Optional<MacAddress> mac,
            List<OwnAddress> addresses,
            List<IpAddress> gateways,
            OptionalLong metric) {
        this(line, name, index, mac, addresses, gateways, metric, Optional.empty());
    }

    /** The same, of a tunnel. */
    public InterfaceEntry of(Optional<TunnelDevice> device) {
        return new InterfaceEntry(line, name, index, mac, addresses, gateways, metric, device);
    }

    /** An interface without a metric, or of which none is stated. */
    public InterfaceEntry(
            int line,
            String name,
            Optional<String> index,
            Optional<MacAddress> mac,
            List<OwnAddress> addresses,
            List<IpAddress> gateways) {
        this(line, name, index, mac, addresses, gateways, OptionalLong.empty());
    }

    /**
     * An address of the machine.
     *
     * @param prefixLength bits; empty where not stated
     */
    public record OwnAddress(IpAddress address, OptionalInt prefixLength) {}
}
