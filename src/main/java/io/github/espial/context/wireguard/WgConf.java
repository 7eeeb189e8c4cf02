package io.github.espial.context.wireguard;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.WireGuardPeer;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration of {@code wg} or {@code wg-quick}: own addresses and peers; its name, and so the interface, is not in it. */
public final class WgConf implements ContextParser {
    private static final Pattern SECTION = Pattern.compile("\\s*\\[(Interface|Peer)\\]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTING = Pattern.compile("\\s*(\\w+)\\s*=\\s*(\\S.*?)\\s*");
    private static final Pattern OTHER = Pattern.compile("\\s*(?:#.*)?");

    /** What makes a section of one of the two names that of WireGuard. */
    private static final Pattern OWN = Pattern.compile(
            "\\s*(?:#.*|(?:PrivateKey|PublicKey|PresharedKey|ListenPort|Address|AllowedIPs|Endpoint|DNS|MTU|FwMark|Table"
                    + "|PersistentKeepalive|P(?:re|ost)(?:Up|Down)|SaveConfig)\\s*=.*)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String kind() {
        return "wg.conf";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return SECTION.matcher(lines.peek()).matches()
                && OWN.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int begin = lines.number();
        boolean isPeer = false;
        Optional<IpAddress> endpoint = Optional.empty();
        List<IpPrefix> allowed = new ArrayList<>();
        while (!lines.atEnd()) {
            Matcher section = SECTION.matcher(lines.peek());
            Matcher setting = SETTING.matcher(lines.peek());
            if (section.matches()) {
                if (isPeer) {
                    notes.add(new WireGuardPeer(begin, Optional.empty(), endpoint, allowed));
                }
                isPeer = section.group(1).equalsIgnoreCase("peer");
                begin = lines.number();
                endpoint = Optional.empty();
                allowed = new ArrayList<>();
            } else if (setting.matches()) {
                String name = setting.group(1).toLowerCase(Locale.ROOT);
                if (isPeer && name.equals("endpoint")) {
                    endpoint = Networks.endpoint(setting.group(2));
                } else if (isPeer && name.equals("allowedips") && allowed.size() < WireGuardPeer.MOST_NETWORKS) {
                    allowed.addAll(Networks.of(setting.group(2)));
                } else if (!isPeer && name.equals("address")) {
                    own(setting.group(2), notes);
                }
            } else if (!OTHER.matcher(lines.peek()).matches()) {
                break;
            }
            lines.next();
        }
        if (isPeer) {
            notes.add(new WireGuardPeer(begin, Optional.empty(), endpoint, allowed));
        }
    }

    private static void own(String addresses, ContextNotes notes) {
        for (String word : Words.of(addresses.replace(',', ' '))) {
            Words.address(word.replaceFirst("/.*", "")).ifPresent(notes::own);
        }
    }
}
