package io.github.espial.context.routeros;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An item of RouterOS by its properties, as {@code print detail} and {@code export} write them.
 *
 * @param line number of the line it begins at, from 1
 * @param flags letters before the properties, in the case they have
 * @param properties by name, without quotes
 * @param isConfigured whether it is of an export, which tells what is set, not what is in force
 */
record Item(int line, String flags, Map<String, String> properties, boolean isConfigured) {
    private static final String MAIN = "main";

    /** Adds what it states; nothing, if it concerns nobody here, or is disabled or invalid. */
    void add(ContextNotes notes) {
        if (flags.contains("X") || flags.contains("I") || value("disabled").equals("yes")) {
            return;
        }
        if (has("sa-dst-address") || (has("peer") && has("dst-address"))) {
            addPolicy(notes);
        } else if (has("spi") && has("src-address")) {
            addSa(notes);
        } else if (has("rx-bytes") && has("local-address") && has("remote-address")) {
            addPeer(notes);
        } else if (has("dst-address") && (has("gateway") || has("blackhole"))) {
            addRoute(notes);
        } else if (has("mac-address") && has("address")) {
            notes.addNeighbor(
                    line,
                    value("address"),
                    Words.mac(value("mac-address")),
                    Optional.ofNullable(properties.get("interface")),
                    Optional.empty());
        } else if (has("address") && has("interface")) {
            addAddress(notes);
        }
    }

    private void addPolicy(ContextNotes notes) {
        Optional<IpPrefix> source = prefix("src-address");
        Optional<IpPrefix> destination = prefix("dst-address");
        if (flags.contains("T") || value("template").equals("yes") || source.isEmpty() || destination.isEmpty()) {
            return;
        }
        Action action = switch (value("action")) {
            case "none" -> Action.BYPASS;
            case "discard" -> Action.DISCARD;
            default -> Action.PROTECT;
        };
        Optional<IpAddress> local = end("sa-src-address");
        local.ifPresent(notes::own);
        notes.add(new PolicyEntry(
                line,
                new Selector(
                        source.get(),
                        destination.get(),
                        value("protocol").equals("all") ? OptionalInt.empty() : Words.protocol(value("protocol")),
                        Words.smallNumber(value("src-port")),
                        Words.smallNumber(value("dst-port"))),
                Way.OUT,
                action,
                new PolicyEntry.Template(
                        local,
                        end("sa-dst-address"),
                        Optional.of(value("tunnel").equals("yes") ? SaMode.TUNNEL : SaMode.TRANSPORT),
                        Optional.empty(),
                        value("level").equals("require")),
                Optional.empty(),
                Optional.empty(),
                standing()));
    }

    private Standing standing() {
        String state = value("ph2-state");
        if (isConfigured) {
            return Standing.CONFIGURED;
        }
        if (state.isEmpty()) {
            return flags.contains("A") ? Standing.ACTIVE : Standing.UNSTATED;
        }
        return state.equals("established") ? Standing.ACTIVE : Standing.DOWN;
    }

    /** Each SA counts one direction: which one, the machine's own addresses tell. Of none it is not said that it is 0. */
    private void addSa(ContextNotes notes) {
        OptionalLong octets = value("state").equals("mature") && !has("current-bytes")
                ? OptionalLong.of(0)
                : Words.number(value("current-bytes"));
        Optional<IpAddress> source = end("src-address");
        Optional<IpAddress> destination = end("dst-address");
        if (octets.isPresent() && source.isPresent() && destination.isPresent()) {
            notes.add(new SaCount(line, "", source, destination, SaCount.BYTES, OptionalLong.empty(), octets));
        }
    }

    /** A far end, and what came from there and went there. */
    private void addPeer(ContextNotes notes) {
        Optional<IpAddress> local = end("local-address");
        local.ifPresent(notes::own);
        notes.add(new SaCount(
                line,
                value("id"),
                local,
                end("remote-address"),
                SaCount.BYTES,
                Words.number(value("rx-bytes")),
                Words.number(value("tx-bytes"))));
    }

    private void addRoute(ContextNotes notes) {
        Optional<IpPrefix> destination = prefix("dst-address");
        if (destination.isEmpty()) {
            notes.problem(line, "not a prefix: " + value("dst-address"));
            return;
        }
        boolean isActive = flags.contains("A");
        if (!isConfigured && !isActive) {
            return;
        }
        String table = has("routing-table") ? value("routing-table") : value("routing-mark");
        boolean discards = has("blackhole")
                || value("type").equals("blackhole")
                || value("gateway").equals("blackhole");
        for (String word : value("gateway").split(",", -1)) {
            String gateway = word.replaceFirst("%.*", "");
            Optional<IpAddress> router = Words.address(gateway);
            notes.add(new RouteEntry(
                    line,
                    destination.get(),
                    discards
                            ? new Target.Discard()
                            : router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                    device(word, router),
                    Words.address(value("pref-src")),
                    Words.number(value("distance")),
                    isConfigured ? Store.PERSISTENT : Store.ACTIVE,
                    Optional.of(table).filter(name -> !name.isEmpty() && !name.equals(MAIN))));
        }
    }

    /** {@code 192.0.2.1%ether1}, or an interface alone; version 6 has it beside the gateway. */
    private Optional<String> device(String gateway, Optional<IpAddress> router) {
        int zone = gateway.indexOf('%');
        if (zone >= 0) {
            return Optional.of(gateway.substring(zone + 1));
        }
        return router.isEmpty() && !gateway.isEmpty()
                ? Optional.of(gateway)
                : Optional.ofNullable(properties.get("vrf-interface"))
                        .or(() -> Optional.ofNullable(properties.get("interface")));
    }

    private void addAddress(ContextNotes notes) {
        String word = value("address");
        int slash = word.indexOf('/');
        Optional<IpAddress> own = Words.address(slash < 0 ? word : word.substring(0, slash));
        OptionalInt length = slash < 0 ? OptionalInt.empty() : Words.smallNumber(word.substring(slash + 1));
        own.ifPresent(address -> notes.add(new InterfaceEntry(
                line,
                value("interface"),
                Optional.empty(),
                Optional.empty(),
                List.of(new OwnAddress(address, length)),
                List.of())));
    }

    private Optional<IpAddress> end(String name) {
        return Words.address(value(name)).filter(address -> !address.isUnspecified());
    }

    private Optional<IpPrefix> prefix(String name) {
        return Words.prefix(value(name));
    }

    private boolean has(String name) {
        return properties.containsKey(name);
    }

    private String value(String name) {
        return properties.getOrDefault(name, "");
    }
}
