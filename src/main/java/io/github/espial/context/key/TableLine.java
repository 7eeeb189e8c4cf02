package io.github.espial.context.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the tables that Wireshark keeps in files: values between commas, text in quotation marks. */
final class TableLine {
    private TableLine() {}

    /** The values; empty if the line is not of such a table. In quotation marks, a backslash spares what follows it. */
    static Optional<List<String>> of(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted && character == '\\' && i + 1 < line.length()) {
                i++;
                value.append(line.charAt(i));
            } else if (character == ',' && !quoted) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(character);
            }
        }
        values.add(value.toString().strip());
        return quoted ? Optional.empty() : Optional.of(values);
    }
}
