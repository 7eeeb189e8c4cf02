package io.github.espial.context.sonicos;

import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Address objects and groups by name; those that each interface has are made of its address. */
final class AddressObjects {
    /** Networks of one group. */
    private static final int MOST = 1000;

    private final Map<String, List<IpPrefix>> objects = new HashMap<>();

    /** Adds what words say of an object: {@code network A MASK}, {@code host A}, or the name of another. */
    void add(String name, List<String> words) {
        List<IpPrefix> all = objects.computeIfAbsent(name, key -> new ArrayList<>());
        if (all.size() < MOST) {
            networks(words).stream().limit(MOST).forEach(all::add);
        }
    }

    /** Adds the objects that are there for each interface. */
    void ofInterface(String name, IpAddress own, int length) {
        objects.put(name + " IP", List.of(IpPrefix.host(own)));
        objects.put(name + " Subnet", List.of(IpPrefix.holding(own, length)));
    }

    /**
     * What words select: {@code any}, {@code name N}, {@code group N}, {@code network A MASK}, {@code host A}; empty where
     * that is not here.
     */
    List<IpPrefix> networks(List<String> words) {
        String kind = words.isEmpty() ? "" : words.get(0);
        String value = words.size() > 1 ? words.get(1) : "";
        return switch (kind) {
            case "any" -> List.of(IpPrefix.all(4));
            case "host" -> Words.address(value).map(IpPrefix::host).stream().toList();
            case "network" ->
                network(value, words.size() > 2 ? words.get(2) : "").stream().toList();
            case "name", "group" -> objects.getOrDefault(value, List.of());
            case "address-object", "address-group" -> objects.getOrDefault(words.get(words.size() - 1), List.of());
            default -> List.of();
        };
    }

    private static Optional<IpPrefix> network(String address, String mask) {
        return address.indexOf('/') > 0 ? Words.destination(address) : Words.destination(address, mask);
    }
}
