package io.github.espial.context.paste;

import java.util.List;
import java.util.Optional;

/** Lines that all stand to the right; or among others those of a block that Markdown takes for code. */
final class Indents {
    private static final int PERCENT = 10;
    private static final int OF_CODE = 4;

    private Indents() {}

    /** What all lines have in common. */
    static Optional<Peel> ofAll(List<String> start) {
        int indent = Shares.indent(start);
        return indent == 0
                ? Optional.empty()
                : Optional.of(lines -> new PeeledLines(lines, line -> Shares.without(line, indent)));
    }

    /** Of blocks between other text. */
    static Optional<Peel> ofCode(List<String> start) {
        return Shares.indent(start) == 0 && Shares.isMost(start, PERCENT, Indents::isCode)
                ? Optional.of(
                        lines -> new PeeledLines(lines, line -> isCode(line) ? line.substring(width(line)) : line))
                : Optional.empty();
    }

    private static boolean isCode(String line) {
        return line.startsWith("\t") || line.startsWith(" ".repeat(OF_CODE));
    }

    private static int width(String line) {
        return line.charAt(0) == '\t' ? 1 : OF_CODE;
    }
}
