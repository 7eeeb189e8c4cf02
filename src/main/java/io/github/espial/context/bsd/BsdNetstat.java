package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * {@code netstat -rn} of FreeBSD and macOS. macOS leaves out octets that are zero at the end of a destination, and the
 * length of a prefix that is a whole number of octets.
 */
public final class BsdNetstat implements ContextParser {
    private static final Pattern HEADING =
            Pattern.compile("Destination\\s+Gateway\\s+Flags\\s+.*\\b(?:Netif|Interface|Iface)\\b.*");
    private static final Pattern FAMILY = Pattern.compile("Internet6?:\\s*");
    private static final Pattern ROW = Pattern.compile(
            "(?:default|[0-9a-fA-F.:]+(?:%\\w+)?(?:/\\d{1,3})?)\\s+(?:link#\\d+|[0-9a-fA-F.:]+(?:%\\w+)?|\\w+)\\s+[A-Za-z1-3]+\\s+.*");

    @Override
    public String kind() {
        return "netstat -rn";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || (FAMILY.matcher(lines.peek()).matches()
                        && HEADING.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        boolean isSix = lines.peek().startsWith("Internet6");
        if (FAMILY.matcher(lines.peek()).matches()) {
            lines.next();
        }
        List<String> heading = Words.of(lines.next());
        int column = heading.indexOf("Netif");
        while (ROW.matcher(lines.peek()).matches()) {
            int number = lines.number();
            List<String> words = Words.of(lines.next());
            read(number, words, column, isSix, notes);
        }
    }

    private static void read(int number, List<String> words, int column, boolean isSix, ContextNotes notes) {
        Optional<IpPrefix> destination = destination(words.get(0), isSix);
        if (destination.isEmpty()) {
            notes.problem(number, "not a destination: " + words.get(0));
            return;
        }
        String flags = words.get(2);
        // Cloned entries are neighbours, and those of the loopback the machine itself.
        if (flags.contains("W") || flags.contains("L")) {
            return;
        }
        Optional<IpAddress> router = flags.contains("G") ? Words.address(words.get(1)) : Optional.empty();
        Target target = router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
        boolean discards = flags.contains("B") || flags.contains("R");
        notes.add(new RouteEntry(
                number,
                destination.get(),
                discards ? new Target.Discard() : target,
                column > 0 && column < words.size() ? Optional.of(words.get(column)) : Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Store.ACTIVE,
                Optional.empty()));
    }

    private static Optional<IpPrefix> destination(String word, boolean isSix) {
        if (word.equals("default")) {
            return Optional.of(IpPrefix.all(isSix ? 6 : 4));
        }
        String zoneless = word.replaceFirst("%[^/]*", "");
        if (isSix || zoneless.contains(":")) {
            return Words.prefix(zoneless);
        }
        int slash = zoneless.indexOf('/');
        String address = slash < 0 ? zoneless : zoneless.substring(0, slash);
        int octets = address.split("\\.", -1).length;
        OptionalInt length = slash < 0 ? OptionalInt.of(8 * octets) : Words.smallNumber(zoneless.substring(slash + 1));
        if (octets > 4 || length.isEmpty()) {
            return Optional.empty();
        }
        return Words.prefix(address + ".0".repeat(4 - octets) + "/" + length.getAsInt());
    }
}
