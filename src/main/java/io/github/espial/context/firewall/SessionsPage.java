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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The page VPN > IPsec > Status Overview of OPNsense as copied text: a table of connections, and below it one of the
 * tunnels of the connection that is selected.
 */
public final class SessionsPage implements ContextParser {
    private static final List<String> OF_CONNECTIONS = List.of("Remote IP", "Local IP", "Bytes in", "Bytes out");
    private static final List<String> OF_TUNNELS =
            List.of("Remote subnets", "Local subnets", "spi-out", "Bytes in", "Bytes out");

    @Override
    public String kind() {
        return "IPsec sessions page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return Columns.of(lines.peek(), OF_CONNECTIONS).isPresent()
                || Columns.of(lines.peek(), OF_TUNNELS).isPresent();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Set<List<Optional<IpAddress>>> ends = new HashSet<>();
        while (recognises(lines)) {
            Optional<Columns> connections = Columns.of(lines.peek(), OF_CONNECTIONS);
            Optional<Columns> tunnels = Columns.of(lines.peek(), OF_TUNNELS);
            lines.next();
            boolean isRow = true;
            while (isRow && !lines.peek().isBlank()) {
                int number = lines.number();
                String row = lines.peek();
                isRow = connections.isPresent()
                        ? addConnection(number, connections.get(), row, ends, notes)
                        : tunnels.isPresent() && addTunnel(number, tunnels.get(), row, ends, notes);
                if (isRow) {
                    lines.next();
                }
            }
            while (lines.peek().isBlank()
                    && !lines.atEnd()
                    && Columns.of(lines.peek(1), OF_TUNNELS).isPresent()) {
                lines.next();
            }
        }
    }

    private static boolean addConnection(
            int line, Columns columns, String row, Set<List<Optional<IpAddress>>> ends, ContextNotes notes) {
        Optional<IpAddress> local = columns.cell(row, "Local IP").flatMap(Words::address);
        Optional<IpAddress> remote = columns.cell(row, "Remote IP").flatMap(Words::address);
        if (local.isEmpty() || remote.isEmpty()) {
            return false;
        }
        notes.own(local.get());
        ends.add(List.of(local, remote));
        OptionalLong in = octets(columns, row, "Bytes in");
        OptionalLong out = octets(columns, row, "Bytes out");
        if (!columns.reaches(row, "Bytes out") || in.isEmpty() || out.isEmpty()) {
            notes.problem(line, "a row without its octets");
        } else if (columns.hasTabs()) {
            notes.add(new SaCount(
                    line, columns.cell(row, "Connection", "Name").orElse(""), local, remote, SaCount.BYTES, in, out));
        }
        return true;
    }

    /** The page leaves a cell empty for none. */
    private static OptionalLong octets(Columns columns, String row, String name) {
        Optional<String> cell = columns.cell(row, name);
        return cell.isEmpty() ? OptionalLong.of(0) : Words.amount(cell.get());
    }

    private static boolean addTunnel(
            int line, Columns columns, String row, Set<List<Optional<IpAddress>>> ends, ContextNotes notes) {
        List<IpPrefix> sources = networks(columns, row, "Local subnets");
        List<IpPrefix> destinations = networks(columns, row, "Remote subnets");
        boolean isOfOne = ends.size() == 1;
        Optional<IpAddress> local = isOfOne ? ends.iterator().next().get(0) : Optional.empty();
        Optional<IpAddress> remote = isOfOne ? ends.iterator().next().get(1) : Optional.empty();
        PolicyEntry.outbound(
                        line,
                        sources,
                        destinations,
                        PolicyEntry.Template.tunnel(local, remote),
                        Optional.empty(),
                        Standing.ACTIVE)
                .forEach(notes::add);
        return !sources.isEmpty() && !destinations.isEmpty();
    }

    private static List<IpPrefix> networks(Columns columns, String row, String name) {
        return Words.of(columns.cell(row, name).orElse("")).stream()
                .flatMap(word -> Words.prefix(word.replaceFirst(",$", "").replaceFirst("\\|/0$", "")).stream())
                .limit(100)
                .toList();
    }
}
