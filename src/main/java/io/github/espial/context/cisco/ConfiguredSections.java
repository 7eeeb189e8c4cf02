package io.github.espial.context.cisco;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.Selector;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Sections of a configuration of which some lines have been read: interfaces, crypto maps, access lists, objects. */
final class ConfiguredSections {
    private final ContextNotes notes;
    private final AccessLists lists = new AccessLists();
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final Map<String, CryptoMap> maps = new LinkedHashMap<>();
    private List<String> section = List.of("");

    ConfiguredSections(ContextNotes notes) {
        this.notes = notes;
    }

    /** An interface; a tunnel has both ends, and what protects it. */
    private static final class Card {
        private final int line;
        private String name;
        private Optional<OwnAddress> own = Optional.empty();
        private Optional<String> source = Optional.empty();
        private Optional<IpAddress> destination = Optional.empty();
        private boolean isProtected;
        private OptionalInt mtu = OptionalInt.empty();

        Card(int line, String name) {
            this.line = line;
            this.name = name;
        }
    }

    /** One entry of a crypto map. */
    private static final class CryptoMap {
        private final int line;
        private String list = "";
        private Optional<IpAddress> peer = Optional.empty();

        CryptoMap(int line) {
            this.line = line;
        }
    }

    /** Takes a line that begins a section, or is one by itself. */
    void begin(int line, List<String> words) {
        section = words;
        int permit = words.indexOf("permit");
        if (words.get(0).equals("access-list")) {
            if (permit > 1 && words.size() > permit + 3) {
                access(line, words.get(1), words.subList(permit, words.size()));
            }
        } else if (isMap(words)) {
            ofMap(line, words, words.subList(4, words.size()));
        } else if (words.get(0).equals("interface") && words.size() > 1) {
            cards.putIfAbsent(words.get(1), new Card(line, words.get(1)));
        }
    }

    /** Ends the section: what follows is another line. */
    void end() {
        section = List.of("");
    }

    /** A line beside sections: a comment does not end one. */
    void leave(String line) {
        if (!line.startsWith("!")) {
            end();
        }
    }

    /** Takes a line below the one that began the section. */
    void within(int line, List<String> words) {
        switch (section.get(0)) {
            case "interface" -> ofCard(words);
            case "crypto" -> {
                if (isMap(section)) {
                    ofMap(line, section, words);
                }
            }
            case "ip" -> {
                int permit = words.get(0).matches("\\d+") ? 1 : 0;
                if (section.size() > 3 && words.size() > permit + 3) {
                    access(line, section.get(3), words.subList(permit, words.size()));
                }
            }
            case "object", "object-group" -> ofObject(words);
            default -> {
                // Of tunnel groups and the like only the keys would be new.
            }
        }
    }

    private void access(int line, String list, List<String> entry) {
        if (!lists.add(list, entry)) {
            notes.problem(line, "an access list between what are no prefixes, or objects that are not here");
        }
    }

    private static boolean isMap(List<String> words) {
        return words.size() > 4
                && words.get(0).equals("crypto")
                && words.get(1).equals("map")
                && words.get(3).matches("\\d+");
    }

    /** {@code match address LIST} and {@code set peer ADDRESS}, on the line of the map or below it. */
    private void ofMap(int line, List<String> map, List<String> words) {
        CryptoMap entry = maps.computeIfAbsent(map.get(2) + " " + map.get(3), name -> new CryptoMap(line));
        if (words.size() > 2 && words.get(0).equals("match") && words.get(1).equals("address")) {
            entry.list = words.get(2);
        } else if (words.size() > 2
                && words.get(0).equals("set")
                && words.get(1).equals("peer")) {
            entry.peer = entry.peer.or(() -> Words.address(words.get(2)));
        }
    }

    private void ofCard(List<String> words) {
        Card card = cards.get(section.get(1));
        if (card == null || words.size() < 2) {
            return;
        }
        String two = words.get(0) + " " + words.get(1);
        if (two.equals("ip address") && words.size() > 3) {
            card.own = card.own.or(() ->
                    Words.address(words.get(2)).map(address -> new OwnAddress(address, Words.netmask(words.get(3)))));
        } else if (words.get(0).equals("nameif")) {
            // Routes of ASA call interfaces by these names.
            card.name = words.get(1);
        } else if (two.equals("tunnel source") && words.size() > 2) {
            card.source = Optional.of(words.get(words.size() - 1));
        } else if (two.equals("tunnel destination") && words.size() > 2) {
            card.destination = Words.address(words.get(2));
        } else if (two.equals("tunnel protection")) {
            card.isProtected = true;
        } else if (two.equals("ip mtu") && words.size() > 2) {
            card.mtu = Words.smallNumber(words.get(2));
        }
    }

    private void ofObject(List<String> words) {
        if (section.size() < 3 || words.size() < 2) {
            return;
        }
        List<String> ends = words.get(0).equals("network-object") ? words.subList(1, words.size()) : words;
        List<IpPrefix> networks = switch (ends.get(0)) {
            case "host" ->
                ends.size() < 2
                        ? List.of()
                        : Words.address(ends.get(1)).map(IpPrefix::host).stream()
                                .toList();
            case "subnet" ->
                ends.size() < 3
                        ? List.of()
                        : AccessLists.network(ends.get(1), ends.get(2)).stream().toList();
            case "object", "group-object" -> ends.size() < 2 ? List.of() : lists.networks(ends.get(1));
            default ->
                ends.size() < 2
                        ? List.of()
                        : AccessLists.network(ends.get(0), ends.get(1)).stream().toList();
        };
        lists.object(section.get(2), networks);
    }

    /** Notes what all sections together tell. */
    void finish() {
        for (Card card : cards.values()) {
            add(card);
        }
        for (CryptoMap map : maps.values()) {
            for (Selector pair : lists.permitted(map.list)) {
                notes.add(PolicyEntry.outbound(
                        map.line,
                        pair,
                        PolicyEntry.Template.tunnel(Optional.empty(), map.peer),
                        Optional.empty(),
                        Standing.CONFIGURED));
            }
        }
    }

    private void add(Card card) {
        boolean isTunnel = card.destination.isPresent();
        if (card.own.isEmpty() && !isTunnel) {
            return;
        }
        Optional<IpAddress> local = card.source.flatMap(word -> Words.address(word)
                .or(() -> Optional.ofNullable(cards.get(word)).flatMap(other -> other.own.map(OwnAddress::address))));
        Optional<TunnelDevice> device = isTunnel
                ? Optional.of(new TunnelDevice("tunnel", local, card.destination, Optional.empty(), card.mtu))
                : Optional.empty();
        notes.add(new InterfaceEntry(
                        card.line,
                        card.name,
                        Optional.empty(),
                        Optional.empty(),
                        card.own.stream().toList(),
                        List.of())
                .of(device));
        if (isTunnel && card.isProtected) {
            IpPrefix all = IpPrefix.all(card.destination.get().version());
            notes.add(PolicyEntry.outbound(
                    card.line,
                    Selector.between(all, all),
                    PolicyEntry.Template.tunnel(local, card.destination),
                    Optional.of(card.name),
                    Standing.CONFIGURED));
        }
    }
}
