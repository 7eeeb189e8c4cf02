package io.github.espial.context.strongswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code swanctl --list-sas}: each child SA is a policy for what leaves, from each of its local traffic selectors to
 * each of the remote ones.
 */
public final class SwanctlListSas implements ContextParser {
    private static final Pattern IKE_SA = Pattern.compile("\\S.*: #\\d+, [A-Z_]+, IKEv[12], .*");
    private static final Pattern END_POINT = Pattern.compile("  (local|remote)\\s+'.*' @ ([0-9a-fA-F.:]+)\\[\\d+\\].*");
    private static final Pattern CHILD_SA = Pattern.compile("  (\\S+): #\\d+, reqid \\d+, [A-Z_]+, ([A-Z]+)\\S*, .*");
    private static final Pattern SELECTORS = Pattern.compile("    (local|remote)\\s+(\\S.*)");
    private static final Pattern SELECTOR = Pattern.compile("([0-9a-fA-F.:/]+)(?:\\[([^/\\]]*)(?:/(\\d+))?\\])?");

    @Override
    public String kind() {
        return "swanctl --list-sas";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return IKE_SA.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        Optional<SaMode> mode = Optional.empty();
        List<String> localSelectors = List.of();
        int number = lines.number();
        while (lines.peek().startsWith("  ")) {
            Matcher endPoint = END_POINT.matcher(lines.peek());
            Matcher child = CHILD_SA.matcher(lines.peek());
            Matcher selectors = SELECTORS.matcher(lines.peek());
            if (endPoint.matches()) {
                Optional<IpAddress> address = Words.address(endPoint.group(2));
                local = endPoint.group(1).equals("local") ? address : local;
                remote = endPoint.group(1).equals("remote") ? address : remote;
            } else if (child.matches()) {
                number = lines.number();
                mode = Optional.of(child.group(2).equals("TRANSPORT") ? SaMode.TRANSPORT : SaMode.TUNNEL);
            } else if (selectors.matches() && selectors.group(1).equals("local")) {
                localSelectors = Words.of(selectors.group(2));
            } else if (selectors.matches()) {
                for (String from : localSelectors) {
                    for (String to : Words.of(selectors.group(2))) {
                        add(new Tunnel(number, local, remote, mode), from, to, notes);
                    }
                }
            }
            lines.next();
        }
    }

    private record Tunnel(int line, Optional<IpAddress> local, Optional<IpAddress> remote, Optional<SaMode> mode) {}

    private static void add(Tunnel tunnel, String from, String to, ContextNotes notes) {
        Matcher source = SELECTOR.matcher(from);
        Matcher destination = SELECTOR.matcher(to);
        Optional<IpPrefix> sourcePrefix = prefix(source);
        Optional<IpPrefix> destinationPrefix = prefix(destination);
        if (sourcePrefix.isEmpty() || destinationPrefix.isEmpty()) {
            notes.problem(tunnel.line(), "traffic selectors that are no prefixes: " + from + " " + to);
            return;
        }
        Selector selector = new Selector(
                sourcePrefix.get(), destinationPrefix.get(), protocol(source), port(source), port(destination));
        notes.add(new PolicyEntry(
                tunnel.line(), selector, Way.OUT, Action.PROTECT, tunnel.local(), tunnel.remote(), tunnel.mode()));
    }

    /** {@code dynamic} stands for the address of the peer, which the end points tell. */
    private static Optional<IpPrefix> prefix(Matcher selector) {
        return selector.matches() ? Words.prefix(selector.group(1)) : Optional.empty();
    }

    private static OptionalInt protocol(Matcher selector) {
        String word = selector.group(2) == null ? "" : selector.group(2);
        return switch (word) {
            case "icmp" -> OptionalInt.of(1);
            case "tcp" -> OptionalInt.of(6);
            case "udp" -> OptionalInt.of(17);
            default -> Words.smallNumber(word);
        };
    }

    private static OptionalInt port(Matcher selector) {
        return selector.group(3) == null ? OptionalInt.empty() : Words.smallNumber(selector.group(3));
    }
}
