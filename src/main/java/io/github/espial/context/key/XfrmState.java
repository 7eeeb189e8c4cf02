package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SAs of the Linux kernel, as {@code ip xfrm state} prints them, with {@code -d} and {@code -s} too. */
public final class XfrmState implements ContextParser {
    private static final Pattern ADDRESSES = Pattern.compile("src \\S+ dst \\S+\\s*");
    private static final Pattern PROTOCOL = Pattern.compile("\\s+proto \\S+ spi 0x[0-9a-fA-F]+.*");
    private static final Pattern IN_PARENTHESES =
            Pattern.compile("(?<=[0-9a-fA-F])\\((?:0x[0-9a-fA-F]+|\\d+)\\)|\\s\\((?:0x)?[0-9a-fA-F]+(?: bits)?\\)");

    /** How many packets were refused for each reason; the window of replay protection stands elsewhere. */
    private static final Pattern FAILURES = Pattern.compile("\\s+replay-window \\d+ replay \\d+ failed \\d+\\s*");

    private static final Pattern LIFETIME = Pattern.compile("\\b(\\d{1,18})\\(bytes\\), (\\d{1,18})\\(packets\\)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?:\\bseq-hi (0x[0-9a-f]{1,8}), )?\\bseq (0x[0-9a-f]{1,8}), "
                    + "(?:oseq-hi (0x[0-9a-f]{1,8}), )?oseq (0x[0-9a-f]{1,8})\\b");

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
        OptionalInt hidden = OptionalInt.empty();
        while (recognises(lines)) {
            SaDraft sa = new SaDraft(KeyDialect.LINUX, lines.number(), notes);
            CountOfSa count = new CountOfSa(lines.number());
            sa.extendedSequenceNumbers = Optional.of(false);
            read(sa, lines);
            while (isIndented(lines.peek())) {
                count(count, lines.peek());
                if (FAILURES.matcher(lines.peek()).matches()) {
                    lines.next();
                } else {
                    read(sa, lines);
                }
            }
            sa.finish();
            hidden = hidden.isPresent() ? hidden : sa.hidden;
            if (sa.isOfPackets()) {
                count.add(notes, sa.exactly(sa.source), sa.exactly(sa.destination), sa.replayWindow.orElse(0) > 0);
            }
        }
        if (hidden.isPresent()) {
            notes.problem(hidden.getAsInt(), "keys are hidden (\"nokeys\"): what these SAs carry stays closed");
        }
    }

    private static void read(SaDraft sa, Lines lines) throws IOException {
        int line = lines.number();
        String text = IN_PARENTHESES.matcher(lines.next()).replaceAll("");
        new XfrmWords(sa, Words.of(text), line).read();
    }

    private static void count(CountOfSa count, String line) {
        Matcher lifetime = LIFETIME.matcher(line);
        Matcher numbers = NUMBERS.matcher(line);
        if (lifetime.find()) {
            count.bytes(Words.number(lifetime.group(1)));
            count.packets(Words.number(lifetime.group(2)));
        }
        if (numbers.find()) {
            count.received(number(numbers.group(1), numbers.group(2)));
            count.sent(number(numbers.group(3), numbers.group(4)));
        }
    }

    /** A sequence number of 64 bits is shown in two halves. */
    private static OptionalLong number(@Nullable String high, String low) {
        OptionalLong lower = Words.number(low);
        OptionalLong upper = high == null ? OptionalLong.of(0) : Words.number(high);
        return lower.isPresent() && upper.isPresent() && upper.getAsLong() < 1L << 30
                ? OptionalLong.of((upper.getAsLong() << 32) + lower.getAsLong())
                : OptionalLong.empty();
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }
}
