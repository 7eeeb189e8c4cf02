package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code route -n get ADDRESS} of FreeBSD and macOS: the answer of the machine's own lookup. */
public final class RouteGet implements ContextParser {
    private static final Pattern LINE = Pattern.compile(
            "\\s*(route to|destination|mask|gateway|interface|flags|fib|local addr): (\\S(?:.*\\S)?)\\s*");

    /** Lines of one answer, before the table of round trip times. */
    private static final int MOST_LINES = 9;

    @Override
    public String kind() {
        return "route get";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return asked(lines.peek()).isPresent() && LINE.matcher(lines.peek(1)).matches();
    }

    private static Optional<IpAddress> asked(String line) {
        Matcher first = LINE.matcher(line);
        return first.matches() && first.group(1).equals("route to") ? Words.address(first.group(2)) : Optional.empty();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Optional<IpAddress> asked = asked(lines.next());
        Optional<IpAddress> router = Optional.empty();
        Optional<String> device = Optional.empty();
        Optional<String> fib = Optional.empty();
        boolean discards = false;
        for (int i = 1; i < MOST_LINES; i++) {
            Matcher line = LINE.matcher(lines.peek());
            if (!line.matches()) {
                break;
            }
            lines.next();
            switch (line.group(1)) {
                case "gateway" -> router = Words.address(line.group(2));
                case "interface" -> device = Optional.of(line.group(2));
                case "fib" -> fib = Optional.of(line.group(2)).filter(table -> !table.equals("0"));
                case "flags" ->
                    discards =
                            line.group(2).contains("BLACKHOLE") || line.group(2).contains("REJECT");
                default -> {
                    // What was found matters, not by which entry.
                }
            }
        }
        Target target = router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
        if (asked.isPresent()) {
            notes.add(new RouteEntry(
                    number,
                    IpPrefix.host(asked.get()),
                    discards ? new Target.Discard() : target,
                    device,
                    Optional.empty(),
                    OptionalLong.empty(),
                    Store.ANSWER,
                    fib));
        }
    }
}
