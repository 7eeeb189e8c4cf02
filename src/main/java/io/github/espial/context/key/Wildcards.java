package io.github.espial.context.key;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.SpiPattern;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Wildcards of Wireshark's ESP table: {@code *} alone, for an octet of IPv4, for a group of IPv6, for a digit of an SPI. */
final class Wildcards {
    private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}|\\*)(?:\\.(?:\\d{1,3}|\\*)){0,3}");
    private static final Pattern IPV6_GROUP = Pattern.compile("[0-9a-f]{1,4}|\\*");
    private static final Pattern SPI = Pattern.compile("0x[0-9a-f*]{1,8}");

    private Wildcards() {}

    /**
     * The addresses that {@code text} stands for; empty if it is none.
     *
     * @param version 4 or 6, of the table's first column
     */
    static Optional<AddressPattern> address(int version, String text) {
        if (text.equals("*") || text.isEmpty()) {
            return Optional.of(AddressPattern.any(version));
        }
        if (text.contains("/")) {
            return Words.prefix(text)
                    .filter(p -> p.address().version() == version)
                    .map(Wildcards::of);
        }
        if (text.contains("*")) {
            return version == 4 ? ipv4(text) : ipv6(text.toLowerCase(Locale.ROOT));
        }
        return Words.address(text).filter(a -> a.version() == version).map(AddressPattern::exactly);
    }

    private static AddressPattern of(IpPrefix prefix) {
        int version = prefix.address().version();
        IpAddress ones = version == 4 ? IpAddress.ofIpv4(-1) : IpAddress.ofIpv6(-1, -1);
        IpAddress mask = IpPrefix.holding(ones, prefix.length()).address();
        return new AddressPattern(version, prefix.address(), mask);
    }

    /** An asterisk at the end stands for all octets that are left. */
    private static Optional<AddressPattern> ipv4(String text) {
        if (!IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        int bits = 0;
        int mask = 0;
        int octets = 0;
        for (String part : text.split("\\.", -1)) {
            OptionalInt octet = Words.smallNumber(part);
            if (octet.isPresent() && octet.getAsInt() > 0xff) {
                return Optional.empty();
            }
            bits = bits << 8 | octet.orElse(0);
            mask = mask << 8 | (octet.isPresent() ? 0xff : 0);
            octets++;
        }
        if (octets < 4 && !text.endsWith("*")) {
            return Optional.empty();
        }
        int missing = 8 * (4 - octets);
        return Optional.of(new AddressPattern(4, IpAddress.ofIpv4(bits << missing), IpAddress.ofIpv4(mask << missing)));
    }

    /** Eight groups, or fewer before an asterisk that stands for all that are left; no {@code ::}. */
    private static Optional<AddressPattern> ipv6(String text) {
        String[] groups = text.split(":", -1);
        if (groups.length > 8 || (groups.length < 8 && !text.endsWith("*"))) {
            return Optional.empty();
        }
        long[] bits = new long[2];
        long[] mask = new long[2];
        for (int i = 0; i < groups.length; i++) {
            if (!IPV6_GROUP.matcher(groups[i]).matches()) {
                return Optional.empty();
            }
            if (!groups[i].equals("*")) {
                int shift = 48 - 16 * (i % 4);
                bits[i / 4] |= Long.parseLong(groups[i], 16) << shift;
                mask[i / 4] |= 0xffffL << shift;
            }
        }
        return Optional.of(
                new AddressPattern(6, IpAddress.ofIpv6(bits[0], bits[1]), IpAddress.ofIpv6(mask[0], mask[1])));
    }

    /** The SPIs that {@code text} stands for; empty if it is none. Digits with asterisks among them must be eight. */
    static Optional<SpiPattern> spi(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("*") || lower.isEmpty()) {
            return Optional.of(SpiPattern.any());
        }
        if (!lower.contains("*")) {
            return Words.number(lower).stream()
                    .filter(number -> number >>> 32 == 0)
                    .mapToObj(number -> new SpiPattern(number, 0xffffffffL))
                    .findFirst();
        }
        if (!SPI.matcher(lower).matches() || lower.length() != 10) {
            return Optional.empty();
        }
        long bits = Long.parseLong(lower.substring(2).replace('*', '0'), 16);
        long mask = 0;
        for (char digit : lower.substring(2).toCharArray()) {
            mask = mask << 4 | (digit == '*' ? 0 : 0xf);
        }
        return Optional.of(new SpiPattern(bits, mask));
    }
}
