package io.github.espial.diagnose.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one page, line by line; used once. */
final class PageParser {
    private static final String INDENT = "    ";
    private static final String ITEM = "- ";
    private static final String GAP = "  ";

    private final String id;
    private final List<Part> parts = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Passage.Paragraph> items = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<Passage.Command> commands = new ArrayList<>();
    private final StringBuilder sentence = new StringBuilder();
    private Optional<Heading> heading = Optional.empty();
    private boolean isItem;
    private int lineNumber;

    PageParser(String id) {
        this.id = id;
    }

    Explanation explanation(String page) {
        List<String> lines = page.lines().toList();
        String title = "# " + id + ": ";
        if (lines.isEmpty() || !lines.get(0).startsWith(title)) {
            throw fault("expected " + title.strip());
        }
        for (lineNumber = 2; lineNumber <= lines.size(); lineNumber++) {
            String line = lines.get(lineNumber - 1);
            if (line.startsWith("#")) {
                endPart();
                heading = Optional.of(heading(line));
            } else {
                line(line);
            }
        }
        endPart();
        return new Explanation(id, lines.get(0).substring(title.length()), parts);
    }

    private Heading heading(String line) {
        return Arrays.stream(Heading.values())
                .filter(heading -> line.equals("## " + heading))
                .findFirst()
                .orElseThrow(() -> fault("no heading of a page: " + line));
    }

    private void line(String line) {
        if (line.isBlank()) {
            endPassage();
        } else if (heading.isEmpty()) {
            throw fault("text before the first heading");
        } else if (line.startsWith(INDENT)) {
            endText();
            indented(line.substring(INDENT.length()));
        } else {
            text(line);
        }
    }

    private void text(String line) {
        if (line.startsWith(ITEM)) {
            endBlock();
            endSentence();
            isItem = true;
            sentence.append(line.substring(ITEM.length()).strip());
            return;
        }
        if (sentence.isEmpty()) {
            endPassage();
        }
        sentence.append(sentence.isEmpty() ? "" : " ").append(line.strip());
    }

    private void indented(String line) {
        int gap = line.indexOf(GAP);
        if (line.startsWith(" ")) {
            if (commands.isEmpty()) {
                throw fault("a further command without a first: " + line);
            }
            commands.add(command(commands.get(commands.size() - 1).where(), line));
        } else if (gap > 0) {
            commands.add(command(line.substring(0, gap), line.substring(gap)));
        } else {
            filters.add(line.strip());
        }
        if (!commands.isEmpty() && !filters.isEmpty()) {
            throw fault("a command and a display filter without an empty line between them: " + line);
        }
    }

    private static Passage.Command command(String where, String rest) {
        String text = rest.strip();
        int gap = text.indexOf(GAP);
        if (gap < 0) {
            return new Passage.Command(where, text, "");
        }
        String remark = text.substring(gap).strip();
        boolean isInBrackets = remark.startsWith("(") && remark.endsWith(")");
        return new Passage.Command(
                where, text.substring(0, gap), isInBrackets ? remark.substring(1, remark.length() - 1) : remark);
    }

    private void endPart() {
        endPassage();
        heading.ifPresent(one -> parts.add(new Part(one, passages)));
        passages.clear();
    }

    private void endPassage() {
        endText();
        endBlock();
    }

    private void endBlock() {
        if (!filters.isEmpty()) {
            passages.add(new Passage.Filters(filters));
            filters.clear();
        }
        if (!commands.isEmpty()) {
            passages.add(new Passage.Commands(commands));
            commands.clear();
        }
    }

    private void endText() {
        endSentence();
        if (!items.isEmpty()) {
            passages.add(new Passage.Items(items));
            items.clear();
        }
    }

    private void endSentence() {
        if (sentence.isEmpty()) {
            return;
        }
        Passage.Paragraph paragraph = new Passage.Paragraph(Phrases.of(sentence.toString()));
        if (isItem) {
            items.add(paragraph);
        } else {
            passages.add(paragraph);
        }
        isItem = false;
        sentence.setLength(0);
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("the page of " + id + ", line " + Math.max(1, lineNumber) + ": " + what);
    }
}
