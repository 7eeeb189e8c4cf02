package io.github.espial.context.routeros;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code print detail}, and the plain {@code print} of what has too many properties for a table: policies, SAs, routes,
 * addresses and neighbors, each an item of properties over several lines. Keys are not taken.
 */
public final class PrintDetail implements ContextParser {
    private static final Pattern FIRST = Pattern.compile(
            "\\s{0,4}\\d{1,6} {1,3}((?:[A-Za-z*+]{1,6} {1,5}){0,5})\\s*((?:;;;.*)|(?:[a-z][a-z0-9.-]*=.*))");

    /** A dynamic route of RouterOS 7, which has no number. */
    private static final Pattern UNNUMBERED =
            Pattern.compile("\\s{2,6}(D(?: {0,3}[A-Za-z+]){0,4})\\s{1,6}(dst-address=.*)");

    private static final Pattern MORE = Pattern.compile("\\s{2,}(?:[A-Za-z]{1,4}\\s+)?[a-z][a-z0-9.-]*=.*");
    private static final Pattern PROPERTY = Pattern.compile("([a-z][a-z0-9.-]*)=(\"[^\"]*\"|\\S*)");
    private static final Pattern FLAGS = Pattern.compile("Flags: [A-Za-z*+] - .*");

    /** Flags that did not fit on the line above. */
    static final Pattern MORE_FLAGS = Pattern.compile("[A-Za-z*+] - [A-Za-z][A-Za-z-]*(?:[,;] .*|[,;]?\\s*)");

    /** Lines of flags at most. */
    private static final int MOST_FLAGS = 4;

    /** What an item must have one of, to be of the network. */
    private static final Set<String> NAMES =
            Set.of("src-address", "dst-address", "gateway", "mac-address", "address", "remote-address");

    /** Lines of one item. */
    private static final int MOST = 40;

    @Override
    public String kind() {
        return "print detail";
    }

    @Override
    public Platform platform() {
        return Platform.ROUTEROS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        int from = FLAGS.matcher(lines.peek()).matches() ? 1 : 0;
        while (from > 0
                && from < MOST_FLAGS
                && MORE_FLAGS.matcher(lines.peek(from)).matches()) {
            from++;
        }
        return first(lines.peek(from)).isPresent()
                && names(lines, from).stream().anyMatch(NAMES::contains);
    }

    /** Names of the properties of the item that is next. */
    private static Set<String> names(Lines lines, int from) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        take(lines.peek(from), properties);
        for (int ahead = from + 1; ahead < MOST && isMore(lines.peek(ahead)); ahead++) {
            take(lines.peek(ahead), properties);
        }
        return properties.keySet();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            Optional<Matcher> first = first(lines.peek());
            if (first.isEmpty()) {
                if (FLAGS.matcher(lines.peek()).matches()
                        || MORE_FLAGS.matcher(lines.peek()).matches()
                        || (lines.peek().isBlank() && first(lines.peek(1)).isPresent())) {
                    lines.next();
                    continue;
                }
                return;
            }
            int number = lines.number();
            Map<String, String> properties = new LinkedHashMap<>();
            take(lines.next(), properties);
            for (int i = 1; i < MOST && isMore(lines.peek()); i++) {
                take(lines.next(), properties);
            }
            new Item(number, first.get().group(1).replace(" ", ""), properties, false).add(notes);
        }
    }

    private static Optional<Matcher> first(String line) {
        Matcher numbered = FIRST.matcher(line);
        Matcher unnumbered = UNNUMBERED.matcher(line);
        return numbered.matches()
                ? Optional.of(numbered)
                : Optional.of(unnumbered).filter(Matcher::matches);
    }

    private static boolean isMore(String line) {
        return MORE.matcher(line).matches() && !UNNUMBERED.matcher(line).matches();
    }

    /** Takes the properties of a line: a value with blanks is in quotes. */
    static void take(String line, Map<String, String> properties) {
        Matcher property = PROPERTY.matcher(line);
        while (property.find()) {
            String value = property.group(2).replace("\"", "");
            // Of keys nothing is kept, for they are asked for by nobody.
            if (!property.group(1).contains("key") && !property.group(1).contains("secret")) {
                properties.putIfAbsent(property.group(1), value);
            }
        }
    }
}
