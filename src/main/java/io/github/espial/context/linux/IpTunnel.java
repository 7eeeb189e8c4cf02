package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ip tunnel}: VTIs, GRE and IP in IP, with the outer addresses and the key that is the mark of their policies. */
public final class IpTunnel implements ContextParser {
    /** {@code vti0: ip/ip remote 203.0.113.1 local 192.0.2.10 ttl inherit key 42}. */
    private static final Pattern LINE =
            Pattern.compile("([^\\s:@]+): ((?:gre|ip|ipv6|any)/ipv?6?) +(remote \\S+ +local \\S+ .*)");

    @Override
    public String kind() {
        return "ip tunnel";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return LINE.matcher(lines.peek() + " ").matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            int number = lines.number();
            Matcher line = LINE.matcher(lines.next() + " ");
            if (line.matches()) {
                String kind = line.group(2).startsWith("gre") ? "gre" : "vti";
                notes.add(new InterfaceEntry(
                                number, line.group(1), Optional.empty(), Optional.empty(), List.of(), List.of())
                        .of(Optional.of(TunnelLines.device(kind, null, Words.of(line.group(3))))));
            }
        }
    }
}
