package io.github.espial.context.netsh;

import io.github.espial.context.LabelledLine;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a filter of {@code netsh ipsec}.
 *
 * @param addresses empty for the machine's own address
 */
record IpsecEnd(Optional<IpPrefix> addresses) {
    private static final Pattern WITH_MASK = Pattern.compile("(<[^>]*>|[\\d.]+)\\s*\\(\\s*([\\d.]+)\\s*\\)");

    /** {@code 10.20.0.0 (255.255.0.0)}, or words for any address or the own one in angle brackets. */
    static Optional<IpsecEnd> ofDynamic(String line) {
        if (line.indexOf(')') < 0) {
            return Optional.empty();
        }
        return LabelledLine.of(line)
                .map(read -> WITH_MASK.matcher(read.value()))
                .filter(Matcher::matches)
                .flatMap(end -> of(end.group(1), end.group(2)));
    }

    /** An address, or words for one in angle brackets, with its netmask on the next line. */
    static Optional<IpsecEnd> ofStatic(String line, String next) {
        int first = next.indexOf('.');
        if (first < 0 || line.indexOf(':') < 0) {
            return Optional.empty();
        }
        Optional<String> mask = LabelledLine.of(next).map(LabelledLine::value);
        Optional<String> address = LabelledLine.of(line).map(LabelledLine::value);
        return mask.isEmpty() || address.isEmpty() ? Optional.empty() : of(address.get(), mask.get());
    }

    private static Optional<IpsecEnd> of(String address, String mask) {
        if (!address.startsWith("<")) {
            return Words.destination(address, mask).map(prefix -> new IpsecEnd(Optional.of(prefix)));
        }
        return switch (Words.netmask(mask).orElse(-1)) {
            case 0 -> Optional.of(new IpsecEnd(Optional.of(IpPrefix.all(4))));
            case 32 -> Optional.of(new IpsecEnd(Optional.empty()));
            default -> Optional.empty();
        };
    }
}
