package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code netstat -rn6} and {@code route -6 -n} of Linux. */
public final class LinuxNetstatSix implements ContextParser {
    private static final Pattern HEADING =
            Pattern.compile("Destination\\s+Next Hop\\s+Flags?\\s+Met(?:ric)?\\s+Ref\\s+Use\\s+If(?:ace)?\\s*");
    private static final Pattern ROW = Pattern.compile(
            "(\\[::\\]|(?=[0-9a-fA-F.]*+:)[0-9a-fA-F.:]++)/(\\d{1,3})\\s+"
                    + "(\\[::\\]|(?=[0-9a-fA-F.]*+:)[0-9a-fA-F.:]++)\\s+([!A-Za-z]+)\\s+(-?\\d+)\\s+\\d+\\s+\\d+\\s+(\\S+)\\s*");

    @Override
    public String kind() {
        return "netstat -rn6";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ROW.matcher(lines.peek()).matches()
                || (HEADING.matcher(lines.peek()).matches()
                        && ROW.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        if (HEADING.matcher(lines.peek()).matches()) {
            lines.next();
        }
        while (true) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.peek());
            if (!row.matches()) {
                return;
            }
            lines.next();
            String destination = plain(row.group(1)) + "/" + row.group(2);
            Optional<IpPrefix> prefix = Words.prefix(destination);
            if (prefix.isEmpty()) {
                notes.problem(number, "not a prefix: " + destination);
                continue;
            }
            // The machine's own addresses (n), and multicast, are in the list; they say nothing of routers.
            if (row.group(4).contains("n") && !row.group(4).contains("!")) {
                continue;
            }
            notes.add(new RouteEntry(
                    number,
                    prefix.get(),
                    target(row),
                    Optional.of(row.group(6)),
                    Optional.empty(),
                    Words.number(row.group(5)),
                    Store.ACTIVE,
                    Optional.empty()));
        }
    }

    private static Target target(Matcher row) {
        if (row.group(4).contains("!")) {
            return new Target.Discard();
        }
        Optional<IpAddress> router = Words.address(plain(row.group(3))).filter(address -> !address.isUnspecified());
        return router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
    }

    private static String plain(String word) {
        return word.equals("[::]") ? "::" : word;
    }
}
