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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code uci show network|ipsec|mwan3}, and {@code uci set} with the same words: a line for each section and option. */
public final class UciShow implements ContextParser {
    private static final Pattern SECTION = Pattern.compile(
            "(?:uci set )?((?:network|ipsec|mwan3)\\.(@?[\\w-]{1,64}(?:\\[-?\\d{1,4}\\])?))='?([\\w-]{1,64})'?\\s*");
    private static final Pattern OPTION = Pattern.compile(
            "(?:uci set )?((?:network|ipsec|mwan3)\\.@?[\\w-]{1,64}(?:\\[-?\\d{1,4}\\])?)\\.([\\w-]{1,64})=(\\S(?:.*\\S)?)\\s*");
    private static final Pattern COMMIT = Pattern.compile("uci commit(?: \\w+)?\\s*|/etc/init\\.d/network reload\\s*");
    private static final Pattern VALUE = Pattern.compile("'([^']*)'|([^'\\s]+)");

    @Override
    public String kind() {
        return "uci show";
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
        return SECTION.matcher(lines.peek()).matches()
                || OPTION.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        List<UciSection> sections = new ArrayList<>();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        while (true) {
            int number = lines.number();
            Optional<Matcher> section = lines.take(SECTION);
            if (section.isPresent()) {
                Matcher of = section.get();
                String name = of.group(2).startsWith("@") ? "" : of.group(2);
                drafts.put(of.group(1), new Draft(number, of.group(3), name, new LinkedHashMap<>()));
                continue;
            }
            Optional<Matcher> option = lines.take(OPTION);
            if (option.isPresent()) {
                Draft draft = drafts.get(option.get().group(1));
                if (draft == null) {
                    notes.problem(number, "an option of a section that is not here");
                } else {
                    draft.options.put(option.get().group(2), values(option.get().group(3)));
                }
            } else if (lines.take(COMMIT).isEmpty()) {
                break;
            }
        }
        drafts.values().forEach(draft -> sections.add(draft.section()));
        new UciNetwork(sections, notes).add();
    }

    private record Draft(int line, String type, String name, Map<String, List<String>> options) {
        UciSection section() {
            return UciSection.of(line, type, name, options);
        }
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            values.add(value.group(1) == null ? value.group(2) : value.group(1));
        }
        return values;
    }
}
