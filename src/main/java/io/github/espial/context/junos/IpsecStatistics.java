package io.github.espial.context.junos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show security ipsec statistics}: what all SAs, or with {@code index} those of one tunnel, have protected. */
public final class IpsecStatistics implements ContextParser {
    private static final Pattern BEGIN = Pattern.compile("\\s*ESP Statistics:\\s*");
    private static final Pattern ENCRYPTED = Pattern.compile("\\s*Encrypted (bytes|packets):\\s+(\\d{1,18})\\s*");
    private static final Pattern DECRYPTED = Pattern.compile("\\s*Decrypted (bytes|packets):\\s+(\\d{1,18})\\s*");

    /** What stands below, of AH and of errors. */
    private static final Pattern OTHER = Pattern.compile(
            "\\s*(?:(?:AH Statistics|Errors):|(?:Input|Output) (?:bytes|packets):\\s+\\d+"
                    + "|(?:AH|ESP) authentication failures: \\d+,.*|Bad headers: \\d+,.*|(?:Invalid SPI|TS check fail|Exceeds tunnel MTU|Discarded|Replay errors): \\d+.*)\\s*");

    @Override
    public String kind() {
        return "show security ipsec statistics";
    }

    @Override
    public Platform platform() {
        return Platform.JUNOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                && ENCRYPTED.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int line = lines.number();
        lines.next();
        OptionalLong in = OptionalLong.empty();
        OptionalLong out = OptionalLong.empty();
        while (true) {
            Matcher encrypted = ENCRYPTED.matcher(lines.peek());
            Matcher decrypted = DECRYPTED.matcher(lines.peek());
            if (encrypted.matches()) {
                out = encrypted.group(1).equals(SaCount.PACKETS) ? Words.number(encrypted.group(2)) : out;
            } else if (decrypted.matches()) {
                in = decrypted.group(1).equals(SaCount.PACKETS) ? Words.number(decrypted.group(2)) : in;
            } else if (!OTHER.matcher(lines.peek()).matches()) {
                break;
            }
            lines.next();
        }
        if (in.isPresent() && out.isPresent()) {
            notes.add(new SaCount(
                    line, "the SAs of these statistics", Optional.empty(), Optional.empty(), SaCount.PACKETS, in, out));
        }
    }
}
