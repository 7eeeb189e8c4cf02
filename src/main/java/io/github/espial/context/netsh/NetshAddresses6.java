package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/** {@code netsh interface ipv6 show addresses}: a table of five columns for each interface, the address the last. */
public final class NetshAddresses6 implements ContextParser {
    private static final int COLUMNS = 5;

    @Override
    public String kind() {
        return "netsh interface ipv6 show addresses";
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
        int number = lines.number();
        Matcher title = Netsh.INTERFACE.matcher(lines.next());
        Netsh.skipHeadings(lines);
        List<OwnAddress> addresses = new ArrayList<>();
        for (Optional<IpAddress> own = last(lines.peek()); own.isPresent(); own = last(lines.peek())) {
            addresses.add(new OwnAddress(own.get(), OptionalInt.empty()));
            lines.next();
        }
        if (title.matches()) {
            notes.add(new InterfaceEntry(
                    number, title.group(2), Optional.of(title.group(1)), Optional.empty(), addresses, List.of()));
        }
    }

    private static Optional<IpAddress> last(String line) {
        List<String> words = Words.of(line);
        return words.size() < COLUMNS ? Optional.empty() : Words.address(words.get(words.size() - 1));
    }
}
