package io.github.espial.capture.tcpdump;

import io.github.espial.capture.Direction;
import io.github.espial.capture.tcpdump.PrintedPacket.Arp;
import io.github.espial.capture.tcpdump.PrintedPacket.Body;
import io.github.espial.capture.tcpdump.PrintedPacket.Ip;
import io.github.espial.capture.tcpdump.PrintedPacket.Link;
import io.github.espial.net.MacAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lines of {@code tcpdump}, with {@code -e}, {@code -v}, {@code -tt}, {@code -tttt} or {@code -i any} or without,
 * and of tshark's packet list, also as firewalls' pages show them. With {@code -v} the addresses stand in the line after that with the time.
 */
final class PacketLines {
    private static final String MAC = "([0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5})";
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4}-\\d{2}-\\d{2}) )?(\\d{2}):(\\d{2}):(\\d{2})\\.(\\d{6,9})[ \\t]+(.*)|(\\d{10})\\.(\\d{6,9}) (.*)");
    /** As the page of OPNsense has them: the interface and the date are on the line before. */
    private static final Pattern DAY = Pattern.compile("([\\w.-]+)[ \\t]+(\\d{4}-\\d{2}-\\d{2})\\s*");

    private static final Pattern ANY = Pattern.compile("([\\w.-]+) +(In|Out|B|M|P) +(.*)");
    private static final Pattern LINK = Pattern.compile(MAC + "(?: > |[ \\t]+)" + MAC + "(?:, |[ \\t]+)(.*)");
    private static final Pattern VLAN = Pattern.compile(".*?\\bvlan (\\d{1,4}), p \\d.*");
    private static final Pattern ETHERTYPE = Pattern.compile(
            "(?:.*?\\b)?ethertype (?:IPv4|IPv6|ARP)(?: \\(0x[0-9a-f]{4}\\))?(?:, length \\d+)?[:,] (.*)");
    private static final Pattern HEADER = Pattern.compile("(?:IP6? )?\\((?:tos|class|flowlabel|hlim)\\b.*\\)(.*)");
    private static final Pattern ADDRESSES = Pattern.compile("\\s*(?:IP6? )?([0-9a-fA-F.:]+) > ([0-9a-fA-F.:]+): (.*)");
    private static final Pattern ASKS = Pattern.compile(
            "(?:ARP, )?(?:Ethernet \\(len 6\\), IPv4 \\(len 4\\), )?Request who-has ([0-9.]+)(?: \\(\\S+\\))? tell ([0-9.]+).*");
    private static final Pattern ANSWERS = Pattern.compile(
            "(?:ARP, )?(?:Ethernet \\(len 6\\), IPv4 \\(len 4\\), )?Reply ([0-9.]+) is-at " + MAC + ".*");
    private static final Pattern LISTENING = Pattern.compile("(?:tcpdump: )?listening on ([\\w.@-]+), link-type .*");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int DIGITS = 9;

    private Optional<String> device = Optional.empty();
    private Optional<Begun> begun = Optional.empty();
    private Optional<String> day = Optional.empty();
    private boolean hasDate;

    /** A line whose addresses stand in the next. */
    private record Begun(OptionalLong nanos, Optional<String> device, Direction direction, Optional<Link> link) {}

    /** Whether all times that were read had a date. */
    boolean hasDate() {
        return hasDate;
    }

    /** The packet that a line ends; empty where it tells of none, or the next line is needed. */
    Optional<PrintedPacket> read(String line) {
        if (line.indexOf("listening on ") >= 0) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches() && !listening.group(1).equals("any")) {
                device = Optional.of(listening.group(1));
                return Optional.empty();
            }
        }
        if (begun.isPresent()) {
            Begun first = begun.get();
            begun = Optional.empty();
            Matcher addresses = ADDRESSES.matcher(line);
            if (line.startsWith("    ") && addresses.matches()) {
                return Optional.of(new PrintedPacket(
                        first.nanos(), first.device(), first.direction(), first.link(), ip(addresses)));
            }
        }
        Matcher time = TIME.matcher(line);
        if (time.matches()) {
            String rest = time.group(6) == null ? time.group(9) : time.group(6);
            return packet(nanos(time), rest);
        }
        Matcher ofDay = DAY.matcher(line);
        if (ofDay.matches()) {
            day = Optional.of(ofDay.group(2));
            device = Optional.of(ofDay.group(1));
            return Optional.empty();
        }
        return ListedPackets.read(line, device, this::nanos);
    }

    private Optional<PrintedPacket> packet(OptionalLong nanos, String text) {
        Optional<String> on = device;
        Direction direction = Direction.UNKNOWN;
        String rest = text;
        Matcher any = ANY.matcher(rest);
        if (any.matches()) {
            on = Optional.of(any.group(1));
            direction = any.group(2).equals("Out") ? Direction.OUTBOUND : Direction.INBOUND;
            rest = any.group(3);
        }
        Optional<Link> link = Optional.empty();
        Matcher ofLink = LINK.matcher(rest);
        if (ofLink.matches()) {
            Matcher vlan = VLAN.matcher(ofLink.group(3));
            link = Optional.of(new Link(
                    MacAddress.parse(ofLink.group(1)).octets(),
                    MacAddress.parse(ofLink.group(2)).octets(),
                    vlan.matches() ? Integer.parseInt(vlan.group(1)) : -1));
            Matcher type = ETHERTYPE.matcher(ofLink.group(3));
            if (!type.matches()) {
                return Optional.empty();
            }
            rest = type.group(1);
        }
        Optional<Body> body = body(rest);
        if (body.isEmpty()) {
            Matcher header = HEADER.matcher(rest);
            if (header.matches()) {
                body = body(header.group(1));
                if (body.isEmpty()) {
                    begun = Optional.of(new Begun(nanos, on, direction, link));
                }
            }
        }
        Optional<String> ofDevice = on;
        Direction way = direction;
        Optional<Link> ends = link;
        return body.map(above -> new PrintedPacket(nanos, ofDevice, way, ends, above));
    }

    private static Optional<Body> body(String text) {
        Matcher addresses = ADDRESSES.matcher(text);
        if (addresses.matches()) {
            return Optional.of(ip(addresses));
        }
        Matcher asks = ASKS.matcher(text);
        if (asks.matches()) {
            return Optional.of(new Arp(false, asks.group(1), asks.group(2)));
        }
        Matcher answers = ANSWERS.matcher(text);
        return answers.matches() ? Optional.of(new Arp(true, answers.group(1), answers.group(2))) : Optional.empty();
    }

    private static Ip ip(Matcher addresses) {
        return new Ip(addresses.group(1), addresses.group(2), addresses.group(3));
    }

    private OptionalLong nanos(String time) {
        Matcher matcher = TIME.matcher(time + " ");
        return matcher.matches() ? nanos(matcher) : OptionalLong.empty();
    }

    private OptionalLong nanos(Matcher time) {
        if (time.group(7) != null) {
            hasDate = true;
            return OptionalLong.of(Long.parseLong(time.group(7)) * NANOS_PER_SECOND + fraction(time.group(8)));
        }
        long seconds = Integer.parseInt(time.group(2)) * 3600L
                + Integer.parseInt(time.group(3)) * 60L
                + Integer.parseInt(time.group(4));
        Optional<String> date = Optional.ofNullable(time.group(1)).or(() -> day);
        if (date.isPresent()) {
            try {
                seconds += LocalDate.parse(date.get()).toEpochDay() * 86_400;
                hasDate = true;
            } catch (DateTimeException noSuchDay) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(seconds * NANOS_PER_SECOND + fraction(time.group(5)));
    }

    /** Nanoseconds of the digits after the point. */
    static long fraction(String digits) {
        return Long.parseLong(digits + "0".repeat(DIGITS - digits.length()));
    }
}
