package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ip addr} and {@code ip link}, with {@code -o} too. */
public final class IpAddr implements ContextParser {
    private static final Pattern INTERFACE =
            Pattern.compile("(\\d+): ([^:@\\s]+)(?:@[^:\\s]+)?: <[^>]*> (?:mtu (\\d+) )?.*");

    /** {@code ip -o addr}: one line an address. */
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d+): ([^:@\\s]+)(?:@[^:\\s]+)?\\s+inet6? ([0-9a-fA-F.:]+(?:/\\d{1,3})?) (?:.*\\\\)?.*");

    @Override
    public String kind() {
        return "ip addr";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return INTERFACE.matcher(lines.peek()).matches()
                || ADDRESS.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            int number = lines.number();
            String line = lines.next();
            Matcher address = ADDRESS.matcher(line);
            if (address.matches()) {
                List<OwnAddress> addresses =
                        ownAddress(address.group(3)).map(List::of).orElseGet(List::of);
                notes.add(new InterfaceEntry(
                        number,
                        address.group(2),
                        Optional.of(address.group(1)),
                        Optional.empty(),
                        addresses,
                        List.of()));
                continue;
            }
            List<String> details = new ArrayList<>(List.of(line.split("\\\\", -1)));
            String first = details.remove(0);
            while (!lines.peek().isBlank() && lines.peek().startsWith(" ")) {
                details.add(lines.next());
            }
            Matcher begin = INTERFACE.matcher(first + " ");
            if (begin.matches()) {
                InterfaceEntry entry = entry(number, begin, details);
                notes.add(entry);
                DeviceCount.add(number, entry.name(), entry.tunnel(), details, notes);
            }
        }
    }

    private static InterfaceEntry entry(int number, Matcher begin, List<String> details) {
        Optional<MacAddress> mac = Optional.empty();
        List<OwnAddress> addresses = new ArrayList<>();
        for (String detail : details) {
            List<String> words = Words.of(detail);
            String value = words.size() > 1 ? words.get(1) : "";
            if (value.isEmpty()) {
                continue;
            }
            if (words.get(0).equals("link/ether")) {
                mac = Words.mac(value);
            } else if (words.get(0).equals("inet") || words.get(0).equals("inet6")) {
                ownAddress(value).ifPresent(addresses::add);
            }
        }
        return new InterfaceEntry(number, begin.group(2), Optional.of(begin.group(1)), mac, addresses, List.of())
                .of(TunnelLines.device(begin.group(3), details));
    }

    /** {@code 10.1.0.1/16}; before {@code peer ADDRESS/LENGTH} no length is shown. */
    static Optional<OwnAddress> ownAddress(String word) {
        int slash = word.indexOf('/');
        Optional<IpAddress> address = Words.address(slash < 0 ? word : word.substring(0, slash));
        OptionalInt length = slash < 0 ? OptionalInt.empty() : Words.smallNumber(word.substring(slash + 1));
        return address.map(own -> new OwnAddress(own, length));
    }
}
