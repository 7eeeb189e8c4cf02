package io.github.espial.report.page;

import gg.jte.TemplateOutput;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes what templates write, in UTF-8. Whatever comes this way, a control character or one that reorders text is shown as its
 * code, so that no template can forget it.
 */
final class ReadableOutput implements TemplateOutput {
    /** Characters that are encoded at once: templates write them by the word. */
    private static final int CHUNK = 1 << 15;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(CHUNK + (CHUNK >> 1));
    /** What kept this from writing: the template engine would make an exception of its own of it. */
    private Optional<IOException> failure = Optional.empty();

    ReadableOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void writeContent(String content) {
        writeContent(content, 0, content.length());
    }

    @Override
    public void writeContent(String content, int begin, int end) {
        int from = begin;
        int at = begin;
        while (at < end) {
            char first = content.charAt(at);
            if (first >= ' ' && first < 0x7f) {
                at++;
                continue;
            }
            int character = content.codePointAt(at);
            int next = at + Character.charCount(character);
            if (character != '\n' && !Printable.isReadable(character)) {
                text.append(content, from, at)
                        .append("\\u{")
                        .append(Integer.toHexString(character))
                        .append('}');
                from = next;
            }
            at = next;
        }
        text.append(content, from, end);
        if (text.length() > CHUNK) {
            flush();
        }
    }

    /** What is appended ends with whole characters, so that none is torn here. */
    private void flush() {
        if (failure.isEmpty()) {
            try {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
        text.setLength(0);
    }

    /** Ends the text; throws what kept a part of it from being written. */
    void end() throws IOException {
        flush();
        if (failure.isPresent()) {
            throw failure.get();
        }
        out.flush();
    }
}
