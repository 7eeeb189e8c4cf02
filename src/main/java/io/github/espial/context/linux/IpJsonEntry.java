package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.RuleEntry;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One object of {@code ip -j}: a route, a rule, a neighbor, or an interface. */
final class IpJsonEntry {
    private final int line;
    private final Map<?, ?> members;
    private final ContextNotes notes;

    IpJsonEntry(int line, Map<?, ?> members, ContextNotes notes) {
        this.line = line;
        this.members = members;
        this.notes = notes;
    }

    void add() {
        if (members.containsKey("ifname")) {
            addInterface();
        } else if (members.containsKey("priority") && members.containsKey("src")) {
            addRule();
        } else if (members.containsKey("lladdr") || members.containsKey("state")) {
            addNeighbor();
        } else if (members.containsKey("dst")) {
            addRoute();
        }
    }

    private void addRoute() {
        String type = text(members, "type").orElse("unicast");
        boolean discards = IpRouteWords.DISCARDING.contains(type);
        if (!type.equals("unicast") && !type.equals("throw") && !discards) {
            return;
        }
        List<?> hops = list("nexthops");
        for (Object hop : hops.isEmpty() ? List.of(members) : hops) {
            if (hop instanceof Map<?, ?> map
                    && !(map.get("flags") instanceof List<?> flags && flags.contains("dead"))) {
                Optional<Target> elsewhere = discards
                        ? Optional.of(new Target.Discard())
                        : type.equals("throw") ? Optional.of(new Target.NextRule()) : Optional.empty();
                addRoute(map, elsewhere);
            }
        }
    }

    /** Adds the route by one of its next hops, or one that leads to none. */
    private void addRoute(Map<?, ?> hop, Optional<Target> elsewhere) {
        Optional<IpAddress> ofOtherVersion =
                hop.get("via") instanceof Map<?, ?> via ? text(via, "host").flatMap(Words::address) : Optional.empty();
        Optional<IpAddress> router =
                text(hop, "gateway").flatMap(Words::address).or(() -> ofOtherVersion);
        String destination = text(members, "dst").orElse("");
        boolean isSix = members.containsKey("pref")
                || members.containsKey("error")
                || router.filter(address -> (address.version() == 6) == ofOtherVersion.isEmpty())
                        .isPresent();
        Optional<IpPrefix> prefix =
                destination.equals("default") ? Optional.of(IpPrefix.all(isSix ? 6 : 4)) : Words.prefix(destination);
        if (prefix.isEmpty()) {
            notes.problem(line, "not a prefix: " + destination);
            return;
        }
        Target target = router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
        boolean isAnswer = members.containsKey("uid")
                || members.containsKey("cache")
                || text(members, "from").filter("::"::equals).isPresent();
        notes.add(new RouteEntry(
                line,
                prefix.get(),
                elsewhere.orElse(target),
                text(hop, "dev").or(() -> text(members, "dev")),
                text(members, "prefsrc").flatMap(Words::address),
                text(members, "metric").map(Words::number).orElseGet(OptionalLong::empty),
                isAnswer ? Store.ANSWER : Store.ACTIVE,
                text(members, "table").filter(table -> !table.equals("main"))));
    }

    private void addRule() {
        List<String> conditions = new ArrayList<>();
        for (String name : List.of("fwmark", "iif", "oif", "tos", "ipproto", "sport", "dport", "tun_id")) {
            String mask = name.equals("fwmark")
                    ? text(members, "fwmask").map(bits -> "/" + bits).orElse("")
                    : "";
            text(members, name).ifPresent(value -> conditions.add(name + " " + value + mask));
        }
        text(members, "uid_start")
                .ifPresent(first -> conditions.add(
                        "uidrange " + first + "-" + text(members, "uid_end").orElse("")));
        notes.add(new RuleEntry(
                line,
                text(members, "priority").map(Words::number).orElseThrow().orElse(0),
                new RuleEntry.Packets(
                        prefix("src", "srclen"), prefix("dst", "dstlen"), conditions, members.containsKey("not")),
                new RuleEntry.Action(
                        text(members, "table"),
                        text(members, "suppress_prefixlen")
                                .map(Words::smallNumber)
                                .orElseGet(OptionalInt::empty),
                        text(members, "goto").map(Words::number).orElseGet(OptionalLong::empty),
                        text(members, "action")
                                .filter(IpRouteWords.DISCARDING::contains)
                                .isPresent())));
    }

    private Optional<IpPrefix> prefix(String address, String length) {
        String suffix = text(members, length).map(bits -> "/" + bits).orElse("");
        return text(members, address).flatMap(word -> Words.prefix(word + suffix));
    }

    private void addNeighbor() {
        Optional<IpAddress> address = text(members, "dst").flatMap(Words::address);
        if (address.isEmpty()) {
            notes.problem(line, "a neighbor without address");
            return;
        }
        Optional<MacAddress> mac = text(members, "lladdr").flatMap(Words::mac);
        Optional<String> state = list("state").stream().map(String::valueOf).findFirst();
        notes.add(new NeighborEntry(line, address.get(), mac, text(members, "dev"), state));
    }

    private void addInterface() {
        List<OwnAddress> addresses = new ArrayList<>();
        for (Object element : list("addr_info")) {
            if (element instanceof Map<?, ?> map) {
                Optional<IpAddress> address = text(map, "local").flatMap(Words::address);
                OptionalInt length =
                        text(map, "prefixlen").map(Words::smallNumber).orElseGet(OptionalInt::empty);
                // Next to a peer's address the length is that of the peer's prefix.
                boolean hasPeer = map.containsKey("address");
                address.ifPresent(own -> addresses.add(new OwnAddress(own, hasPeer ? OptionalInt.empty() : length)));
            }
        }
        boolean isEther = text(members, "link_type").filter("ether"::equals).isPresent();
        notes.add(new InterfaceEntry(
                line,
                text(members, "ifname").orElse(""),
                text(members, "ifindex"),
                isEther ? text(members, "address").flatMap(Words::mac) : Optional.empty(),
                addresses,
                List.of()));
    }

    private List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Optional<String> text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
