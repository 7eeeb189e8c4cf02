package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** Passes lines on, and tells which of them hold addresses that somebody made unreadable before sharing them. */
public final class MaskedAddresses implements LineSource {
    private static final String PART = "(?:\\d{1,3}|[xX]{1,3}|[*#]{2,3})";
    private static final Pattern MASKED = Pattern.compile("(?<![\\w.*#])(?=[\\d.]{0,12}[xX*#])" + PART + "(?:\\." + PART
            + "){3}(?![\\w*#])"
            + "|(?i)[<\\[](?:redacted|masked|removed|hidden)[>\\]]");

    /** No table of routes has as many lines. */
    private static final int MOST = 1 << 22;

    /** Lines that are named; the others are counted. */
    private static final int NAMED = 8;

    private final LineSource lines;
    private final BitSet masked = new BitSet();

    public MaskedAddresses(LineSource lines) {
        this.lines = lines;
    }

    @Override
    public boolean advance() throws IOException {
        if (!lines.advance()) {
            return false;
        }
        if (lines.number() < MOST && isMasked(lines.line())) {
            masked.set(lines.number());
        }
        return true;
    }

    @Override
    public String line() {
        return lines.line();
    }

    @Override
    public int number() {
        return lines.number();
    }

    /** Number of the first such line; 0 where there was none. */
    public int first() {
        return Math.max(0, masked.nextSetBit(0));
    }

    /** Whether the line of that number is such a line. */
    public boolean isMasked(int number) {
        return masked.get(number);
    }

    /** A sentence on the lines so far, without trailing period; empty where all could be read. */
    public Optional<String> remark() {
        if (masked.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("an address is masked here");
        int named = 1;
        for (int line = masked.nextSetBit(first() + 1); line > 0 && named < NAMED; line = masked.nextSetBit(line + 1)) {
            text.append(named == 1 ? ", and in line " : ", ").append(line);
            named++;
        }
        if (masked.cardinality() > named) {
            text.append(" and ").append(masked.cardinality() - named).append(" more");
        }
        return Optional.of(
                text.append(": what it stands for, and whether its network is routed well, stays unknown; mask each"
                                + " address by another one instead, the same for the same")
                        .toString());
    }

    private static boolean isMasked(String line) {
        for (int i = 0; i < line.length(); i++) {
            if ("xX*#<[".indexOf(line.charAt(i)) >= 0) {
                return MASKED.matcher(line).find();
            }
        }
        return false;
    }
}
