package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ARP and NDP tables of OPNsense (Interfaces > Diagnostics) and pfSense (Diagnostics), as copied text. */
public final class ArpPage implements ContextParser {
    private static final List<List<String>> HEADINGS = List.of(
            List.of("MAC", "IP", "Interface"),
            List.of("MAC", "IPv6", "Interface"),
            List.of("MAC address", "IP address", "Interface"),
            List.of("MAC Address", "IP Address", "Interface"),
            List.of("MAC Address", "IPv6 Address", "Interface"));

    @Override
    public String kind() {
        return "ARP page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return columns(lines.peek()).isPresent() && isRow(lines.peek(1));
    }

    private static Optional<Columns> columns(String line) {
        return HEADINGS.stream()
                .flatMap(wanted -> Columns.of(line, wanted).stream())
                .findFirst();
    }

    /** A row has an address and a MAC, wherever they stand. */
    private static boolean isRow(String line) {
        List<String> words = Words.of(line);
        return words.stream().anyMatch(word -> Words.address(word).isPresent())
                && words.stream()
                        .anyMatch(word -> Words.mac(word).isPresent()
                                || word.toLowerCase(Locale.ROOT).contains("incomplete"));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Columns columns = columns(lines.next()).orElseThrow();
        while (isRow(lines.peek())) {
            int number = lines.number();
            String row = lines.next();
            List<String> words = Words.of(row);
            Optional<IpAddress> address =
                    words.stream().flatMap(word -> Words.address(word).stream()).findFirst();
            Optional<MacAddress> mac =
                    words.stream().flatMap(word -> Words.mac(word).stream()).findFirst();
            // Without tabs, names of makers and hosts would be taken for those of interfaces.
            Optional<String> device = columns.hasTabs() ? columns.cell(row, "Interface") : Optional.empty();
            address.ifPresent(found -> notes.add(new NeighborEntry(number, found, mac, device, Optional.empty())));
        }
    }
}
