package io.github.espial.context.linux;

import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a line of {@code ip route}, or of one of its next hops: a type, a destination, then names and flags in
 * any order. A line with any other word is none, so that prose after an address is not taken for a route.
 */
record IpRouteWords(String type, String destination, List<Attribute> attributes) {
    /** Types of routes that drop or refuse packets. */
    static final Set<String> DISCARDING = Set.of("unreachable", "prohibit", "blackhole");

    /** The other types. */
    private static final Set<String> TYPES = Set.of("unicast", "local", "broadcast", "anycast", "multicast", "throw");

    private static final Set<String> WITH_VALUE = Set.of(
            "dev",
            "proto",
            "protocol",
            "scope",
            "src",
            "metric",
            "preference",
            "table",
            "nhid",
            "tos",
            "dsfield",
            "from",
            "to",
            "mtu",
            "advmss",
            "window",
            "rtt",
            "rttvar",
            "ssthresh",
            "cwnd",
            "initcwnd",
            "initrwnd",
            "hoplimit",
            "reordering",
            "rto_min",
            "quickack",
            "features",
            "congctl",
            "realm",
            "realms",
            "weight",
            "pref",
            "expires",
            "error",
            "users",
            "age",
            "used",
            "ttl-propagate",
            "uid",
            "mark",
            "iif",
            "oif",
            "ipid",
            "fastopen_no_cookie");

    private static final Set<String> FLAGS = Set.of(
            "onlink",
            "linkdown",
            "dead",
            "pervasive",
            "offload",
            "offload_failed",
            "trap",
            "rt_offload",
            "rt_offload_failed",
            "rt_trap",
            "notify",
            "unresolved",
            "redirected",
            "cache",
            "lock");

    private static final Pattern DESTINATION =
            Pattern.compile("default|(?=[0-9a-fA-F]*[.:])[0-9a-fA-F.:]++(?:/\\d{1,3})?");
    private static final Pattern REMARK = Pattern.compile("<[\\w,-]*>|\\d{1,18}sec|[\\d.]{1,18}ms");

    /** A word with its value, which is empty for a flag. */
    record Attribute(String name, String value) {}

    /** Reads a line that begins with a destination, or with a type before it. */
    static Optional<IpRouteWords> ofRoute(String line) {
        List<String> words = Words.of(line);
        boolean namesType = !words.isEmpty() && (DISCARDING.contains(words.get(0)) || TYPES.contains(words.get(0)));
        int at = namesType ? 1 : 0;
        if (at >= words.size() || !DESTINATION.matcher(words.get(at)).matches()) {
            return Optional.empty();
        }
        String type = namesType ? words.get(0) : "unicast";
        return attributes(words, at + 1).map(attributes -> new IpRouteWords(type, words.get(at), attributes));
    }

    /** Reads {@code nexthop via 192.0.2.1 dev eth0 weight 1}. */
    static Optional<IpRouteWords> ofNextHop(String line) {
        List<String> words = Words.of(line);
        if (words.isEmpty() || !words.get(0).equals("nexthop")) {
            return Optional.empty();
        }
        return attributes(words, 1).map(attributes -> new IpRouteWords("unicast", "", attributes));
    }

    /** The value of an attribute, or no text for a flag; empty if it is not there. */
    Optional<String> value(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(Attribute::value)
                .findFirst();
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** The router, of either version. */
    Optional<IpAddress> router() {
        return value("via").flatMap(Words::address);
    }

    boolean discards() {
        return DISCARDING.contains(type);
    }

    private static Optional<List<Attribute>> attributes(List<String> words, int from) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i);
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("via")) {
                // What routes one version by a router of the other names the version: via inet6 fe80::1.
                boolean namesVersion = value.equals("inet") || value.equals("inet6");
                i += namesVersion ? 2 : 1;
                String router = i < words.size() ? words.get(i) : "";
                if (Words.address(router).isEmpty()) {
                    return Optional.empty();
                }
                attributes.add(new Attribute("via", router));
                if (namesVersion) {
                    attributes.add(new Attribute(value, ""));
                }
            } else if (word.equals("mtu") && value.equals("lock")) {
                i += 2;
            } else if (WITH_VALUE.contains(word) && !value.isEmpty()) {
                attributes.add(new Attribute(word, value));
                i++;
            } else if (FLAGS.contains(word) || REMARK.matcher(word).matches()) {
                attributes.add(new Attribute(word, ""));
            } else if (word.equals("encap")) {
                i = afterEncapsulation(words, i) - 1;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(attributes);
    }

    /** What stands between {@code encap} and the router is of no interest, and of many forms. */
    private static int afterEncapsulation(List<String> words, int from) {
        int at = from + 1;
        while (at < words.size()
                && !words.get(at).equals("via")
                && !words.get(at).equals("dev")) {
            at++;
        }
        return at;
    }
}
