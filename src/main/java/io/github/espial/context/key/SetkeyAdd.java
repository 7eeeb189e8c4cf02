package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.UdpPorts;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** An SA as {@code setkey -c} takes it: {@code add SRC DST esp SPI -m tunnel -E rijndael-cbc 0x… -A hmac-sha1 0x… ;}. */
public final class SetkeyAdd implements ContextParser {
    private static final Pattern COMMAND = Pattern.compile(
            "\\s*add\\s+(?:-[46n]+\\s+)?([0-9a-fA-F.:]+)\\s+([0-9a-fA-F.:]+)\\s+(esp|esp-old|esp-udp|ah|ah-old)\\s+(\\S+)(.*)");

    /** Lines that one command may go over. */
    private static final int MAX_LINES = 16;

    @Override
    public String kind() {
        return "setkey add";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return COMMAND.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int first = lines.number();
        StringBuilder command = new StringBuilder(lines.next());
        for (int i = 1; i < MAX_LINES && command.indexOf(";") < 0 && !recognises(lines) && !lines.atEnd(); i++) {
            command.append(' ').append(lines.next());
        }
        int end = command.indexOf(";");
        String whole = end < 0 ? command.toString() : command.substring(0, end);
        var words = COMMAND.matcher(whole);
        if (words.matches()) {
            SaDraft sa = new SaDraft(KeyDialect.SETKEY, first, notes);
            sa.source = sa.address(first, words.group(1));
            sa.destination = sa.address(first, words.group(2));
            sa.protocol(words.group(3).replace("-old", ""));
            if (words.group(3).equals("esp-udp")) {
                sa.encapsulation = Optional.of(new UdpPorts(0, 0));
            }
            sa.spi(first, words.group(4));
            options(sa, first, ShellWords.of(words.group(5)));
            sa.finish();
        }
    }

    private static void options(SaDraft sa, int line, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            String afterIt = i + 2 < words.size() ? words.get(i + 2) : "";
            switch (words.get(i)) {
                case "-m" -> sa.mode(value);
                case "-u" -> sa.reqid = Words.number(value);
                case "-r" -> sa.replayWindow = Words.smallNumber(value);
                case "-E" -> sa.encryption = Optional.of(keyed(sa, line, "encryption", value, afterIt));
                case "-A" -> sa.integrity = Optional.of(keyed(sa, line, "integrity", value, afterIt));
                default -> {
                    // The value of an option, or a lifetime.
                }
            }
        }
    }

    private static KeyedAlgorithm keyed(SaDraft sa, int line, String what, String name, String key) {
        boolean hasKey = !key.isEmpty() && !key.startsWith("-");
        return new KeyedAlgorithm(name, sa.key(line, what, hasKey ? key : "0x"), OptionalInt.empty());
    }
}
