package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code netstat -rn} of FreeBSD, macOS and the other BSDs, and pfSense's page Diagnostics > Routes, which shows the same
 * columns. What is known of another routing table (FIB) than the first is under its number.
 */
public final class BsdNetstat implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("Routing tables(?: \\(fib: (\\d+)\\))?\\s*");
    private static final Pattern FAMILY = Pattern.compile("(?:Internet|IPv4 Routes)(6?):?\\s*|(IPv6) Routes\\s*");
    private static final Pattern HEADING =
            Pattern.compile("Destination\\s+Gateway\\s+Flags\\s+.*\\b(?:Netif|Interface|Iface)\\b.*");
    private static final Pattern ROW = Pattern.compile("(?:default|[0-9a-fA-F.:]+(?:%\\w+)?(?:/\\d{1,3})?)\\s+"
            + "(?:link#\\d+|[0-9a-fA-F.:]+(?:%\\w+)?|\\w+)\\s+[A-Za-z1-3]+\\s+.*");

    @Override
    public String kind() {
        return "netstat -rn";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return toHeading(lines) >= 0;
    }

    /** Lines from here to the heading of the first family, which may have a title before it; negative if it is none. */
    private static int toHeading(Lines lines) throws IOException {
        int at = 0;
        if (TITLE.matcher(lines.peek()).matches()) {
            at++;
            while (at < 3 && lines.peek(at).isBlank()) {
                at++;
            }
        }
        if (FAMILY.matcher(lines.peek(at)).matches()) {
            at++;
        }
        return HEADING.matcher(lines.peek(at)).matches() ? at : -1;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Matcher title = TITLE.matcher(lines.peek());
        Optional<String> table = title.matches()
                ? Optional.ofNullable(title.group(1)).filter(number -> !number.equals("0"))
                : Optional.empty();
        while (true) {
            boolean isSix = false;
            for (int toHeading = toHeading(lines); toHeading > 0; toHeading--) {
                Matcher family = FAMILY.matcher(lines.next());
                isSix = family.matches() && (family.group(2) != null || "6".equals(family.group(1)));
            }
            BsdRoutes routes = new BsdRoutes(column(Words.of(lines.next())), isSix, table, notes);
            while (ROW.matcher(lines.peek()).matches()) {
                int number = lines.number();
                routes.add(number, Words.of(lines.next()));
            }
            // The other family is of the same table, unless a title says otherwise.
            if (!lines.peek().isBlank()
                    || !FAMILY.matcher(lines.peek(1)).matches()
                    || !HEADING.matcher(lines.peek(2)).matches()) {
                return;
            }
            lines.next();
        }
    }

    private static int column(List<String> heading) {
        for (String name : List.of("Netif", "Interface", "Iface")) {
            if (heading.contains(name)) {
                return heading.indexOf(name);
            }
        }
        return -1;
    }
}
