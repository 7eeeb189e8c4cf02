package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.util.List;

/** Lines in memory. */
final class HeldLines implements LineSource {
    private final List<String> lines;
    private int number;

    HeldLines(List<String> lines) {
        this.lines = lines;
    }

    @Override
    public boolean advance() {
        if (number == lines.size()) {
            return false;
        }
        number++;
        return true;
    }

    @Override
    public String line() {
        return lines.get(number - 1);
    }

    @Override
    public int number() {
        return number;
    }
}
