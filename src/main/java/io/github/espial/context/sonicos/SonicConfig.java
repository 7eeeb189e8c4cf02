package io.github.espial.context.sonicos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address objects, interfaces, VPN policies and route policies of SonicOS 6 and 7, as {@code show current-config} and the
 * command line have them. Keys are not taken.
 */
public final class SonicConfig implements ContextParser {
    private static final Pattern BEGIN = Pattern.compile(
            "(?:address-object ipv4|address-group ipv4|vpn policy (?:site-to-site|tunnel-interface)|route-policy ipv4 interface) \\S.*");
    private static final Pattern INTERFACE = Pattern.compile("interface [A-Z]\\d{1,3}(?::V\\d{1,4})?\\s*");
    private static final Pattern END = Pattern.compile("\\s*(?:exit|end|commit|!)\\s*");

    /** A word, in quotes where it has blanks; a blank within may have a backslash before it instead. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|((?:\\\\ |[^\\s\"'])+)");

    @Override
    public String kind() {
        return "SonicOS configuration";
    }

    @Override
    public Platform platform() {
        return Platform.SONICOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                || (INTERFACE.matcher(lines.peek()).matches()
                        && lines.peek(1).strip().startsWith("ip-assignment "));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        SonicSections sections = new SonicSections(notes);
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            if (recognises(lines)) {
                sections.begin(number, words(line));
            } else if (END.matcher(line).matches()) {
                // Of a section or a part of it: the next says where it belongs.
            } else if (!line.isBlank() && Character.isWhitespace(line.charAt(0))) {
                sections.within(words(line));
            } else if (!line.isBlank() || !recognisesAfter(lines)) {
                break;
            }
            lines.next();
        }
        sections.finish();
    }

    private static boolean recognisesAfter(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek(1)).matches()
                || INTERFACE.matcher(lines.peek(1)).matches();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String quoted = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(quoted == null ? word.group(3).replace("\\ ", " ") : quoted);
        }
        return words;
    }
}
