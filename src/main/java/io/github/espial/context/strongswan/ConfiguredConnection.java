package io.github.espial.context.strongswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A connection of {@code swanctl.conf} of which some settings have been read. */
final class ConfiguredConnection {
    private static final Set<String> READ = Set.of("local_ts", "remote_ts", "mode", "if_id_out", "mark_out");

    /** Children of one connection: an end to the memory that a hostile file takes. */
    private static final int MOST = 10_000;

    private final List<Child> children = new ArrayList<>();
    private Optional<IpAddress> local = Optional.empty();
    private Optional<IpAddress> remote = Optional.empty();

    private record Child(int line, Map<String, String> settings) {}

    void set(String name, String value) {
        if (name.equals("local_addrs")) {
            local = Words.address(value);
        } else if (name.equals("remote_addrs")) {
            remote = Words.address(value);
        }
    }

    void child(int line) {
        if (children.size() < MOST) {
            children.add(new Child(line, new HashMap<>()));
        }
    }

    void setOfChild(String name, String value) {
        if (READ.contains(name)) {
            children.get(children.size() - 1).settings().put(name, value);
        }
    }

    /** Adds the policies; the addresses of the ends may stand after the children. */
    void finish(ContextNotes notes) {
        for (Child child : children) {
            String mode = child.settings().getOrDefault("mode", "tunnel").toUpperCase(Locale.ROOT);
            // Traffic that a child lets pass or drops is in no tunnel.
            if (Tunnel.mode(mode).isPresent()) {
                new Tunnel(
                                child.line(),
                                local,
                                remote,
                                Tunnel.mode(mode),
                                Optional.empty(),
                                Optional.ofNullable(child.settings().get("if_id_out"))
                                        .map(id -> "if_id " + id),
                                Optional.ofNullable(child.settings().get("mark_out")),
                                Standing.CONFIGURED)
                        .add(selectors(child, "local_ts"), selectors(child, "remote_ts"), notes);
            }
        }
    }

    private static List<String> selectors(Child child, String name) {
        return Words.of(child.settings().getOrDefault(name, "dynamic").replace(',', ' '));
    }
}
