package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The SAs of the Linux kernel, as {@code ip xfrm state} prints them, with {@code -d} and {@code -s} too. */
public final class XfrmState implements ContextParser {
    private static final Pattern ADDRESSES = Pattern.compile("src \\S+ dst \\S+\\s*");
    private static final Pattern PROTOCOL = Pattern.compile("\\s+proto \\S+ spi 0x[0-9a-fA-F]+.*");
    private static final Pattern IN_PARENTHESES =
            Pattern.compile("(?<=[0-9a-fA-F])\\((?:0x[0-9a-fA-F]+|\\d+)\\)|\\s\\((?:0x)?[0-9a-fA-F]+(?: bits)?\\)");

    @Override
    public String kind() {
        return "ip xfrm state";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ADDRESSES.matcher(lines.peek()).matches()
                && PROTOCOL.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            SaDraft sa = new SaDraft(KeyDialect.LINUX, lines.number(), notes);
            sa.extendedSequenceNumbers = Optional.of(false);
            read(sa, lines);
            while (isIndented(lines.peek())) {
                read(sa, lines);
            }
            sa.finish();
        }
    }

    private static void read(SaDraft sa, Lines lines) throws IOException {
        int line = lines.number();
        String text = IN_PARENTHESES.matcher(lines.next()).replaceAll("");
        new XfrmWords(sa, Words.of(text), line).read();
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }
}
