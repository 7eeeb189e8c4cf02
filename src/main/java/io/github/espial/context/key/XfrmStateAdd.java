package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SA as the command that sets it: {@code ip xfrm state add src … dst … proto esp spi 0x… mode tunnel aead
 * 'rfc4106(gcm(aes))' 0x… 128}. This is also the form for keys that are at hand in no file: the words {@code ip xfrm
 * state add} may be left out, addresses too, and a backslash at the end of a line continues it.
 */
public final class XfrmStateAdd implements ContextParser {
    private static final Pattern COMMAND = Pattern.compile(
            "(?:.*\\bip\\s+(?:-\\S+\\s+){0,12}x(?:frm)?\\s+s(?:tate)?\\s+(?:add|update|a|u)\\s+)?((?:src|dst|proto|spi)\\s.*)");
    private static final Pattern SPI = Pattern.compile(".*\\bspi\\s+(?:0x)?[0-9a-fA-F]+\\s.*");
    private static final Pattern ALGORITHM = Pattern.compile(".*\\s(?:enc|aead|auth|auth-trunc)\\s+\\S+.*");

    /** Lines that one command may go over. */
    private static final int MAX_LINES = 16;

    @Override
    public String kind() {
        return "ip xfrm state add";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int i = 0; i < MAX_LINES; i++) {
            String line = lines.peek(i);
            command.append(withoutBackslash(line)).append(' ');
            if (!isContinued(line)) {
                break;
            }
        }
        return COMMAND.matcher(command).matches()
                && SPI.matcher(command).matches()
                && ALGORITHM.matcher(command).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int first = lines.number();
        StringBuilder command = new StringBuilder();
        boolean continued = true;
        for (int i = 0; i < MAX_LINES && continued; i++) {
            String line = lines.next();
            command.append(withoutBackslash(line)).append(' ');
            continued = isContinued(line);
        }
        Matcher words = COMMAND.matcher(command);
        if (words.matches()) {
            SaDraft sa = new SaDraft(KeyDialect.LINUX, first, notes);
            sa.protocol("esp");
            sa.extendedSequenceNumbers = Optional.of(false);
            List<String> options = ShellWords.of(words.group(1));
            new XfrmWords(sa, options, first).read();
            sa.finish();
        }
    }

    private static boolean isContinued(String line) {
        return line.stripTrailing().endsWith("\\");
    }

    private static String withoutBackslash(String line) {
        String stripped = line.stripTrailing();
        return stripped.endsWith("\\") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
