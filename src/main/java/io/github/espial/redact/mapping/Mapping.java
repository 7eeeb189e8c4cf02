package io.github.espial.redact.mapping;

/**
 * All that stands for something else under one key. Not thread-safe: each thread has its own.
 *
 * @param addresses IP addresses and prefixes
 * @param macs MACs
 * @param names names of machines, interfaces and people
 */
public record Mapping(AddressMapping addresses, MacMapping macs, Names names) {
    public static Mapping of(RedactionKey key) {
        MacMapping macs = new MacMapping(key);
        AddressMapping addresses = new AddressMapping(key, macs);
        return new Mapping(addresses, macs, new Names(key, addresses, macs));
    }
}
