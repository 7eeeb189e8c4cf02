package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code get system interface}: the name of each interface, and the address that it has. */
public final class SystemInterface implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("== ?\\[ ?(\\S+) ?\\]\\s*");
    private static final Pattern ROW =
            Pattern.compile("name: (\\S+)\\s+(?:mode: \\S+\\s+)?ip: ([0-9.]+) ([0-9.]+)\\s+.*status: \\S+.*");

    @Override
    public String kind() {
        return "get system interface";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ROW.matcher(lines.peek()).matches()
                || (TITLE.matcher(lines.peek()).matches()
                        && ROW.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.next());
            if (row.matches()) {
                OptionalInt length = Words.netmask(row.group(3));
                List<OwnAddress> addresses = Words.address(row.group(2))
                        .filter(address -> !address.isUnspecified())
                        .map((IpAddress address) -> List.of(new OwnAddress(address, length)))
                        .orElseGet(List::of);
                notes.add(new InterfaceEntry(
                        number, row.group(1), Optional.empty(), Optional.empty(), addresses, List.of()));
            }
        }
    }
}
