package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ip -br addr} and {@code ip -br link}: one line an interface. */
public final class IpBrief implements ContextParser {
    private static final Pattern ROW = Pattern.compile(
            "([^\\s@]+)(?:@\\S+)?\\s+(?:UP|DOWN|UNKNOWN|LOWERLAYERDOWN|DORMANT|NOTPRESENT|TESTING)(?:\\s++((?:.*\\S)?))?\\s*");
    private static final Pattern LINK = Pattern.compile("(\\S+)\\s+<[A-Z0-9_,-]*>");

    @Override
    public String kind() {
        return "ip -br";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    /** An interface without address begins no output: too little is in its line. */
    @Override
    public boolean recognises(Lines lines) throws IOException {
        Matcher row = ROW.matcher(lines.peek());
        return row.matches() && isRead(rest(row));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            Matcher row = ROW.matcher(lines.peek());
            if (!row.matches() || (!rest(row).isEmpty() && !isRead(rest(row)))) {
                return;
            }
            int number = lines.number();
            lines.next();
            String rest = rest(row);
            Matcher link = LINK.matcher(rest);
            Optional<MacAddress> mac = link.matches() ? Words.mac(link.group(1)) : Optional.empty();
            notes.add(new InterfaceEntry(
                    number, row.group(1), Optional.empty(), mac, link.matches() ? List.of() : own(rest), List.of()));
        }
    }

    private static String rest(Matcher row) {
        return row.group(2) == null ? "" : row.group(2);
    }

    private static boolean isRead(String rest) {
        return LINK.matcher(rest).matches() || !own(rest).isEmpty();
    }

    /** The addresses, if there is nothing else but the peers and metrics of some. */
    private static List<OwnAddress> own(String rest) {
        List<OwnAddress> addresses = new ArrayList<>();
        List<String> words = Words.of(rest);
        for (int i = 0; i < words.size(); i++) {
            boolean isRemark = words.get(i).equals("peer") || words.get(i).equals("metric");
            Optional<OwnAddress> address = isRemark ? Optional.empty() : IpAddr.ownAddress(words.get(i));
            if (address.isPresent()) {
                addresses.add(address.get());
            } else if (isRemark) {
                i++;
            } else {
                return List.of();
            }
        }
        return addresses;
    }
}
