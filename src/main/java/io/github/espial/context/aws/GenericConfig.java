package io.github.espial.context.aws;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generic configuration of a site-to-site VPN of AWS: outer and inner addresses of both ends of each tunnel. Routes into
 * them are left to the customer. The key is not taken.
 */
public final class GenericConfig implements ContextParser {
    private static final Pattern TUNNEL =
            Pattern.compile("\\s*!?\\s*IPSec Tunnel #(\\d+)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("\\s*!?\\s*(?:Amazon Web Services|Virtual Private Cloud)\\s*");
    private static final Pattern OUTSIDE = Pattern.compile("\\s*Outside IP Addresses:?\\s*");
    private static final Pattern INSIDE = Pattern.compile("\\s*Inside IP Addresses:?\\s*");

    /** What follows is no longer of it. */
    private static final Pattern CONFIGURATION =
            Pattern.compile("\\s*(?:conn \\S+|crypto \\S.*|set \\S.*|interface \\S.*|config \\S.*)");

    private static final String OWN = "- Customer Gateway";
    private static final String FAR = "- Virtual Private Gateway";

    /** Lines of text from one tunnel to the next. */
    private static final int MOST_LINES = Lines.MAX_AHEAD - 1;

    @Override
    public String kind() {
        return "AWS site-to-site VPN configuration";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return (TUNNEL.matcher(lines.peek()).matches()
                        || TITLE.matcher(lines.peek()).matches())
                && outsideAhead(lines);
    }

    /** Whether both ends of a tunnel come before anything else does. */
    private static boolean outsideAhead(Lines lines) throws IOException {
        for (int ahead = 1; ahead < MOST_LINES; ahead++) {
            String line = lines.peek(ahead);
            if (OUTSIDE.matcher(line).matches()) {
                return true;
            }
            if (CONFIGURATION.matcher(line).matches()) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Tunnel tunnel = new Tunnel(lines.number(), "");
        boolean isInside = false;
        int since = 0;
        while (!lines.atEnd()
                && since < MOST_LINES
                && !CONFIGURATION.matcher(lines.peek()).matches()) {
            int number = lines.number();
            String line = lines.next();
            Matcher begin = TUNNEL.matcher(line);
            since++;
            if (begin.matches()) {
                tunnel.add(notes);
                tunnel = new Tunnel(number, begin.group(1));
                since = 0;
            } else if (OUTSIDE.matcher(line).matches() || INSIDE.matcher(line).matches()) {
                isInside = INSIDE.matcher(line).matches();
            } else {
                tunnel.take(LabelledLine.of(line), isInside);
            }
        }
        tunnel.add(notes);
    }

    private static final class Tunnel {
        private final int line;
        private final String number;
        private Optional<IpAddress> local = Optional.empty();
        private Optional<IpAddress> remote = Optional.empty();
        private Optional<OwnAddress> inner = Optional.empty();

        Tunnel(int line, String number) {
            this.line = line;
            this.number = number;
        }

        void take(Optional<LabelledLine> read, boolean isInside) {
            if (read.isEmpty()) {
                return;
            }
            String value = read.get().value();
            if (read.get().label().equals(OWN) && isInside) {
                int slash = value.indexOf('/');
                inner = slash < 0
                        ? Optional.empty()
                        : Words.address(value.substring(0, slash))
                                .map(own -> new OwnAddress(own, Words.smallNumber(value.substring(slash + 1))));
            } else if (read.get().label().equals(OWN)) {
                local = Words.address(value);
            } else if (read.get().label().equals(FAR) && !isInside) {
                remote = Words.address(value);
            }
        }

        /** The interface has no name yet: it is called by the number of the tunnel. */
        void add(ContextNotes notes) {
            if (local.isEmpty() || remote.isEmpty()) {
                return;
            }
            local.ifPresent(notes::own);
            String name = "AWS tunnel " + number;
            // No tunnel device: the one that the machine has is called otherwise.
            notes.add(new InterfaceEntry(
                    line,
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    inner.stream().toList(),
                    List.of()));
            IpPrefix all = IpPrefix.all(remote.get().version());
            notes.add(PolicyEntry.outbound(
                    line,
                    Selector.between(all, all),
                    PolicyEntry.Template.tunnel(local, remote),
                    Optional.of(name),
                    Standing.CONFIGURED));
        }
    }
}
