package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.Optional;

/**
 * One line of an ARP or neighbor table.
 *
 * @param line its number in the file, from 1
 * @param mac empty where resolution failed or is under way
 * @param interfaceName name, index or own address of the interface, as the file has it
 * @param state word for it, as the file has it
 */
public record NeighborEntry(
        int line,
        IpAddress address,
        Optional<MacAddress> mac,
        Optional<String> interfaceName,
        Optional<String> state) {}
