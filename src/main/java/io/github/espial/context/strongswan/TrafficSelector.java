package io.github.espial.context.strongswan;

import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end's inner packets, as strongSwan writes them: {@code 10.20.0.0/16}, {@code 10.20.0.5/32[udp/1701]}, or
 * {@code dynamic}, which stands for the address of the end itself. pfSense's has {@code |/0} behind it.
 */
record TrafficSelector(IpPrefix prefix, OptionalInt protocol, OptionalInt port) {
    private static final Pattern FORM = Pattern.compile(
            "(dynamic|[0-9a-fA-F.:]+(?:/\\d{1,3})?)(?:\\[([^/\\]]*)(?:/([^\\]]*))?\\])?(?:\\|/\\d{1,3})?");

    /** Names that the service list of a system may show in place of port numbers; 1701 is {@code l2f} in most. */
    private static final Map<String, Integer> PORTS = Map.of(
            "l2f",
            1701,
            "l2tp",
            1701,
            "domain",
            53,
            "http",
            80,
            "https",
            443,
            "ssh",
            22,
            "smtp",
            25,
            "microsoft-ds",
            445);

    /** Reads one; empty for a range of addresses or ports, which no prefix or number states. */
    static Optional<TrafficSelector> of(String word, Optional<IpAddress> end) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<IpPrefix> prefix =
                form.group(1).equals("dynamic") ? end.map(IpPrefix::host) : Words.prefix(form.group(1));
        OptionalInt protocol = form.group(2) == null ? OptionalInt.empty() : Words.protocol(form.group(2));
        boolean selectsPort = form.group(3) != null
                && !form.group(3).isEmpty()
                && !form.group(3).equals("any");
        OptionalInt port = selectsPort ? port(form.group(3)) : OptionalInt.empty();
        if (selectsPort && port.isEmpty()) {
            return Optional.empty();
        }
        return prefix.map(addresses -> new TrafficSelector(addresses, protocol, port));
    }

    /** Whether it stands for an end whose address is not told: that states no network, and nothing is wrong with it. */
    static boolean isOpen(String word, Optional<IpAddress> end) {
        return end.isEmpty() && word.startsWith("dynamic");
    }

    private static OptionalInt port(String word) {
        Integer known = PORTS.get(word);
        return known == null ? Words.smallNumber(word) : OptionalInt.of(known);
    }
}
