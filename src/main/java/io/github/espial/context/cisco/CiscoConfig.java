package io.github.espial.context.cisco;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.HostName;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of {@code show running-config} of IOS and ASA, and what AWS and Azure give for them: static routes, addresses,
 * tunnel interfaces, crypto maps with their access lists. Keys are not taken.
 */
public final class CiscoConfig implements ContextParser {
    /** A metric, or a word and what it says: never an address that was cut. */
    private static final String TAIL = "(?: (?:\\d{1,3}(?: .*)?|[a-z].*))?";

    /** {@code ip route} of IOS: by a router, an interface, or both. */
    private static final Pattern ROUTE = Pattern.compile(
            "ip route (?:vrf (\\S+) )?(\\d+\\.\\d+\\.\\d+\\.\\d+) (\\d+\\.\\d+\\.\\d+\\.\\d+) ([A-Za-z][\\w./-]*)?(?: ?(\\d+\\.\\d+\\.\\d+\\.\\d+))?"
                    + TAIL);

    private static final Pattern ROUTE6 = Pattern.compile(
            "ipv6 route ([0-9a-fA-F:]+/\\d{1,3}) ([A-Za-z][\\w./-]*)?(?: ?([0-9a-fA-F:]*:[0-9a-fA-F:]+))?" + TAIL);

    /** {@code route} of ASA, which names the interface first. */
    private static final Pattern ASA_ROUTE = Pattern.compile(
            "route ([\\w-]+) (\\d+\\.\\d+\\.\\d+\\.\\d+|0) (\\d+\\.\\d+\\.\\d+\\.\\d+|0) (\\d+\\.\\d+\\.\\d+\\.\\d+)(?: \\d+)?(?: .*)?");

    private static final String HOST = "hostname ";

    private static final Pattern CUT_ROUTE = Pattern.compile("(?:ip |ipv6 )?route (?:vrf )?[\\w.-]+ \\d.*");

    /** What begins a section of which something is read, or which stands beside such. */
    private static final Pattern SECTION = Pattern.compile(
            "interface [A-Z][A-Za-z-]{1,24} ?\\d[\\d/.:]*|crypto map \\S+ (?:\\d+|interface|client|isakmp|local-address|redundancy)\\b.*"
                    + "|crypto (?:isakmp|ikev1|ikev2|ipsec|keyring) \\S.*|ip access-list extended \\S+\\s*|access-list \\S+ (?:line \\d+ )?(?:extended |standard )?(?:permit|deny|remark) \\S.*"
                    + "|object(?:-group)? network \\S+\\s*|tunnel-group \\S.*");

    private static final Pattern OTHER = Pattern.compile(
            "!.*|exit\\s*|(?:no |ip |router |hostname |version |nat |track |group-policy |same-security-traffic |enable |vrf ).*"
                    + "|(?:outside|inside)\\b.*|sysopt .*|mtu .*|Building configuration.*|Current configuration.*|: (?:Saved|end)|end\\s*");

    @Override
    public String kind() {
        return "show running-config";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String line = lines.peek();
        return isRoute(line)
                || (isOfTunnel(line)
                        && (line.startsWith("crypto ")
                                || line.startsWith("access-list ")
                                || isIndented(lines.peek(1))));
    }

    private static boolean isRoute(String line) {
        return ROUTE.matcher(line).matches()
                || ROUTE6.matcher(line).matches()
                || ASA_ROUTE.matcher(line).matches();
    }

    private static boolean isOfTunnel(String line) {
        return SECTION.matcher(line).matches();
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        ConfiguredSections sections = new ConfiguredSections(notes);
        while (true) {
            int number = lines.number();
            String line = lines.peek().stripTrailing();
            if (isIndented(lines.peek())) {
                sections.within(number, Words.of(line));
            } else if (isOfTunnel(line)) {
                sections.begin(number, Words.of(line));
            } else if (isRoute(line)) {
                sections.end();
                addRoute(number, line, notes);
            } else if (line.startsWith(HOST)) {
                sections.end();
                notes.add(new HostName(number, line.substring(HOST.length()).strip()));
            } else if (CUT_ROUTE.matcher(line).matches()) {
                notes.problem(number, "a route that is not whole");
            } else if (OTHER.matcher(line).matches() && !lines.atEnd()) {
                // A line that is the same in either system, of which nothing is taken.
                sections.leave(line);
            } else {
                break;
            }
            lines.next();
        }
        sections.finish();
    }

    private static void addRoute(int line, String text, ContextNotes notes) {
        Matcher ios = ROUTE.matcher(text);
        Matcher six = ROUTE6.matcher(text);
        Matcher asa = ASA_ROUTE.matcher(text);
        if (ios.matches()) {
            add(
                    line,
                    Words.destination(ios.group(2), ios.group(3)),
                    Optional.ofNullable(ios.group(4)),
                    Optional.ofNullable(ios.group(5)).flatMap(Words::address),
                    Optional.ofNullable(ios.group(1)).map(name -> "vrf " + name),
                    notes);
        } else if (six.matches()) {
            add(
                    line,
                    Words.destination(six.group(1)),
                    Optional.ofNullable(six.group(2)),
                    Optional.ofNullable(six.group(3)).flatMap(Words::address),
                    Optional.empty(),
                    notes);
        } else if (asa.matches()) {
            add(
                    line,
                    Words.destination(whole(asa.group(2)), whole(asa.group(3))),
                    Optional.of(asa.group(1)),
                    Words.address(asa.group(4)),
                    Optional.empty(),
                    notes);
        }
    }

    /** ASA takes 0 for all zeros. */
    private static String whole(String word) {
        return word.equals("0") ? "0.0.0.0" : word;
    }

    private static void add(
            int line,
            Optional<IpPrefix> destination,
            Optional<String> device,
            Optional<IpAddress> router,
            Optional<String> table,
            ContextNotes notes) {
        if (destination.isEmpty()) {
            notes.problem(line, "a route to what is no prefix");
            return;
        }
        boolean discards = device.filter(List.of("Null0", "null0")::contains).isPresent();
        notes.add(new RouteEntry(
                line,
                destination.get(),
                discards
                        ? new Target.Discard()
                        : router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                device.filter(name -> !discards),
                Optional.empty(),
                OptionalLong.empty(),
                Store.PERSISTENT,
                table));
    }
}
