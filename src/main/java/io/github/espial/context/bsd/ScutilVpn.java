package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.Selector;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code scutil --nc list}, {@code status} and {@code show} of macOS: the interface of a connected client, its address and
 * server. Whose networks are behind it, the routes into the interface tell.
 */
public final class ScutilVpn implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("Available network connection services in the current set.*");
    private static final Pattern SERVICE = Pattern.compile(
            "\\*?\\s*\\((Connected|Connecting|Disconnected|Disconnecting|Invalid)\\)\\s+[0-9A-F]{8}(?:-[0-9A-F]{4,12}){4}\\s.*");
    private static final Pattern STATE =
            Pattern.compile("(?:Connected|Connecting|Disconnected|Disconnecting|No service)\\s*");
    private static final Pattern BEGIN =
            Pattern.compile("(?:Extended Status|[A-Z][A-Za-z0-9]{1,16}) <dictionary> \\{\\s*");
    private static final Pattern LIST = Pattern.compile("\\s+(\\w+) : <array> \\{\\s*");
    private static final Pattern MEMBER = Pattern.compile("\\s+(\\w+) : (\\S(?:.*\\S)?)\\s*");
    private static final Pattern END = Pattern.compile("\\}\\s*");

    @Override
    public String kind() {
        return "scutil --nc";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return TITLE.matcher(lines.peek()).matches()
                || SERVICE.matcher(lines.peek()).matches()
                || (STATE.matcher(lines.peek()).matches()
                        && BEGIN.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            if (BEGIN.matcher(lines.peek()).matches()) {
                read(number, lines, notes);
            } else if (!recognises(lines)) {
                return;
            } else {
                lines.next();
            }
        }
    }

    /** Reads what stands in the outermost braces; of lists, the name is that of what is in them. */
    private static void read(int line, Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        Optional<String> device = Optional.empty();
        Optional<IpAddress> server = Optional.empty();
        List<OwnAddress> own = new ArrayList<>();
        String list = "";
        while (!lines.atEnd() && !END.matcher(lines.peek()).matches() && isWithin(lines.peek())) {
            Matcher inner = LIST.matcher(lines.peek());
            Matcher member = MEMBER.matcher(lines.next());
            if (inner.matches()) {
                list = inner.group(1);
            } else if (member.matches()) {
                String name = Character.isDigit(member.group(1).charAt(0)) ? list : member.group(1);
                Optional<IpAddress> address = Words.address(member.group(2));
                switch (name) {
                    case "InterfaceName" -> device = Optional.of(member.group(2));
                    case "Addresses" -> address.ifPresent(one -> own.add(new OwnAddress(one, OptionalInt.empty())));
                    case "ServerAddress", "CommRemoteAddress", "RemoteAddress" ->
                        server = server.isPresent() ? server : address;
                    default -> {
                        // Settings of the session.
                    }
                }
            }
        }
        lines.take(END);
        if (device.isPresent() && !own.isEmpty()) {
            add(line, device.get(), own, server, notes);
        }
    }

    private static boolean isWithin(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }

    private static void add(
            int line, String device, List<OwnAddress> own, Optional<IpAddress> server, ContextNotes notes) {
        notes.add(new InterfaceEntry(line, device, Optional.empty(), Optional.empty(), own, List.of())
                .of(Optional.of(
                        new TunnelDevice("vpn", Optional.empty(), server, Optional.empty(), OptionalInt.empty()))));
        if (server.isPresent()) {
            IpPrefix all = IpPrefix.all(server.get().version());
            notes.add(PolicyEntry.outbound(
                    line,
                    Selector.between(all, all),
                    PolicyEntry.Template.tunnel(Optional.empty(), server),
                    Optional.of(device),
                    Standing.ACTIVE));
        }
    }
}
