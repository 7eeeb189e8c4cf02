package io.github.espial.capture.tcpdump;

import io.github.espial.capture.Direction;
import io.github.espial.capture.tcpdump.PrintedPacket.Arp;
import io.github.espial.capture.tcpdump.PrintedPacket.Body;
import io.github.espial.capture.tcpdump.PrintedPacket.Ip;
import io.github.espial.capture.tcpdump.PrintedPacket.Link;
import io.github.espial.net.MacAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of the packet list of tshark and Wireshark: number, time, source, destination, protocol, length, info. Columns
 * with MACs may stand before the addresses or after them; ARP has MACs for addresses.
 */
final class ListedPackets {
    private static final String MAC = "([0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5})";
    private static final Pattern ONE_MAC = Pattern.compile(MAC);
    private static final String ARROW = "\\s+(?:(?:\u2192|->|>)\\s+)?";
    private static final String MACS = "(?:" + MAC + ARROW + MAC + "\\s+)?";
    private static final String NUMBER = "\\s*\\d{1,9}\\s+";
    private static final Pattern ROW = Pattern.compile(NUMBER
            + "((?:\\d{4}-\\d{2}-\\d{2} )?[\\d:]{1,10}\\.\\d{6,9})\\s+"
            + MACS
            + "([0-9a-fA-F.:]+)"
            + ARROW
            + "([0-9a-fA-F.:]+)\\s+"
            + MACS
            + "([A-Z][\\w.]*)\\s+(\\d{1,9})\\s+(.*)");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,10})\\.(\\d{6,9})");
    private static final Pattern ASKS = Pattern.compile("Who has ([0-9.]+)\\? Tell ([0-9.]+).*");
    private static final Pattern ANSWERS = Pattern.compile("([0-9.]+) is at " + MAC + ".*");
    private static final Pattern IKE_V2 =
            Pattern.compile("(IKE_SA_INIT|IKE_AUTH|CREATE_CHILD_SA|INFORMATIONAL) MID=\\d+ (?:Initiator|Responder)"
                    + " (Request|Response).*");

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ListedPackets() {}

    /** Reads times of day and dates. */
    interface Clock {
        /** Nanoseconds of {@code 10:11:12.123456}, with a date before it or without. */
        OptionalLong nanos(String time);
    }

    /** A row of a list; empty for any other line, and for a row that tells no packet. */
    static Optional<PrintedPacket> read(String line, Optional<String> device, Clock clock) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return Optional.empty();
        }
        Matcher seconds = SECONDS.matcher(row.group(1));
        OptionalLong nanos = seconds.matches()
                ? OptionalLong.of(
                        Long.parseLong(seconds.group(1)) * NANOS_PER_SECOND + PacketLines.fraction(seconds.group(2)))
                : clock.nanos(row.group(1));
        if (row.group(8).equals("ARP")) {
            return arp(row.group(10))
                    .flatMap(arp -> link(row.group(4), row.group(5))
                            .map(link -> new PrintedPacket(nanos, device, Direction.UNKNOWN, Optional.of(link), arp)));
        }
        Optional<Link> link = link(row.group(2), row.group(3)).or(() -> link(row.group(6), row.group(7)));
        return Optional.of(new PrintedPacket(nanos, device, Direction.UNKNOWN, link, body(row)));
    }

    private static Body body(Matcher row) {
        Matcher ike = IKE_V2.matcher(row.group(10));
        if (row.group(8).equals("ISAKMP") && ike.matches()) {
            String end = ike.group(2).equals("Request") ? "[I]" : "[R]";
            String exchange = switch (ike.group(1)) {
                case "IKE_SA_INIT" -> "parent_sa ikev2_init";
                case "IKE_AUTH" -> "child_sa  ikev2_auth";
                case "INFORMATIONAL" -> "child_sa  inf2";
                default -> "child_sa  child_sa";
            };
            return new Ip(row.group(4) + ".500", row.group(5) + ".500", "isakmp: " + exchange + end);
        }
        return new Ip(row.group(4), row.group(5), row.group(8) + " " + row.group(10) + ", length " + row.group(9));
    }

    private static Optional<Arp> arp(String info) {
        Matcher asks = ASKS.matcher(info);
        if (asks.matches()) {
            return Optional.of(new Arp(false, asks.group(1), asks.group(2)));
        }
        Matcher answers = ANSWERS.matcher(info);
        return answers.matches() ? Optional.of(new Arp(true, answers.group(1), answers.group(2))) : Optional.empty();
    }

    private static Optional<Link> link(@Nullable String source, @Nullable String destination) {
        return source != null
                        && destination != null
                        && ONE_MAC.matcher(source).matches()
                        && ONE_MAC.matcher(destination).matches()
                ? Optional.of(new Link(
                        MacAddress.parse(source).octets(),
                        MacAddress.parse(destination).octets(),
                        -1))
                : Optional.empty();
    }
}
