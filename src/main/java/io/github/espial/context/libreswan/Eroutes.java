package io.github.espial.context.libreswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ipsec eroute} of Openswan with KLIPS, also within {@code ipsec look}: networks, and the far end of their tunnel. */
public final class Eroutes implements ContextParser {
    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:\\d{1,18}\\s+)?([0-9a-fA-F.:]+/\\d{1,3})(?::\\d+)?\\s+->\\s+([0-9a-fA-F.:]+/\\d{1,3})(?::\\d+)?\\s+=>\\s+"
                    + "(?:(%hold|%trap|%pass|%drop)|(tun|esp|ah)0x[0-9a-f]{1,8}@([0-9a-fA-F.:]+?))(?::\\d+)?\\s*");

    @Override
    public String kind() {
        return "ipsec eroute";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return lines.peek().indexOf("=>") > 0 && LINE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Optional<Matcher> line = lines.take(LINE);
            if (line.isEmpty()) {
                return;
            }
            add(number, line.get(), notes);
        }
    }

    /** What is on hold waits for a negotiation; a trap begins one. */
    private static void add(int number, Matcher line, ContextNotes notes) {
        Optional<IpPrefix> source = Words.prefix(line.group(1));
        Optional<IpPrefix> destination = Words.prefix(line.group(2));
        if (source.isEmpty() || destination.isEmpty()) {
            notes.problem(number, "an eroute between what are no prefixes");
            return;
        }
        String fate = line.group(3) == null ? "" : line.group(3);
        if (fate.equals("%pass") || fate.equals("%drop")) {
            return;
        }
        Optional<IpAddress> peer = Optional.ofNullable(line.group(5)).flatMap(Words::address);
        notes.add(PolicyEntry.outbound(
                number,
                Selector.between(source.get(), destination.get()),
                PolicyEntry.Template.tunnel(Optional.empty(), peer),
                Optional.empty(),
                fate.equals("%hold") ? Standing.HELD : fate.isEmpty() ? Standing.ACTIVE : Standing.DOWN));
    }
}
