package io.github.espial.context.cisco;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show arp} and {@code show ip arp} of IOS, {@code show arp} of ASA. */
public final class ShowArp implements ContextParser {
    private static final String IPV4 = "(\\d{1,3}(?:\\.\\d{1,3}){3})";
    private static final String MAC = "([0-9a-fA-F]{4}\\.[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4})";
    private static final Pattern HEADING =
            Pattern.compile("Protocol\\s+Address\\s+Age \\(min\\)\\s+Hardware Addr\\s+Type\\s+Interface\\s*");
    private static final Pattern IOS = Pattern.compile("Internet\\s+" + IPV4 + "\\s+(?:\\d+|-)\\s+(?:" + MAC
            + "|Incomplete)\\s+(?:ARPA|SNAP|SAP)(?:\\s+(\\S+))?\\s*");
    private static final Pattern ASA =
            Pattern.compile("\\s*([\\w.-]+)\\s+" + IPV4 + "\\s+" + MAC + "\\s+(?:\\d+|-|alias)\\s*");

    @Override
    public String kind() {
        return "show arp";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches() || isRow(lines.peek());
    }

    private static boolean isRow(String line) {
        return IOS.matcher(line).matches() || ASA.matcher(line).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        if (HEADING.matcher(lines.peek()).matches()) {
            lines.next();
        }
        while (isRow(lines.peek())) {
            int number = lines.number();
            String line = lines.next();
            Matcher ios = IOS.matcher(line);
            Matcher asa = ASA.matcher(line);
            boolean isIos = ios.matches();
            Matcher row = isIos || !asa.matches() ? ios : asa;
            notes.addNeighbor(
                    number,
                    row.group(isIos ? 1 : 2),
                    Optional.ofNullable(row.group(isIos ? 2 : 3)).flatMap(Words::mac),
                    Optional.ofNullable(row.group(isIos ? 3 : 1)),
                    Optional.empty());
        }
    }
}
