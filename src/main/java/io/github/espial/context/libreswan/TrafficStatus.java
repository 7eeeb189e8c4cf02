package io.github.espial.context.libreswan;

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

/** {@code ipsec trafficstatus} of libreswan: what went through each tunnel, in octets. */
public final class TrafficStatus implements ContextParser {
    private static final Pattern LINE = Pattern.compile(
            "(?:006 )?#\\d+: \"([^\"]+)\"(?:\\[\\d+\\])?(?: [0-9a-fA-F.:]+)?, (?:username=[^,]*, )?type=(?:ESP|AH|IPCOMP), .*"
                    + "\\binBytes=(\\d{1,18}), outBytes=(\\d{1,18})\\b(?:.*\\bid='([^']*)')?.*");

    @Override
    public String kind() {
        return "ipsec trafficstatus";
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
        int number = lines.number();
        for (Optional<Matcher> line = lines.take(LINE); line.isPresent(); line = lines.take(LINE)) {
            Matcher count = line.get();
            notes.add(new SaCount(
                    number,
                    count.group(1),
                    Optional.empty(),
                    Optional.ofNullable(count.group(4)).flatMap(Words::address),
                    SaCount.BYTES,
                    number(count.group(2)),
                    number(count.group(3))));
            number = lines.number();
        }
    }

    private static OptionalLong number(String digits) {
        return Words.number(digits);
    }
}
