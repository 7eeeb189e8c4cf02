package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page Status > IPsec of pfSense 2.4 and later as copied text: the ends of each connection, and below it networks and packets of
 * its tunnels. A cell of several lines gives several lines, wherever they end.
 */
public final class StatusPage implements ContextParser {
    /** {@code con1 #12} of the connection, {@code con1: #31} of a tunnel; before 2.5 the connection has a colon, too. */
    private static final Pattern BEGIN = Pattern.compile("\\s*(con[\\w-]+?)(:?) #\\d+(?:\\s.*|)");

    /** Of a tunnel before 2.5, the number of which stands on the next line. */
    private static final Pattern NAME = Pattern.compile("\\s*(con[\\w-]+):\\s*");

    private static final Pattern NUMBER = Pattern.compile("\\s*#\\d+(?:\\s.*|)");

    /** Addresses in a row of cells: of this end and of the far one, each perhaps after what it is called by. */
    private static final Pattern CELL = Pattern.compile(
            "(?<=\\s)(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]{1,4}:[0-9a-fA-F:]{2,35})(?: NAT-T)?(?=\\s|$)");

    /** The SPIs, which stand between the networks of this end and those of the far one. */
    private static final Pattern SPIS = Pattern.compile("(?<=\\s)Local: [0-9a-f]{1,8}(?=\\s)");

    /** An address of either version, and a port of IKE. */
    private static final Pattern HOST = Pattern.compile(
            "\\bHost: (?:(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?|([0-9a-fA-F:]{2,39}?)(?::4?500)?)(?=\\s|$)");

    private static final Pattern NETWORK = Pattern.compile("(?<=\\s|^)([0-9a-fA-F.:]+/\\d{1,3})(?:\\|/0)?(?=\\s|$)");
    private static final Pattern COUNT = Pattern.compile("\\bPackets-(In|Out): ([\\d,.]{1,24})");
    private static final Pattern END = Pattern.compile(".*\\bPackets-Out: .*");
    private static final Pattern HEADING = Pattern.compile("(?:(?:IPsec )?ID\\s+)?Description\\s+Local\\s.*");

    /** The last cell of a row. */
    private static final Pattern STATE =
            Pattern.compile("\\s*(?:Installed|Rekeyed|Rekeying|Created|Routed|Deleting)\\s*");

    /** Of one connection or tunnel. */
    private static final int MOST_LINES = 40;

    @Override
    public String kind() {
        return "IPsec status page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        int from = HEADING.matcher(lines.peek()).matches() ? 1 : 0;
        Matcher begin = BEGIN.matcher(lines.peek(from));
        return begin.matches()
                ? length(lines, from, begin.group(2).isEmpty()) > 0
                        || ofRow(lines.peek(from)).size() == 2
                : isBegin(lines, from) && length(lines, from, false) > 0;
    }

    private static boolean isBegin(Lines lines, int at) throws IOException {
        return BEGIN.matcher(lines.peek(at)).matches()
                || (NAME.matcher(lines.peek(at)).matches()
                        && NUMBER.matcher(lines.peek(at + 1)).matches());
    }

    /** Both ends, if a row has them in its cells. */
    private static List<IpAddress> ofRow(String row) {
        List<IpAddress> addresses = new ArrayList<>();
        Matcher cell = CELL.matcher(row);
        while (cell.find()) {
            Words.address(cell.group(1)).ifPresent(addresses::add);
        }
        return addresses.size() == 4 ? List.of(addresses.get(1), addresses.get(3)) : List.copyOf(addresses);
    }

    /** Lines up to the last of a connection or tunnel; 0 where it is none. */
    private static int length(Lines lines, int from, boolean isConnection) throws IOException {
        int hosts = 0;
        for (int ahead = 0; ahead < MOST_LINES; ahead++) {
            String line = lines.peek(from + ahead);
            if (ahead > 0 && isBegin(lines, from + ahead)) {
                return 0;
            }
            hosts += isConnection ? (int) HOST.matcher(line).results().count() : 0;
            if (isConnection ? hosts == 2 : END.matcher(line).matches()) {
                return ahead + 1;
            }
        }
        return 0;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, List<IpAddress>> ends = new HashMap<>();
        while (true) {
            lines.take(STATE);
            if (!isBegin(lines, 0)) {
                if (!isBetween(lines)) {
                    return;
                }
                lines.next();
                continue;
            }
            int number = lines.number();
            Matcher begin = BEGIN.matcher(lines.peek());
            boolean isConnection = begin.matches() && begin.group(2).isEmpty();
            String name =
                    begin.matches() ? begin.group(1) : lines.peek().strip().replaceFirst(":$", "");
            int length = length(lines, 0, isConnection);
            if (length == 0) {
                List<IpAddress> both = ofRow(lines.peek());
                if (both.size() != 2) {
                    return;
                }
                ends.put(name, both);
                lines.next();
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append(lines.next()).append('\n');
            }
            if (isConnection) {
                ends.put(name, hosts(text));
            } else {
                add(number, name, text, ends.getOrDefault(name, List.of()), notes);
            }
        }
    }

    /** What stands between a connection and its tunnels: a few words to a line, of times, algorithms and states. */
    private static boolean isBetween(Lines lines) throws IOException {
        for (int ahead = 0; ahead < MOST_LINES; ahead++) {
            if (isBegin(lines, ahead)) {
                return true;
            }
            if (lines.peek(ahead).length() > 200) {
                return false;
            }
        }
        return false;
    }

    private static List<IpAddress> hosts(CharSequence text) {
        List<IpAddress> hosts = new ArrayList<>();
        Matcher host = HOST.matcher(text);
        while (host.find()) {
            Words.address(host.group(1) == null ? host.group(2) : host.group(1)).ifPresent(hosts::add);
        }
        return hosts;
    }

    private static void add(int line, String name, CharSequence text, List<IpAddress> ends, ContextNotes notes) {
        Optional<IpAddress> local = ends.size() == 2 ? Optional.of(ends.get(0)) : Optional.empty();
        Optional<IpAddress> peer = ends.size() == 2 ? Optional.of(ends.get(1)) : Optional.empty();
        local.ifPresent(notes::own);
        OptionalLong in = OptionalLong.empty();
        OptionalLong out = OptionalLong.empty();
        Matcher count = COUNT.matcher(text);
        while (count.find()) {
            in = count.group(1).equals("In") ? Words.count(count.group(2)) : in;
            out = count.group(1).equals("Out") ? Words.count(count.group(2)) : out;
        }
        if (in.isPresent() && out.isPresent()) {
            notes.add(new SaCount(line, name, local, peer, SaCount.PACKETS, in, out));
        }
        Matcher spis = SPIS.matcher(text);
        int middle = spis.find() ? spis.start() : -1;
        List<IpPrefix> sources = networks(text, 0, Math.max(middle, 0));
        List<IpPrefix> destinations = middle < 0 ? List.of() : networks(text, middle, text.length());
        if (sources.isEmpty() || destinations.isEmpty()) {
            notes.problem(line, "a tunnel of which the page does not tell the networks of both ends");
        }
        PolicyEntry.outbound(
                        line,
                        sources,
                        destinations,
                        PolicyEntry.Template.tunnel(local, peer),
                        Optional.empty(),
                        Standing.ACTIVE)
                .forEach(notes::add);
    }

    private static List<IpPrefix> networks(CharSequence text, int from, int to) {
        List<IpPrefix> networks = new ArrayList<>();
        Matcher network = NETWORK.matcher(text).region(from, to);
        while (network.find()) {
            Words.prefix(network.group(1)).ifPresent(networks::add);
        }
        return networks;
    }
}
