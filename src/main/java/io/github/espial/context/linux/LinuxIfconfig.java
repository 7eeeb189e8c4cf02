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

/** {@code ifconfig} of Linux: net-tools 2, which names flags by number, and 1, which says {@code Link encap}. */
public final class LinuxIfconfig implements ContextParser {
    private static final Pattern INTERFACE =
            Pattern.compile("(\\S+?): flags=\\d+<[A-Z0-9_,]*>  mtu \\d+\\s*|(\\S+)\\s+Link encap:.*");
    private static final Pattern HARDWARE = Pattern.compile("\\s*ether (\\S+).*|.*\\bHWaddr (\\S+)\\s*");
    private static final Pattern IPV4 =
            Pattern.compile("\\s+inet (?:addr:)?(\\d[\\d.]*)(?:.*?\\s(?:netmask |Mask:)(\\d[\\d.]*))?.*");
    private static final Pattern IPV6 =
            Pattern.compile("\\s+inet6 (?:addr: ?)?([0-9a-fA-F.:]+)(?:/|\\s+prefixlen )(\\d{1,3})\\b.*");
    private static final Pattern PEER = Pattern.compile(".*\\s(?:destination |P-t-P:)\\d.*");

    @Override
    public String kind() {
        return "ifconfig";
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
            int number = lines.number();
            Matcher begin = INTERFACE.matcher(lines.peek());
            if (!begin.matches()) {
                return;
            }
            String name = begin.group(1) != null ? begin.group(1) : begin.group(2);
            Optional<MacAddress> mac = hardware(lines.next());
            List<OwnAddress> addresses = new ArrayList<>();
            List<String> details = new ArrayList<>();
            while (lines.peek().startsWith(" ")) {
                String detail = lines.next();
                details.add(detail);
                mac = mac.or(() -> hardware(detail));
                own(detail).ifPresent(addresses::add);
            }
            notes.add(new InterfaceEntry(number, name, Optional.empty(), mac, addresses, List.of()));
            DeviceCount.add(number, name, Optional.empty(), details, notes);
            // Interfaces are apart by blank lines.
            if (lines.peek().isBlank() && INTERFACE.matcher(lines.peek(1)).matches()) {
                lines.next();
            }
        }
    }

    private static Optional<MacAddress> hardware(String line) {
        Matcher hardware = HARDWARE.matcher(line);
        if (!hardware.matches()) {
            return Optional.empty();
        }
        return Words.mac(hardware.group(1) != null ? hardware.group(1) : hardware.group(2));
    }

    private static Optional<OwnAddress> own(String line) {
        Matcher four = IPV4.matcher(line);
        if (four.matches()) {
            Optional<IpAddress> address = Words.address(four.group(1));
            // Next to a peer's address the mask is that of a single one.
            boolean hasPeer = PEER.matcher(line).matches();
            OptionalInt length = four.group(2) == null || hasPeer ? OptionalInt.empty() : Words.netmask(four.group(2));
            return address.map(own -> new OwnAddress(own, length));
        }
        Matcher six = IPV6.matcher(line);
        if (six.matches()) {
            return Words.address(six.group(1)).map(own -> new OwnAddress(own, Words.smallNumber(six.group(2))));
        }
        return Optional.empty();
    }
}
