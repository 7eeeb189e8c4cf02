package io.github.espial.context.cisco;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show ip interface brief} of IOS and {@code show interface ip brief} of ASA. */
public final class InterfaceBrief implements ContextParser {
    private static final Pattern HEADING =
            Pattern.compile("Interface\\s+IP-Address\\s+OK\\?\\s+Method\\s+Status\\s+Protocol\\s*");
    private static final Pattern ROW =
            Pattern.compile("([A-Za-z][\\w./:-]*)\\s+(\\d{1,3}(?:\\.\\d{1,3}){3}|unassigned)\\s+"
                    + "(?:YES|NO)\\s+\\S+\\s+(?:up|down|administratively down|deleted|reset)\\s+(?:up|down)\\s*");

    @Override
    public String kind() {
        return "show ip interface brief";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || ROW.matcher(lines.peek()).matches();
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
            List<OwnAddress> addresses = Words.address(row.group(2))
                    .map(address -> List.of(new OwnAddress(address, OptionalInt.empty())))
                    .orElseGet(List::of);
            notes.add(
                    new InterfaceEntry(number, row.group(1), Optional.empty(), Optional.empty(), addresses, List.of()));
        }
    }
}
