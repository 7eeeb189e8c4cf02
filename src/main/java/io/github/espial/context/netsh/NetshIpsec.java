package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Prompt;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code netsh ipsec dynamic show} and {@code netsh ipsec static show} of Windows 2003 and later, in any language:
 * filters are told by two ends, each with its netmask, and what surrounds them belongs to them.
 */
public final class NetshIpsec implements ContextParser {
    /** A rule has its tunnel, its authentication methods and the names of its lists before its filters. */
    private static final int MOST_LINES = 40;

    @Override
    public String kind() {
        return "netsh ipsec show";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String line = lines.peek();
        return !Character.isWhitespace(line.charAt(0)) && mayBelong(line) && filterAhead(lines) > 0;
    }

    /** Lines up to the end of the next filter; 0 if none comes. */
    private static int filterAhead(Lines lines) throws IOException {
        for (int ahead = 0; ahead < MOST_LINES && mayBelong(lines.peek(ahead)); ahead++) {
            if (isDynamic(lines, ahead)) {
                return ahead + 2;
            }
            if (isStatic(lines, ahead)) {
                return ahead + 5;
            }
        }
        return 0;
    }

    private static boolean mayBelong(String line) {
        return line.length() < 500 && !line.startsWith("==") && !LabelledLine.isDotted(line) && !Prompt.isAt(line);
    }

    /** Both ends with their netmasks in parentheses. */
    private static boolean isDynamic(Lines lines, int ahead) throws IOException {
        return IpsecEnd.ofDynamic(lines.peek(ahead)).isPresent()
                && IpsecEnd.ofDynamic(lines.peek(ahead + 1)).isPresent();
    }

    /** Each end as address, netmask and name. */
    private static boolean isStatic(Lines lines, int ahead) throws IOException {
        return IpsecEnd.ofStatic(lines.peek(ahead), lines.peek(ahead + 1)).isPresent()
                && IpsecEnd.ofStatic(lines.peek(ahead + 3), lines.peek(ahead + 4))
                        .isPresent();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        IpsecFilters filters = new IpsecFilters(notes);
        int sure = filterAhead(lines);
        while (sure > 0) {
            sure -= read(lines, filters);
            if (sure <= 0) {
                // What is left of the filter, of its list or of the action, up to a line without a value.
                while (LabelledLine.of(lines.peek()).isPresent() && mayBelong(lines.peek())) {
                    read(lines, filters);
                }
                filters.endBlock();
                sure = Math.max(filterAhead(lines), actionAhead(lines));
            }
        }
        filters.finish();
    }

    /** Lines up to what is done with the filters before; 0 if it does not come. */
    private static int actionAhead(Lines lines) throws IOException {
        for (int ahead = 0; ahead < MOST_LINES && mayBelong(lines.peek(ahead)); ahead++) {
            Optional<String> value = LabelledLine.of(lines.peek(ahead)).map(LabelledLine::value);
            if (value.flatMap(IpsecFilters::action).isPresent()) {
                return ahead + 1;
            }
        }
        return 0;
    }

    /** Reads a line, or the lines of one end; returns how many. */
    private static int read(Lines lines, IpsecFilters filters) throws IOException {
        int number = lines.number();
        Optional<IpsecEnd> dynamicEnd = IpsecEnd.ofDynamic(lines.peek());
        Optional<IpsecEnd> staticEnd = IpsecEnd.ofStatic(lines.peek(), lines.peek(1));
        if (dynamicEnd.isPresent()) {
            filters.endOfDynamic(number, dynamicEnd.get());
        } else if (staticEnd.isPresent()) {
            filters.endOfStatic(number, staticEnd.get());
            lines.next();
            lines.next();
            lines.next();
            return 3;
        } else {
            Optional<LabelledLine> value = LabelledLine.of(lines.peek());
            if (value.isPresent()) {
                filters.value(value.get(), Words.address(value.get().value()));
            } else {
                filters.endBlock();
            }
        }
        lines.next();
        return 1;
    }
}
