package io.github.espial.report.page;

import gg.jte.TemplateOutput;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Takes what templates write. Whatever comes this way, a control character or one that reorders text is shown as its code,
 * so that no template can forget it.
 */
final class ReadableOutput implements TemplateOutput {
    private final Writer out;
    /** What kept this from writing: the template engine would make an exception of its own of it. */
    private Optional<IOException> failure = Optional.empty();

    ReadableOutput(Writer out) {
        this.out = out;
    }

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        if (failure.isPresent()) {
            return;
        }
        try {
            int from = begin;
            int at = begin;
            while (at < end) {
                int character = text.codePointAt(at);
                int next = at + Character.charCount(character);
                if (character != '\n' && !Printable.isReadable(character)) {
                    out.write(text, from, at - from);
                    out.write("\\u{" + Integer.toHexString(character) + "}");
                    from = next;
                }
                at = next;
            }
            out.write(text, from, end - from);
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Ends the text; throws what kept a part of it from being written. */
    void end() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        out.flush();
    }
}
