package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A blank line after each line, where it was ended twice on the way. */
final class DoubleSpacing implements LineSource {
    private static final int FEWEST = 4;

    private final LineSource lines;
    /** Whether the lines to drop are the first, third and so on. */
    private final boolean fromFirst;

    private long place;

    private DoubleSpacing(LineSource lines, boolean fromFirst) {
        this.lines = lines;
        this.fromFirst = fromFirst;
    }

    static Optional<Peel> of(List<String> start) {
        if (start.size() < FEWEST || start.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        if (areBlank(start, 1)) {
            return Optional.of(lines -> new DoubleSpacing(lines, false));
        }
        return areBlank(start, 0) ? Optional.of(lines -> new DoubleSpacing(lines, true)) : Optional.empty();
    }

    private static boolean areBlank(List<String> start, int from) {
        for (int i = from; i < start.size(); i += 2) {
            if (!start.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean advance() throws IOException {
        while (lines.advance()) {
            boolean isDropped = (place++ % 2 == 0) == fromFirst && lines.line().isBlank();
            if (!isDropped) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String line() {
        return lines.line();
    }

    @Override
    public int number() {
        return lines.number();
    }
}
