package io.github.espial.context.openwrt;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /etc/config/network}, {@code ipsec} and {@code mwan3}, and {@code uci export} of them: sections of options below their types and names. */
public final class UciFile implements ContextParser {
    private static final Pattern SECTION = Pattern.compile(
            "\\s*config ([\\w-]{1,64})(?:\\s+(?:'([^']{1,64})'|\"([^\"]{1,64})\"|([\\w.-]{1,64})))?\\s*");
    private static final Pattern OPTION =
            Pattern.compile("\\s*(option|list)\\s+'?([\\w-]{1,64})'?\\s+(?:'([^']*)'|\"([^\"]*)\"|(\\S+))\\s*");
    /** What {@code uci export} begins with. */
    private static final Pattern PACKAGE = Pattern.compile("package (?:network|ipsec|mwan3)\\s*");

    private static final Pattern COMMENT = Pattern.compile("\\s*#.*|\\s*package \\w+\\s*");

    @Override
    public String kind() {
        return "/etc/config";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public Program program() {
        return Program.UCI;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        int at = PACKAGE.matcher(lines.peek()).matches() ? 1 : 0;
        if (at == 1 && lines.peek(1).isBlank()) {
            at++;
        }
        Matcher section = SECTION.matcher(lines.peek(at));
        return section.matches()
                && UciNetwork.TYPES.contains(section.group(1))
                && OPTION.matcher(lines.peek(lines.peek(at + 1).isBlank() ? at + 2 : at + 1))
                        .matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        List<UciSection> sections = new ArrayList<>();
        while (isSection(lines)) {
            int number = lines.number();
            Matcher section = SECTION.matcher(lines.next());
            if (!section.matches()) {
                // A blank line or a comment before it.
                continue;
            }
            Map<String, List<String>> options = new LinkedHashMap<>();
            while (isOption(lines)) {
                Matcher option = OPTION.matcher(lines.next());
                if (option.matches()) {
                    options.computeIfAbsent(option.group(2), name -> new ArrayList<>())
                            .add(value(option, 3));
                }
            }
            String name = section.group(2) == null && section.group(3) == null && section.group(4) == null
                    ? ""
                    : value(section, 2);
            sections.add(UciSection.of(number, section.group(1), name, options));
        }
        new UciNetwork(sections, notes).add();
    }

    /** Whether another section comes, after nothing but blank lines and comments. */
    private static boolean isSection(Lines lines) throws IOException {
        for (int ahead = 0; ahead < 8; ahead++) {
            String line = lines.peek(ahead);
            if (SECTION.matcher(line).matches()) {
                return true;
            }
            if (!line.isBlank() && !COMMENT.matcher(line).matches()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOption(Lines lines) throws IOException {
        int ahead = lines.peek().isBlank() || COMMENT.matcher(lines.peek()).matches() ? 1 : 0;
        return OPTION.matcher(lines.peek(ahead)).matches();
    }

    private static String value(Matcher match, int first) {
        for (int group = first; group <= first + 2; group++) {
            String value = match.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
