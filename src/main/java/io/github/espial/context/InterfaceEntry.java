package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An interface of the machine.
 *
 * @param line number of the line it begins at, from 1
 * @param name as the file has it
 * @param index the number that tables call it by, as the file has it
 * @param gateways default gateways that are stated with it
 */
public record InterfaceEntry(
        int line,
        String name,
        Optional<String> index,
        Optional<MacAddress> mac,
        List<OwnAddress> addresses,
        List<IpAddress> gateways) {
    public InterfaceEntry {
        addresses = List.copyOf(addresses);
        gateways = List.copyOf(gateways);
    }

    /**
     * An address of the machine.
     *
     * @param prefixLength bits; empty where not stated
     */
    public record OwnAddress(IpAddress address, OptionalInt prefixLength) {}
}
