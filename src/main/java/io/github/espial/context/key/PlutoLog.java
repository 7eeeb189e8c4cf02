package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of libreswan's pluto with {@code plutodebug=private}, which shows keys: {@code | ESP enckey:} with octets on
 * the lines after it, {@code | ikev2 I …} and {@code | ikev2 R …} with the keys of an IKE SA.
 */
public final class PlutoLog implements ContextParser {
    private static final Pattern KEYS =
            Pattern.compile("(?:.*\\s)?\\| (?:ikev[12] [IR] 0x|(?:ESP|AH) (?:enc|auth)key:|(?:our|peer) +keymat).*");
    private static final Pattern DEBUG = Pattern.compile("(?:.*?[\\s:])?\\|(?: (.*))?");
    private static final Pattern MESSAGE = Pattern.compile("[^\"]*+(?<=^|\\s)\"[^\"]++\".* #\\d+: (.*)");

    @Override
    public String kind() {
        return "pluto log";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return KEYS.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        PlutoSas sas = new PlutoSas(notes);
        while (!lines.atEnd()) {
            Matcher message = MESSAGE.matcher(lines.peek());
            Matcher debug = DEBUG.matcher(lines.peek());
            if (message.matches()) {
                sas.message(lines.number(), message.group(1));
            } else if (debug.matches()) {
                sas.debug(lines.number(), debug.group(1) == null ? "" : debug.group(1));
            } else if (!LogLines.isTimestamped(lines.peek())) {
                break;
            }
            if (lines.next().isEmpty()) {
                break;
            }
        }
        sas.finish();
    }
}
