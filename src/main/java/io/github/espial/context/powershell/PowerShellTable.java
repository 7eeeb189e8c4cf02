package io.github.espial.context.powershell;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Prompt;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects as {@code Format-Table} shows them: names, dashes below them, a line per object, a blank line. */
public final class PowerShellTable implements ContextParser {
    private static final Pattern DASHES = Pattern.compile("\\s*-+(?:\\s+-+)+\\s*");
    private static final Pattern COLUMN = Pattern.compile("-+");

    @Override
    public String kind() {
        return "PowerShell table";
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
        return NetKind.mayBeIn(lines.peek())
                && DASHES.matcher(lines.peek(1)).matches()
                && NetKind.of(Words.of(lines.peek())).isPresent();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        String headings = lines.next();
        List<Integer> starts = starts(lines.next());
        List<String> names = cells(headings, starts);
        while (!lines.peek().isBlank() && !Prompt.isAt(lines.peek())) {
            int number = lines.number();
            List<String> cells = cells(lines.next(), starts);
            Map<String, String> properties = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                properties.put(names.get(i), cells.get(i));
            }
            new NetObject(number, properties, notes).add();
        }
    }

    private static List<Integer> starts(String dashes) {
        List<Integer> starts = new ArrayList<>();
        Matcher columns = COLUMN.matcher(dashes);
        while (columns.find()) {
            starts.add(columns.start());
        }
        return starts;
    }

    /** What stands in each column. Numbers may begin before the dashes of theirs, never before the blank before it. */
    private static List<String> cells(String line, List<Integer> starts) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? blankBefore(line, starts.get(i + 1), from) : line.length();
            cells.add(line.substring(Math.min(from, line.length()), to).strip());
            from = to;
        }
        return cells;
    }

    private static int blankBefore(String line, int start, int from) {
        int at = Math.min(start, line.length());
        while (at > from && at < line.length() && !Character.isWhitespace(line.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
