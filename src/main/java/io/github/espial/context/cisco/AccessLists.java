package io.github.espial.context.cisco;

import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Access lists of a configuration, with the objects and groups of networks that they name. */
final class AccessLists {
    /** Pairs of networks of one list, and networks of one group. */
    private static final int MOST = 1000;

    private final Map<String, List<Selector>> lists = new HashMap<>();
    private final Map<String, List<IpPrefix>> objects = new HashMap<>();

    /** The pairs of networks that a list permits, in its order; empty where it is not here. */
    List<Selector> permitted(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /** Adds networks to an object or a group. */
    void object(String name, List<IpPrefix> networks) {
        List<IpPrefix> all = objects.computeIfAbsent(name, key -> new ArrayList<>());
        networks.stream().limit(Math.max(0, MOST - all.size())).forEach(all::add);
    }

    /** The networks of an object or a group that was defined before. */
    List<IpPrefix> networks(String object) {
        return objects.getOrDefault(object, List.of());
    }

    /**
     * Adds what a line permits.
     *
     * @param entry words from {@code permit} on: the protocol and both ends
     * @return whether all of it could be read
     */
    boolean add(String list, List<String> entry) {
        if (!entry.get(0).equals("permit")) {
            return true;
        }
        Ends ends = new Ends(entry.subList(1, entry.size()));
        OptionalInt protocol = ends.protocol();
        List<IpPrefix> sources = ends.networks();
        List<IpPrefix> destinations = ends.networks();
        List<Selector> pairs = lists.computeIfAbsent(list, name -> new ArrayList<>());
        for (IpPrefix source : sources) {
            for (IpPrefix destination : destinations) {
                if (pairs.size() < MOST
                        && source.address().version() == destination.address().version()) {
                    pairs.add(new Selector(source, destination, protocol, OptionalInt.empty(), OptionalInt.empty()));
                }
            }
        }
        return !sources.isEmpty() && !destinations.isEmpty();
    }

    /** Words of an entry, taken from the left. */
    private final class Ends {
        private final List<String> words;
        private int at;

        Ends(List<String> words) {
            this.words = words;
        }

        private String take() {
            return at < words.size() ? words.get(at++) : "";
        }

        OptionalInt protocol() {
            String word = take();
            if (word.equals("object-group") || word.equals("object")) {
                take();
            }
            return word.equals("ip") ? OptionalInt.empty() : Words.protocol(word);
        }

        /** {@code any}, {@code host A}, {@code object NAME}, or an address with its netmask or wildcard. */
        List<IpPrefix> networks() {
            String word = take();
            return switch (word) {
                case "any", "any4" -> List.of(IpPrefix.all(4));
                case "any6" -> List.of(IpPrefix.all(6));
                case "host" ->
                    Words.address(take()).map(IpPrefix::host).stream().toList();
                case "object", "object-group" -> AccessLists.this.networks(take());
                default ->
                    word.indexOf('/') > 0
                            ? Words.prefix(word).stream().toList()
                            : network(word, take()).stream().toList();
            };
        }
    }

    /** A network with its netmask, as ASA has it, or with a wildcard, as IOS has. */
    static Optional<IpPrefix> network(String address, String mask) {
        return Words.destination(address, mask)
                .or(() -> Words.address(mask)
                        .filter(wildcard -> wildcard.version() == 4)
                        .flatMap(wildcard -> Words.destination(
                                address, IpAddress.ofIpv4(~(int) wildcard.low()).toString())));
    }
}
