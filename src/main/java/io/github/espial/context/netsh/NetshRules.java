package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code netsh advfirewall consec show rule}, in any language: the name of a rule, dashes, and a line per value, of
 * which two have names that differ in their last character, 1 and 2.
 */
public final class NetshRules implements ContextParser {
    private static final int MOST_LINES = 40;

    @Override
    public String kind() {
        return "netsh advfirewall consec show rule";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return Netsh.isDashes(lines.peek(1))
                && LabelledLine.of(lines.peek()).isPresent()
                && NetshRule.hasEnds(ahead(lines));
    }

    private static List<LabelledLine> ahead(Lines lines) throws IOException {
        List<LabelledLine> values = new ArrayList<>();
        for (int ahead = 2; ahead < MOST_LINES; ahead++) {
            Optional<LabelledLine> value = LabelledLine.of(lines.peek(ahead));
            if (value.isEmpty()) {
                break;
            }
            values.add(value.get());
        }
        return values;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        lines.next();
        lines.next();
        List<LabelledLine> values = new ArrayList<>();
        for (Optional<LabelledLine> value = LabelledLine.of(lines.peek());
                value.isPresent();
                value = LabelledLine.of(lines.peek())) {
            if (values.size() < MOST_LINES) {
                values.add(value.get());
            }
            lines.next();
        }
        new NetshRule(number, values).add(notes);
    }
}
