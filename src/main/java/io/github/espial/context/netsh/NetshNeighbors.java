package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Words;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code netsh interface ipv4 show neighbors}, and of IPv6: a table of three columns for each interface. */
public final class NetshNeighbors implements ContextParser {
    private static final Pattern ROW = Pattern.compile(
            "([0-9a-fA-F]*[.:][0-9a-fA-F.:]*)\\s+(?:([0-9a-fA-F]{2}(?:-[0-9a-fA-F]{2}){5})\\s+)?(\\p{L}(?:[^:/]*[^:/\\s])?)\\s*");
    private static final int COLUMNS = 3;

    @Override
    public String kind() {
        return "netsh interface show neighbors";
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
        return Netsh.isTableOfInterface(lines, COLUMNS);
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Matcher title = Netsh.INTERFACE.matcher(lines.next());
        Optional<String> index = title.matches() ? Optional.of(title.group(1)) : Optional.empty();
        Netsh.skipHeadings(lines);
        for (Optional<Matcher> next = lines.take(ROW); next.isPresent(); next = lines.take(ROW)) {
            Matcher row = next.get();
            // What did not resolve is listed with zeros, or nothing.
            Optional<MacAddress> mac =
                    Optional.ofNullable(row.group(2)).flatMap(Words::mac).filter(resolved -> resolved.octets() != 0);
            notes.addNeighbor(lines.taken(), row.group(1), mac, index, Optional.of(row.group(3)));
        }
    }
}
