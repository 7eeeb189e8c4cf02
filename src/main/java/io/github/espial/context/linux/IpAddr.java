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

/** {@code ip addr} and {@code ip link}. */
public final class IpAddr implements ContextParser {
    private static final Pattern INTERFACE = Pattern.compile("(\\d+): ([^:@\\s]+)(?:@[^:\\s]+)?: <[^>]*> .*");

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
        return INTERFACE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            Matcher begin = INTERFACE.matcher(lines.peek());
            if (!begin.matches()) {
                return;
            }
            int number = lines.number();
            lines.next();
            Optional<MacAddress> mac = Optional.empty();
            List<OwnAddress> addresses = new ArrayList<>();
            while (!lines.peek().isBlank() && lines.peek().startsWith(" ")) {
                List<String> words = Words.of(lines.next());
                String value = words.size() > 1 ? words.get(1) : "";
                if (words.get(0).equals("link/ether")) {
                    mac = Words.mac(value);
                } else if (words.get(0).equals("inet") || words.get(0).equals("inet6")) {
                    ownAddress(value).ifPresent(addresses::add);
                }
            }
            notes.add(
                    new InterfaceEntry(number, begin.group(2), Optional.of(begin.group(1)), mac, addresses, List.of()));
        }
    }

    /** {@code 10.1.0.1/16}; before {@code peer ADDRESS/LENGTH} no length is shown. */
    static Optional<OwnAddress> ownAddress(String word) {
        int slash = word.indexOf('/');
        Optional<IpAddress> address = Words.address(slash < 0 ? word : word.substring(0, slash));
        OptionalInt length = slash < 0 ? OptionalInt.empty() : Words.smallNumber(word.substring(slash + 1));
        return address.map(own -> new OwnAddress(own, length));
    }
}
