package io.github.espial.context.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number before each line that grows by one, as {@code cat -n} and editors show. */
final class LineNumbers {
    private static final Pattern NUMBER = Pattern.compile("[ \t]{0,9}(\\d{1,7})(?:[:.)|]|(?=[ \t])|$)(.*)");

    private LineNumbers() {}

    static Optional<Peel> of(List<String> start) {
        List<String> rest = new ArrayList<>();
        long next = -1;
        for (String line : start) {
            Matcher numbered = NUMBER.matcher(line);
            if (numbered.matches()) {
                long number = Long.parseLong(numbered.group(1));
                if (next >= 0 && number != next) {
                    return Optional.empty();
                }
                next = number + 1;
                rest.add(numbered.group(2));
            } else if (line.isBlank()) {
                next = next < 0 ? next : next + 1;
            } else {
                return Optional.empty();
            }
        }
        int indent = Shares.indent(rest);
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(lines -> new PeeledLines(lines, line -> {
                    Matcher numbered = NUMBER.matcher(line);
                    return numbered.matches() ? Shares.without(numbered.group(2), indent) : line;
                }));
    }
}
