package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Passes lines on, and tells which of them hold addresses that somebody made unreadable before sharing them. */
public final class MaskedAddresses implements LineSource {
    private static final String PART = "(?:\\d{1,3}|[xX]{1,3}|[*#]{2,3})";
    private static final Pattern MASKED = Pattern.compile(
            "(?<![\\w.*#])(?=[\\d.]{0,12}[xX*#])" + PART + "(?:\\." + PART
                    + "){3}(?![\\w*#])"
                    + "|(?i)[<\\[](?:redacted|masked|removed|hidden|(?:my|your|our|the)?[ _-]?(?:public|wan|remote|peer|local)?[ _-]?ip(?:[ _-]?address)?)[>\\]]");

    /** Lines that are named; the others are counted. */
    private static final int NAMED = 8;

    private final LineSource lines;
    private final List<Integer> masked = new ArrayList<>();
    private long others;

    public MaskedAddresses(LineSource lines) {
        this.lines = lines;
    }

    @Override
    public boolean advance() throws IOException {
        if (!lines.advance()) {
            return false;
        }
        if (isMasked(lines.line())) {
            if (masked.size() < NAMED) {
                masked.add(lines.number());
            } else {
                others++;
            }
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
        return masked.isEmpty() ? 0 : masked.get(0);
    }

    /** A sentence on the lines so far, without trailing period; empty where all could be read. */
    public Optional<String> remark() {
        if (masked.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("an address is masked here");
        for (int i = 1; i < masked.size(); i++) {
            text.append(i == 1 ? ", and in line " : ", ").append(masked.get(i));
        }
        if (others > 0) {
            text.append(" and ").append(others).append(" more");
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
