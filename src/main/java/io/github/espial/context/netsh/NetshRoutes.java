package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Prompt;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Metric;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code netsh interface ipv4 show route}, and of IPv6: a word or two, a metric, a prefix, an index, and the router or
 * the name of the interface. Which store was asked for is read from the command, if it stands before its output.
 */
public final class NetshRoutes implements ContextParser {
    private static final Pattern ROW = Pattern.compile(
            "\\s*(\\p{L}.*?)(?<!\\s)\\s++(\\d{1,10})\\s+([0-9a-fA-F.:]++/\\d{1,3})\\s+(\\d{1,9})\\s+(\\S(?:.*\\S)?)\\s*");
    private static final Pattern BEGINNING =
            Pattern.compile("\\s*\\p{L}.{0,40}?\\s+\\d{1,10}\\s+[0-9a-fA-F]+[.:][0-9a-fA-F.:]*(?:/.*)?");
    private static final Pattern PERSISTENT =
            Pattern.compile("(?>.*?\\bshow\\s+route).*\\b(?:store\\s*=\\s*)?pers\\w*\\s*");
    private static final int COLUMNS = 6;

    /** Of an interface the name stands there; none begins as an address does. */
    private static final Pattern CUT_ADDRESS = Pattern.compile("\\d[\\d.]{0,14}|\\d{1,3}\\.\\d{1,3}\\..*");

    @Override
    public String kind() {
        return "netsh interface show route";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public Program program() {
        return Program.NETSH_INTERFACE;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return isRow(lines.peek()) || isHeadings(lines, 0) || (asksForPersistent(lines.peek()) && isTableAhead(lines));
    }

    private static boolean isRow(String line) {
        return line.indexOf('/') > 0 && ROW.matcher(line).matches();
    }

    private static boolean isHeadings(Lines lines, int ahead) throws IOException {
        return !lines.peek(ahead).isBlank()
                && isDashes(lines.peek(ahead + 1))
                && (isRow(lines.peek(ahead + 2))
                        || BEGINNING.matcher(lines.peek(ahead + 2)).matches());
    }

    private static boolean isDashes(String line) {
        return Netsh.isDashes(line) && Netsh.columns(line) == COLUMNS;
    }

    private static boolean asksForPersistent(String line) {
        return Prompt.of(line)
                .filter(prompt -> PERSISTENT.matcher(prompt.command()).matches())
                .isPresent();
    }

    private static boolean isTableAhead(Lines lines) throws IOException {
        return isHeadings(lines, 1) || isHeadings(lines, 2);
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Store store = Store.ACTIVE;
        if (!isRow(lines.peek()) && asksForPersistent(lines.peek())) {
            store = Store.PERSISTENT;
            lines.next();
            while (!isDashes(lines.peek())) {
                lines.next();
            }
        } else if (!isRow(lines.peek())) {
            lines.next();
        }
        while (true) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.peek());
            if (row.matches()) {
                add(number, row, store, notes);
            } else if (BEGINNING.matcher(lines.peek()).matches()) {
                notes.problem(number, "a route that stops in the middle");
            } else if (!isDashes(lines.peek())) {
                return;
            }
            lines.next();
        }
    }

    private static void add(int number, Matcher row, Store store, ContextNotes notes) {
        Optional<IpPrefix> destination = Words.destination(row.group(3));
        if (destination.isEmpty()) {
            notes.problem(number, "not a prefix: " + row.group(3));
            return;
        }
        if (CUT_ADDRESS.matcher(row.group(5)).matches()
                && Words.address(row.group(5)).isEmpty()) {
            notes.problem(number, "a route by a router whose address is not whole: " + row.group(5));
            return;
        }
        notes.add(new RouteEntry(
                number,
                destination.get(),
                Words.address(row.group(5)).<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                Optional.of(row.group(4)),
                Optional.empty(),
                new Metric(Words.number(row.group(2)), new InterfaceMetric.Elsewhere()),
                store,
                Optional.empty()));
    }
}
