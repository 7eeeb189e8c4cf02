package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code arp -a} of Windows, in any language: {@code ADDRESS --- INDEX} at the end of a line begins an interface. */
public final class WindowsArp implements ContextParser {
    private static final Pattern INTERFACE = Pattern.compile(
            "\\s*+\\p{L}.*?\\s(\\d{1,3}(?:\\.\\d{1,3}){3})\\s++(?:---\\s|on Interface\\s|\\p{L}[\\p{L} ]*+)\\s*+(?<=\\s)(0x[0-9a-fA-F]+)\\s*");
    private static final Pattern ROW = Pattern.compile(
            "\\s+(\\d{1,3}(?:\\.\\d{1,3}){3})\\s+([0-9a-fA-F]{2}(?:-[0-9a-fA-F]{2}){5})\\s+(\\S(?:.*\\S)?)\\s*");

    @Override
    public String kind() {
        return "arp -a";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return INTERFACE.matcher(lines.peek()).matches()
                || ROW.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<String> interfaceName = Optional.empty();
        while (!lines.atEnd()) {
            Matcher begin = INTERFACE.matcher(lines.peek());
            Matcher row = ROW.matcher(lines.peek());
            if (begin.matches()) {
                interfaceName = Optional.of(begin.group(1));
            } else if (row.matches()) {
                add(lines.number(), row, interfaceName, notes);
            } else if (!isHeading(lines)) {
                return;
            }
            if (lines.next().isEmpty() && !recognises(lines)) {
                return;
            }
        }
    }

    /** The line between an interface and its first neighbor, or a blank one before the next interface. */
    private static boolean isHeading(Lines lines) throws IOException {
        return ROW.matcher(lines.peek(1)).matches()
                || (lines.peek().isBlank() && INTERFACE.matcher(lines.peek(1)).matches());
    }

    private static void add(int number, Matcher row, Optional<String> interfaceName, ContextNotes notes) {
        // Windows 2000 and XP list what did not resolve with zeros.
        Optional<MacAddress> mac = Words.mac(row.group(2)).filter(resolved -> resolved.octets() != 0);
        notes.addNeighbor(number, row.group(1), mac, interfaceName, Optional.of(row.group(3)));
    }
}
