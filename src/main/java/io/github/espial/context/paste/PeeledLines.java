package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Lines of which each is made of one line alone. */
record PeeledLines(LineSource lines, UnaryOperator<String> peel) implements LineSource {
    @Override
    public boolean advance() throws IOException {
        return lines.advance();
    }

    @Override
    public String line() {
        return peel.apply(lines.line());
    }

    @Override
    public int number() {
        return lines.number();
    }
}
