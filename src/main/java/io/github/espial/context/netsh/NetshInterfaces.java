package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code netsh interface ipv4 show interfaces}, and of IPv6: index, metric, MTU, state, name. */
public final class NetshInterfaces implements ContextParser {
    private static final Pattern ROW = Pattern.compile(
            "\\s*(\\d{1,9})\\s+(\\d{1,10})\\s+\\d{1,10}\\s+\\p{L}\\S*(?: \\S+)*?\\s{2,}(\\S(?:.*\\S)?)\\s*");
    private static final int COLUMNS = 5;

    @Override
    public String kind() {
        return "netsh interface show interfaces";
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
        return isDashes(lines.peek(1)) && ROW.matcher(lines.peek(2)).matches();
    }

    private static boolean isDashes(String line) {
        return Netsh.isDashes(line) && Netsh.columns(line) == COLUMNS;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        lines.next();
        for (Optional<Matcher> next = lines.take(ROW); next.isPresent(); next = lines.take(ROW)) {
            Matcher row = next.get();
            notes.add(new InterfaceEntry(
                    lines.taken(),
                    row.group(3),
                    Optional.of(row.group(1)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Words.number(row.group(2))));
        }
    }
}
