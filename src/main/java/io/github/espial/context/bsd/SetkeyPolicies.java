package io.github.espial.context.bsd;

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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The policies of a KAME kernel, as {@code setkey -DP} prints them: FreeBSD, NetBSD, macOS, and ipsec-tools of Linux.
 * Policies of an {@code if_ipsec} interface are those of a routed tunnel. Those of sockets are left out.
 */
public final class SetkeyPolicies implements ContextParser {
    private static final Pattern SELECTOR =
            Pattern.compile("([0-9a-fA-F.:/]+)\\[(\\w+)\\]\\s+([0-9a-fA-F.:/]+)\\[(\\w+)\\]\\s+(\\S+)\\s*");
    private static final Pattern ACTION =
            Pattern.compile("\\s+(in|out|fwd)\\s+(?:prio\\s.*\\s)?(ipsec|none|discard|bypass|entrust)\\b.*");
    private static final Pattern TRANSFORM = Pattern.compile(
            "\\s+(?:esp|ah)/(tunnel|transport)/(?:([0-9a-fA-F.:]+)(?:\\[\\d+\\])?-([0-9a-fA-F.:]+)(?:\\[\\d+\\])?)?/.*");
    /** The level at which any SA between the ends will do. */
    private static final String REQUIRE = "/require";

    private static final Pattern INTERFACE = Pattern.compile("\\s(?>.*?\\bscope=ifnet\\b).*\\bifname=(\\S+).*");

    @Override
    public String kind() {
        return "setkey -DP";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return SELECTOR.matcher(lines.peek()).matches()
                && ACTION.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            int number = lines.number();
            Matcher selector = SELECTOR.matcher(lines.next());
            Matcher action = ACTION.matcher(lines.next());
            Details details = new Details();
            while (!lines.peek().isBlank()
                    && Character.isWhitespace(lines.peek().charAt(0))) {
                details.read(lines.next());
            }
            if (selector.matches() && action.matches()) {
                add(number, selector, action, details, notes);
            }
        }
    }

    private static void add(int line, Matcher selector, Matcher action, Details details, ContextNotes notes) {
        Optional<IpPrefix> source = Words.prefix(selector.group(1));
        Optional<IpPrefix> destination = Words.prefix(selector.group(3));
        if (source.isEmpty() || destination.isEmpty()) {
            notes.problem(line, "not a selector: " + selector.group(1) + " " + selector.group(3));
            return;
        }
        // Number 255 stands for any protocol, as in <netinet/ipsec.h>.
        OptionalInt protocol =
                selector.group(5).equals("255") ? OptionalInt.empty() : Words.protocol(selector.group(5));
        notes.add(new PolicyEntry(
                line,
                new Selector(
                        source.get(),
                        destination.get(),
                        protocol,
                        Words.smallNumber(selector.group(2)),
                        Words.smallNumber(selector.group(4))),
                way(action.group(1)),
                action(action.group(2)),
                new PolicyEntry.Template(
                        details.source, details.destination, details.mode, Optional.empty(), details.isShared),
                details.tunnelInterface,
                Optional.empty()));
    }

    private static Way way(String word) {
        return switch (word) {
            case "out" -> Way.OUT;
            case "in" -> Way.IN;
            default -> Way.FORWARD;
        };
    }

    private static Action action(String word) {
        return switch (word) {
            case "ipsec", "entrust" -> Action.PROTECT;
            case "discard" -> Action.DISCARD;
            default -> Action.BYPASS;
        };
    }

    /** What stands under the selector. */
    private static final class Details {
        private Optional<IpAddress> source = Optional.empty();
        private Optional<IpAddress> destination = Optional.empty();
        private Optional<SaMode> mode = Optional.empty();
        private Optional<String> tunnelInterface = Optional.empty();
        private boolean isShared;

        /** Of several transforms, the one in tunnel mode has the end points. */
        void read(String line) {
            Matcher transform = TRANSFORM.matcher(line);
            if (transform.matches() && mode.filter(SaMode.TUNNEL::equals).isEmpty()) {
                mode = Optional.of(transform.group(1).equals("tunnel") ? SaMode.TUNNEL : SaMode.TRANSPORT);
                source = Optional.ofNullable(transform.group(2)).flatMap(Words::address);
                destination = Optional.ofNullable(transform.group(3)).flatMap(Words::address);
                isShared = line.stripTrailing().endsWith(REQUIRE);
            }
            Matcher ofInterface = INTERFACE.matcher(line);
            if (ofInterface.matches()) {
                tunnelInterface = Optional.of(ofInterface.group(1));
            }
        }
    }
}
