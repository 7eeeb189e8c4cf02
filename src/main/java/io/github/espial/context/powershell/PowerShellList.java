package io.github.espial.context.powershell;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects as {@code Format-List} shows them: a line per property, colons below each other, a blank line after each. */
public final class PowerShellList implements ContextParser {
    private static final Pattern PROPERTY =
            Pattern.compile("([A-Za-z][\\w.()]{0,60})\\s{0,60}?( *): ?((?:.*\\S)?)\\s*");
    private static final int INDENT = 4;

    @Override
    public String kind() {
        return "PowerShell list";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public Program program() {
        return Program.POWERSHELL;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        int colon = lines.peek().indexOf(" :");
        if (colon < 0 || !PROPERTY.matcher(lines.peek()).matches()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        boolean mayBe = false;
        for (int ahead = 0; ahead < Lines.MAX_AHEAD && !lines.peek(ahead).isBlank(); ahead++) {
            Matcher property = PROPERTY.matcher(lines.peek(ahead));
            if (property.matches()) {
                names.add(property.group(1));
                mayBe |= NetKind.mayBeIn(property.group(1));
            } else if (!isMoreValue(lines.peek(ahead))) {
                return false;
            }
        }
        return mayBe && NetKind.of(names).isPresent();
    }

    private static boolean isMoreValue(String line) {
        return line.length() > INDENT && line.substring(0, INDENT).isBlank();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Map<String, String> properties = new HashMap<>();
        String name = "";
        while (!lines.peek().isBlank()) {
            Matcher property = PROPERTY.matcher(lines.peek());
            if (property.matches()) {
                name = property.group(1);
                properties.put(name, property.group(3));
            } else if (isMoreValue(lines.peek())) {
                String more = lines.peek().strip();
                properties.computeIfPresent(
                        name, (key, value) -> value.length() < Lines.MAX_LENGTH ? value + " " + more : value);
            } else {
                break;
            }
            lines.next();
        }
        new NetObject(number, properties, notes).add();
    }
}
