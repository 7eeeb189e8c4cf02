package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code netsh interface ipv4 show config} or {@code show addresses}, and {@code netsh interface ip} of Windows 2003: a
 * line per value below the name of the interface in quotes. An own address has its prefix or netmask on the next line;
 * the next address is the gateway's; the last number is the metric of the interface.
 */
public final class NetshConfig implements ContextParser {
    private static final Pattern TITLE =
            Pattern.compile("\\p{L}.{2,80} [\"«\u201e\u201c]\\s?(.+?)\\s?[\"»\u201c\u201d]:?\\s*");

    @Override
    public String kind() {
        return "netsh interface show config";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return isValue(lines.peek(1))
                && isValue(lines.peek(2))
                && TITLE.matcher(lines.peek()).matches();
    }

    private static boolean isValue(String line) {
        return line.startsWith("    ")
                && !LabelledLine.isDotted(line)
                && LabelledLine.of(line).isPresent();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Matcher title = TITLE.matcher(lines.next());
        Values values = new Values();
        while (isValue(lines.peek())) {
            LabelledLine value = LabelledLine.of(lines.next()).orElseThrow();
            values.read(value.label(), value.value());
            while (lines.peek().startsWith("     ") && !isValue(lines.peek())) {
                values.read(value.label(), lines.next().strip());
            }
        }
        if (title.matches()) {
            notes.add(new InterfaceEntry(
                    number,
                    title.group(1),
                    Optional.empty(),
                    Optional.empty(),
                    values.addresses,
                    values.gateways,
                    values.metric));
        }
    }

    /** What has been read so far. */
    private static final class Values {
        private final List<OwnAddress> addresses = new ArrayList<>();
        private final List<IpAddress> gateways = new ArrayList<>();
        private Optional<IpAddress> before = Optional.empty();
        private String labelBefore = "";
        private String gatewayLabel = "";
        private OptionalLong metric = OptionalLong.empty();

        void read(String label, String value) {
            OptionalInt length = prefixLength(value);
            if (before.isPresent() && length.isPresent()) {
                addresses.add(new OwnAddress(before.get(), length));
                before = Optional.empty();
                return;
            }
            if (before.isPresent() && mayBeGateway()) {
                gatewayLabel = labelBefore;
                gateways.add(before.get());
            }
            before = Words.address(value).filter(address -> !address.isUnspecified());
            labelBefore = label;
            OptionalLong number = Words.number(value);
            if (number.isPresent()) {
                metric = number;
            }
        }

        /** Of an address that no netmask followed: name servers come after the metrics, gateways before. */
        private boolean mayBeGateway() {
            return gatewayLabel.isEmpty() ? metric.isEmpty() && !addresses.isEmpty() : labelBefore.equals(gatewayLabel);
        }

        /** {@code 192.0.2.0/24 (mask 255.255.255.0)}, or the netmask alone. */
        private static OptionalInt prefixLength(String value) {
            int space = value.indexOf(' ');
            String word = space < 0 ? value : value.substring(0, space);
            Optional<IpPrefix> prefix = word.indexOf('/') < 0 ? Optional.empty() : Words.prefix(word);
            return prefix.map(read -> OptionalInt.of(read.length())).orElseGet(() -> Words.netmask(word));
        }
    }
}
