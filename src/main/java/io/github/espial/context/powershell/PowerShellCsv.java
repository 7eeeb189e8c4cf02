package io.github.espial.context.powershell;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Objects as {@code Export-Csv} and {@code ConvertTo-Csv} write them, with the line that names their type or without. */
public final class PowerShellCsv implements ContextParser {
    private static final String TYPE = "#TYPE ";
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    @Override
    public String kind() {
        return "PowerShell CSV";
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
        return format(lines.peek(lines.peek().startsWith(TYPE) ? 1 : 0)).isPresent();
    }

    /** The delimiter that makes of the first line the names of known objects. */
    private static Optional<CSVFormat> format(String names) {
        if (!NetKind.mayBeIn(names)) {
            return Optional.empty();
        }
        for (char delimiter : DELIMITERS) {
            CSVFormat format =
                    CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
            if (names.indexOf(delimiter) > 0
                    && NetKind.of(values(names, format).orElse(List.of())).isPresent()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The values of a line; empty if a quotation does not end in it. */
    private static Optional<List<String>> values(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return Optional.empty();
        }
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        if (lines.peek().startsWith(TYPE)) {
            lines.next();
        }
        String headings = lines.next();
        CSVFormat format = format(headings).orElseThrow();
        List<String> names = values(headings, format).orElseThrow();
        while (isRow(lines.peek(), format)) {
            int number = lines.number();
            Optional<List<String>> values = values(lines.next(), format);
            if (values.isPresent() && values.get().size() == names.size()) {
                new NetObject(number, properties(names, values.get()), notes).add();
            } else {
                notes.problem(
                        number,
                        "a line that does not have a value for each of the " + names.size()
                                + " names: it is cut, or is none of them");
            }
        }
    }

    private static boolean isRow(String line, CSVFormat format) {
        return !line.isBlank()
                && line.contains(format.getDelimiterString())
                && format(line).isEmpty()
                && !line.startsWith(TYPE)
                && !Prompt.isAt(line);
    }

    private static Map<String, String> properties(List<String> names, List<String> values) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            properties.put(names.get(i), values.get(i).strip());
        }
        return properties;
    }
}
