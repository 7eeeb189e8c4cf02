package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of strongSwan's charon. With level 4 of {@code ike} and {@code chd} it holds keys; at lower levels, nothing
 * that is read here. Lines of several threads are interleaved, and told apart by the number before the group.
 */
public final class CharonLog implements ContextParser {
    private static final Pattern LINE = Pattern.compile(
            "(?:.*[\\s:])?(\\d{2,3})\\[(?:APP|ASN|CFG|CHD|DMN|ENC|ESP|IKE|IMC|IMV|JOB|KNL|LIB|MGR|NET|PTS|TLS|TNC)\\d?\\]"
                    + " ?(?:<[^>]*> ?)?(.*)");

    @Override
    public String kind() {
        return "charon log";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return LINE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        CharonIkeSas ikeSas = new CharonIkeSas(notes);
        Map<String, CharonThread> threads = new LinkedHashMap<>();
        while (!lines.atEnd()) {
            Matcher line = LINE.matcher(lines.peek());
            boolean isCharons = line.matches();
            if (!isCharons && !LogLines.isTimestamped(lines.peek())) {
                break;
            }
            int number = lines.number();
            String ignored = lines.next();
            if (isCharons && !ignored.isEmpty()) {
                threads.computeIfAbsent(line.group(1), thread -> new CharonThread(ikeSas, notes))
                        .read(number, line.group(2));
            }
        }
        threads.values().forEach(CharonThread::finish);
        ikeSas.noteAll();
    }
}
