package io.github.espial.context.strongswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code swanctl --list-conns}: each child is a policy for what leaves, whether there is an SA for it or not. */
public final class SwanctlListConns implements ContextParser {
    private static final Pattern CONNECTION =
            Pattern.compile("[^\\s:]+: IKEv(?:1|2|1/2), (?:no reauthentication|reauthentication every )\\b.*");
    private static final Pattern END_POINT = Pattern.compile("  (local|remote):\\s+(\\S(?:.*\\S)?)\\s*");
    private static final Pattern CHILD = Pattern.compile("  ([^\\s:]+): ([A-Z]+)(?:_[A-Z]+)?, .*");
    private static final Pattern SELECTORS = Pattern.compile("    (local|remote):\\s+(\\S(?:.*\\S)?)\\s*");

    @Override
    public String kind() {
        return "swanctl --list-conns";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return CONNECTION.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        Optional<Tunnel> child = Optional.empty();
        List<String> localSelectors = List.of();
        while (lines.peek().startsWith("  ")) {
            Matcher endPoint = END_POINT.matcher(lines.peek());
            Matcher begin = CHILD.matcher(lines.peek());
            Matcher selectors = SELECTORS.matcher(lines.peek());
            if (endPoint.matches()) {
                Optional<IpAddress> address = only(endPoint.group(2));
                local = endPoint.group(1).equals("local") ? address : local;
                remote = endPoint.group(1).equals("remote") ? address : remote;
            } else if (begin.matches()) {
                // Traffic that a child lets pass or drops is in no tunnel.
                child = Tunnel.mode(begin.group(2)).isPresent()
                        ? Optional.of(Tunnel.configured(lines.number(), local, remote, Tunnel.mode(begin.group(2))))
                        : Optional.empty();
            } else if (selectors.matches() && selectors.group(1).equals("local")) {
                localSelectors = Words.of(selectors.group(2));
            } else if (selectors.matches() && child.isPresent()) {
                child.get().add(localSelectors, Words.of(selectors.group(2)), notes);
            }
            lines.next();
        }
    }

    /** An end may be any of several addresses, or of all; only a single one is stated. */
    private static Optional<IpAddress> only(String addresses) {
        return Words.address(addresses).filter(address -> !address.isUnspecified());
    }
}
