package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What words of a line may mean; empty where they mean no such thing. */
public final class Words {
    private static final Pattern ADDRESS_6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:]*(?:\\d+(?:\\.\\d+){3})?");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{1,2}(?:[:-][0-9a-fA-F]{1,2}){5}");
    private static final Pattern DOTTED_MAC = Pattern.compile("([0-9a-fA-F]{4})\\.([0-9a-fA-F]{4})\\.([0-9a-fA-F]{4})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}|0x[0-9a-fA-F]{1,15}");

    /** Digits, or groups of them with a comma, dot, apostrophe or any kind of blank between. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,18}|\\d{1,3}(?:[,.'\u2019 \u00a0\u202f]\\d{3}){1,5}");

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?([KkMGT]?)(?:i?B(?:ytes)?)?");

    private static final Pattern SPI = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{1,8})(?:\\(\\d+\\))?");

    private Words() {}

    /** The words of a line, between spaces and tabs. */
    public static List<String> of(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+", -1));
    }

    /** An address; an IPv6 zone after it is left out. */
    public static Optional<IpAddress> address(String word) {
        int zone = word.indexOf('%');
        String text = zone < 0 ? word : word.substring(0, zone);
        if (text.indexOf(':') < 0) {
            return address4(text);
        }
        if (!ADDRESS_6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Four numbers without leading zeros, which some programs take for octal. */
    private static Optional<IpAddress> address4(String word) {
        int address = 0;
        int octet = -1;
        int dots = 0;
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            if (character == '.' && octet >= 0 && dots < 3) {
                address = (address << 8) | octet;
                octet = -1;
                dots++;
            } else if (character >= '0' && character <= '9' && octet != 0) {
                octet = Math.max(octet, 0) * 10 + character - '0';
            } else {
                return Optional.empty();
            }
            if (octet > 255) {
                return Optional.empty();
            }
        }
        return dots == 3 && octet >= 0 ? Optional.of(IpAddress.ofIpv4((address << 8) | octet)) : Optional.empty();
    }

    /** An address with or without a prefix length; bits after the prefix are dropped. */
    public static Optional<IpPrefix> prefix(String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return address(word).map(IpPrefix::host);
        }
        OptionalInt length = smallNumber(word.substring(slash + 1));
        Optional<IpAddress> address = address(word.substring(0, slash));
        if (address.isEmpty()
                || length.isEmpty()
                || length.getAsInt() > (address.get().version() == 4 ? 32 : 128)) {
            return Optional.empty();
        }
        return Optional.of(IpPrefix.holding(address.get(), length.getAsInt()));
    }

    /** An address with a prefix length, and no bits set after the prefix: the destination of a route. */
    public static Optional<IpPrefix> destination(String word) {
        int slash = word.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : prefix(word)
                        .filter(prefix -> Optional.of(prefix.address()).equals(address(word.substring(0, slash))));
    }

    /** An IPv4 address and its netmask, and no bits set after it: the destination of a route. */
    public static Optional<IpPrefix> destination(String word, String mask) {
        OptionalInt length = netmask(mask);
        return length.isEmpty()
                ? Optional.empty()
                : address(word)
                        .filter(first -> first.version() == 4)
                        .map(first -> IpPrefix.holding(first, length.getAsInt()))
                        .filter(prefix -> Optional.of(prefix.address()).equals(address(word)));
    }

    /**
     * The addresses that a policy names: one, a prefix with its length or netmask, or a range that is a prefix
     * ({@code 10.20.0.0-10.20.255.255}).
     */
    public static Optional<IpPrefix> addresses(String word) {
        int dash = word.indexOf('-');
        if (dash > 0) {
            return address(word.substring(0, dash))
                    .flatMap(first -> address(word.substring(dash + 1)).flatMap(last -> IpPrefix.between(first, last)));
        }
        int slash = word.indexOf('/');
        return slash > 0 && word.indexOf('.', slash) > 0
                ? destination(word.substring(0, slash), word.substring(slash + 1))
                : prefix(word);
    }

    /** The prefix length of an IPv4 netmask. */
    public static OptionalInt netmask(String word) {
        Optional<IpAddress> mask = address(word);
        if (mask.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(IpPrefix.lengthOfNetmask(mask.get()));
        } catch (IllegalArgumentException withGaps) {
            return OptionalInt.empty();
        }
    }

    /** Six octets as {@code 00:1b:21:aa:00:01}, {@code 00-1b-…}, {@code 0:1b:21:aa:0:1} or {@code 001b.21aa.0001}. */
    public static Optional<MacAddress> mac(String word) {
        var dotted = DOTTED_MAC.matcher(word);
        if (dotted.matches()) {
            return Optional.of(new MacAddress(Long.parseLong(dotted.group(1) + dotted.group(2) + dotted.group(3), 16)));
        }
        if (!MAC.matcher(word).matches()) {
            return Optional.empty();
        }
        long octets = 0;
        for (String octet : word.split("[:-]", -1)) {
            octets = (octets << 8) | Integer.parseInt(octet, 16);
        }
        return Optional.of(new MacAddress(octets));
    }

    /** A number that is not negative, in decimal, or in hexadecimal after {@code 0x}. */
    public static OptionalLong number(String word) {
        return NUMBER.matcher(word).matches() ? OptionalLong.of(Long.decode(decimal(word))) : OptionalLong.empty();
    }

    /** How many: a number in decimal, in groups of three digits as any language sets them ({@code 67,440}). */
    public static OptionalLong count(String word) {
        Matcher grouped = GROUPED.matcher(word);
        return grouped.matches() ? number(word.replaceAll("\\D", "")) : OptionalLong.empty();
    }

    /** How much: a number, maybe with a fraction and a letter for thousands ({@code 1.8M}, {@code 9.02 KB}). */
    public static OptionalLong amount(String word) {
        Matcher amount = AMOUNT.matcher(word);
        if (!amount.matches()) {
            return OptionalLong.empty();
        }
        double scale = switch (amount.group(2).toUpperCase(Locale.ROOT)) {
            case "K" -> 1e3;
            case "M" -> 1e6;
            case "G" -> 1e9;
            case "T" -> 1e12;
            default -> 1;
        };
        return OptionalLong.of((long) (Double.parseDouble(amount.group(1)) * scale));
    }

    /** A number from 0 to 2³¹−1. */
    public static OptionalInt smallNumber(String word) {
        OptionalLong number = number(word);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    /** The number of an IP protocol, by its number or its usual name in lower case; empty for any. */
    public static OptionalInt protocol(String word) {
        return switch (word) {
            case "icmp" -> OptionalInt.of(1);
            case "tcp" -> OptionalInt.of(6);
            case "udp" -> OptionalInt.of(17);
            case "gre" -> OptionalInt.of(47);
            case "ipv6-icmp", "icmp6", "icmpv6" -> OptionalInt.of(58);
            case "l2tp" -> OptionalInt.of(115);
            default -> smallNumber(word);
        };
    }

    /** The word after the first that equals {@code name}. */
    public static Optional<String> after(List<String> words, String name) {
        int at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** An SPI in hexadecimal, with or without {@code 0x} before it and its decimal form in brackets after it; not 0. */
    public static Optional<Spi> spi(String word) {
        Matcher spi = SPI.matcher(word);
        if (!spi.matches()) {
            return Optional.empty();
        }
        long value = Long.parseLong(spi.group(1), 16);
        return value == 0 ? Optional.empty() : Optional.of(new Spi(value));
    }

    /** Leading zeros would make the number octal. */
    private static String decimal(String word) {
        return word.startsWith("0x") ? word : word.replaceFirst("^0+(?=\\d)", "");
    }
}
