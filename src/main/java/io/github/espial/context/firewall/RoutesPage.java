package io.github.espial.context.firewall;

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
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OPNsense's page System > Routes > Status, as copied text: the rows of {@code netstat -rn} with the IP version before
 * them. The heading, which is in the language of the user, is not read. pfSense's page is read as {@code netstat -rn}.
 */
public final class RoutesPage implements ContextParser {
    private static final Pattern ROW =
            Pattern.compile("\\s*ipv([46])\\s+(default|[0-9a-fA-F.:]+(?:%\\w+)?(?:/\\d{1,3})?)\\s+"
                    + "(link#\\d+|[0-9a-fA-F.:]+(?:%\\w+)?)\\s+([A-Za-z1-3]+)\\s+\\d+\\s+\\d+\\s+([\\w.]+)(?:\\s.*)?");

    @Override
    public String kind() {
        return "OPNsense routes page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ROW.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.peek());
            if (!row.matches()) {
                return;
            }
            lines.next();
            String word = row.group(2).replaceFirst("%[^/]*", "");
            Optional<IpPrefix> destination = word.equals("default")
                    ? Optional.of(IpPrefix.all(row.group(1).equals("6") ? 6 : 4))
                    : Words.prefix(word);
            if (destination.isEmpty()) {
                notes.problem(number, "not a destination: " + row.group(2));
                continue;
            }
            notes.add(new RouteEntry(
                    number,
                    destination.get(),
                    target(row.group(3), row.group(4)),
                    Optional.of(row.group(5)),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Store.ACTIVE,
                    Optional.empty()));
        }
    }

    private static Target target(String gateway, String flags) {
        if (flags.contains("B") || flags.contains("R")) {
            return new Target.Discard();
        }
        Optional<IpAddress> router = Words.address(gateway).filter(address -> flags.contains("G"));
        return router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
    }
}
