package io.github.espial.batch.ticket;

import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The file {@code ticket.yaml} of a case (YAML 1.2). Only its nodes are looked at: no tag makes an object of anything, and
 * there are no aliases. What is wrong is noted with its line, and the rest is taken.
 */
final class TicketFile {
    /** The names it may have. */
    static final Set<String> NAMES = Set.of("ticket.yaml", "ticket.yml");

    /** Many pages; octets. */
    static final int MOST_OCTETS = 1 << 16;

    private static final int MOST_LEVELS = 8;
    private static final int MOST_PROBLEMS = 20;
    private static final String STATION = "ADDRESS or ADDRESS=MAC";
    private static final String MEMBERS = "id, title, customer, server, gateway, nextHops, keys, notes";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(0)
            .setAllowRecursiveKeys(false)
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(MOST_OCTETS)
            .build();

    private final String name;
    private final List<String> problems = new ArrayList<>();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<IpAddress> serverAddresses = new ArrayList<>();
    private final List<MacAddress> serverMacs = new ArrayList<>();
    private final List<Station> gateways = new ArrayList<>();
    private final Map<IpAddress, Station> nextHops = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();

    private TicketFile(String name) {
        this.name = name;
    }

    /**
     * What {@code octets} say of a ticket.
     *
     * @param name of the file, as messages call it
     * @param otherwise what is known of the ticket where the file says nothing
     */
    static Ticket read(InputStream octets, String name, Ticket otherwise) {
        TicketFile file = new TicketFile(name);
        file.read(octets);
        return new Ticket(
                file.texts.getOrDefault("id", otherwise.id()),
                file.texts.getOrDefault("title", otherwise.title()),
                Optional.ofNullable(file.texts.get("customer")),
                Optional.ofNullable(file.texts.get("notes")),
                new Statements(file.serverAddresses, file.serverMacs, file.gateways, file.nextHops),
                file.keys,
                file.problems);
    }

    private void read(InputStream octets) {
        try {
            byte[] text = octets.readNBytes(MOST_OCTETS + 1);
            if (text.length > MOST_OCTETS) {
                problems.add(name + ": longer than " + MOST_OCTETS + " octets, so nothing of it is used");
                return;
            }
            compose(new String(text, StandardCharsets.UTF_8));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                    .orElse("");
            note(line + Printable.of(Objects.requireNonNullElse(e.getProblem(), "no YAML"))
                    + "; nothing of it is used");
        } catch (YamlEngineException e) {
            note(Printable.of(firstLine(e)) + "; nothing of it is used");
        } catch (IOException e) {
            note("cannot be read: " + e.getMessage());
        }
    }

    /** What makes nodes calls itself for each level, so that the levels are counted before. */
    private void compose(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MOST_LEVELS) {
                note("nested more than " + MOST_LEVELS + " levels deep; nothing of it is used");
                return;
            }
        }
        new Compose(SETTINGS).composeString(text).ifPresent(this::members);
    }

    private void members(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            note(root, "expected members such as id: 4711");
            return;
        }
        Set<String> given = new HashSet<>();
        for (NodeTuple member : mapping.getValue()) {
            Node key = member.getKeyNode();
            Node value = member.getValueNode();
            if (!given.add(text(key).orElse(""))) {
                note(key, "the member " + Printable.of(text(key).orElse("")) + " a second time; the last one counts");
            }
            switch (text(key).orElse("")) {
                case "id", "title", "customer", "notes" ->
                    text(value)
                            .ifPresentOrElse(
                                    text -> texts.put(text(key).orElseThrow(), text),
                                    () -> note(value, "expected a text"));
                case "server" -> texts(value).forEach(server -> server(value, server));
                case "gateway" ->
                    texts(value).forEach(gateway -> station(value, gateway).ifPresent(gateways::add));
                case "nextHops" -> nextHops(value);
                case "keys" -> keys.addAll(texts(value));
                default ->
                    note(
                            key,
                            "unknown member " + Printable.of(text(key).orElse("that is no text")) + "; there are "
                                    + MEMBERS);
            }
        }
    }

    private void server(Node node, String text) {
        Optional<MacAddress> mac = mac(text);
        mac.ifPresent(serverMacs::add);
        if (mac.isEmpty()) {
            address(node, text, "ADDRESS or MAC").ifPresent(serverAddresses::add);
        }
    }

    private void nextHops(Node value) {
        if (!(value instanceof MappingNode mapping)) {
            note(value, "expected PEER: " + STATION + ", a line each");
            return;
        }
        for (NodeTuple hop : mapping.getValue()) {
            Optional<IpAddress> peer =
                    address(hop.getKeyNode(), text(hop.getKeyNode()).orElse(""), "a peer's ADDRESS");
            Optional<Station> station =
                    station(hop.getValueNode(), text(hop.getValueNode()).orElse(""));
            peer.ifPresent(known -> station.ifPresent(by -> nextHops.put(known, by)));
        }
    }

    private Optional<Station> station(Node node, String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return address(node, text, STATION).map(address -> new Station(Optional.empty(), Optional.of(address)));
        }
        Optional<MacAddress> mac = mac(text.substring(equals + 1));
        if (mac.isEmpty()) {
            note(node, Printable.of(text) + ": expected " + STATION);
            return Optional.empty();
        }
        return address(node, text.substring(0, equals), STATION).map(address -> new Station(mac, Optional.of(address)));
    }

    private Optional<IpAddress> address(Node node, String text, String form) {
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            note(node, (text.isEmpty() ? "" : Printable.of(text) + ": ") + "expected " + form);
            return Optional.empty();
        }
    }

    private static Optional<MacAddress> mac(String text) {
        try {
            return Optional.of(MacAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One text, or a list of texts. */
    private List<String> texts(Node node) {
        if (!(node instanceof SequenceNode list)) {
            Optional<String> one = text(node);
            if (one.isEmpty()) {
                note(node, "expected a text, or a list of texts");
            }
            return one.stream().toList();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            text(item).ifPresentOrElse(texts::add, () -> note(item, "expected a text"));
        }
        return texts;
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue().strip()) : Optional.empty();
    }

    private void note(Node node, String problem) {
        String line = node.getStartMark()
                .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                .orElse("");
        note(line + problem);
    }

    private void note(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(name + ": " + problem);
        }
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no YAML");
    }
}
