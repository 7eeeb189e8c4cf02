package io.github.espial.context.strongswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connections of {@code swanctl.conf}: each child is a policy for what leaves. Secrets, and what else the file holds,
 * are passed over.
 */
public final class SwanctlConf implements ContextParser {
    private static final Pattern CONNECTIONS = Pattern.compile("\\s*connections\\s*\\{.*");
    private static final Pattern OTHER =
            Pattern.compile("\\s*(?:secrets|pools|authorities)\\s*\\{.*|\\s*(?:#|include ).*");

    /** A section begins, one ends, or a setting, up to the end of its line or section. */
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([\\w.%-]+)\\s*\\{|(\\})|([\\w.-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^}\"#]*+)))");

    /** Sections within each other; a connection has four. */
    private static final int DEEPEST = 16;

    @Override
    public String kind() {
        return "swanctl.conf";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return CONNECTIONS.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Deque<String> sections = new ArrayDeque<>();
        Optional<ConfiguredConnection> connection = Optional.empty();
        do {
            int number = lines.number();
            String line = lines.next();
            Matcher token = TOKEN.matcher(line);
            int at = 0;
            while (token.region(at, line.length()).lookingAt()) {
                at = token.end();
                if (token.group(1) != null) {
                    sections.addLast(token.group(1));
                    if (sections.size() == 2 && sections.getFirst().equals("connections")) {
                        connection = Optional.of(new ConfiguredConnection());
                    } else if (isChild(sections)) {
                        connection.ifPresent(begun -> begun.child(number));
                    }
                } else if (token.group(2) != null) {
                    if (sections.size() == 2) {
                        connection.ifPresent(ended -> ended.finish(notes));
                        connection = Optional.empty();
                    }
                    sections.pollLast();
                } else if (connection.isPresent()) {
                    String value = token.group(4) != null
                            ? token.group(4)
                            : token.group(5).strip();
                    setting(connection.get(), sections, token.group(3), value);
                }
            }
        } while (!lines.atEnd()
                && sections.size() < DEEPEST
                && (!sections.isEmpty() || OTHER.matcher(lines.peek()).matches()));
        if (!sections.isEmpty()) {
            notes.problem(lines.number(), "swanctl.conf breaks off within " + sections.size() + " sections");
        }
    }

    private static void setting(ConfiguredConnection connection, Deque<String> sections, String name, String value) {
        if (sections.size() == 2) {
            connection.set(name, value);
        } else if (isChild(sections)) {
            connection.setOfChild(name, value);
        }
    }

    private static boolean isChild(Deque<String> sections) {
        return sections.size() == 4
                && sections.getFirst().equals("connections")
                && sections.stream()
                        .skip(2)
                        .findFirst()
                        .filter("children"::equals)
                        .isPresent();
    }
}
