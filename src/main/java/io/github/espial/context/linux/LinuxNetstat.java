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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code netstat -rn} and {@code route -n} of Linux, whose rows are the same but for one column: {@code Metric}. */
public final class LinuxNetstat implements ContextParser {
    private static final String IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final Pattern ROW = Pattern.compile("(" + IPV4 + "|default)\\s+(" + IPV4 + "|\\*|-)\\s+(" + IPV4
            + ")\\s+([A-Z!]+)\\s+(\\d+|-)\\s+(\\d+|-)\\s+(\\d+|-)(?:\\s+(\\S+))?\\s*");
    private static final Pattern HEADING = Pattern.compile("(?>.*?\\bGenmask\\b).*\\bFlags\\b.*");

    @Override
    public String kind() {
        return "netstat -rn";
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
        boolean hasMetric = false;
        if (HEADING.matcher(lines.peek()).matches()) {
            hasMetric = lines.next().contains("Metric");
        }
        while (true) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.peek());
            if (!row.matches()) {
                return;
            }
            lines.next();
            Optional<IpAddress> address = Words.address(row.group(1).equals("default") ? "0.0.0.0" : row.group(1));
            OptionalInt length = Words.netmask(row.group(3));
            if (address.isEmpty() || length.isEmpty()) {
                notes.problem(number, "not a destination and its mask: " + row.group(1) + " " + row.group(3));
                continue;
            }
            notes.add(new RouteEntry(
                    number,
                    IpPrefix.holding(address.get(), length.getAsInt()),
                    target(row),
                    Optional.ofNullable(row.group(8)).filter(name -> !name.equals("-")),
                    Optional.empty(),
                    hasMetric ? Words.number(row.group(5)) : OptionalLong.empty(),
                    Store.ACTIVE,
                    Optional.empty()));
        }
    }

    private static Target target(Matcher row) {
        if (row.group(4).contains("!")) {
            return new Target.Discard();
        }
        return Words.address(row.group(2))
                .filter(router -> row.group(4).contains("G"))
                .<Target>map(Target.Gateway::new)
                .orElseGet(Target.OnLink::new);
    }
}
