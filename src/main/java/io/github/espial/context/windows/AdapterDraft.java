package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An adapter of {@code ipconfig} of which some values have been read. Addresses are told by what follows them: an IPv4
 * address of the machine has its netmask on the next line, an IPv6 one a word such as "(Preferred)".
 */
final class AdapterDraft {
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\s*\\([^)]*\\)");

    /** English, German, Italian and Portuguese have the English word in theirs; French and Spanish have their own. */
    private static final Pattern GATEWAY = Pattern.compile(".*(?:gateway|passerelle|puerta de enlace).*");

    private final int line;
    private final String name;
    private final List<OwnAddress> addresses = new ArrayList<>();
    private final List<IpAddress> gateways = new ArrayList<>();
    private Optional<MacAddress> mac = Optional.empty();
    private Optional<IpAddress> before = Optional.empty();
    private boolean inGateways;

    AdapterDraft(int line, String name) {
        this.line = line;
        this.name = name;
    }

    void value(String label, String text) {
        inGateways = GATEWAY.matcher(label.toLowerCase(Locale.ROOT)).matches();
        String plain = IN_PARENTHESES.matcher(text).replaceAll("");
        if (mac.isEmpty() && plain.length() == 17 && Words.mac(plain).isPresent()) {
            mac = Words.mac(plain);
            return;
        }
        Optional<IpAddress> address = Words.address(plain);
        OptionalInt mask = Words.netmask(plain);
        if (mask.isPresent() && before.isPresent()) {
            addresses.add(new OwnAddress(before.get(), mask));
            before = Optional.empty();
            return;
        }
        before = address.filter(own -> own.version() == 4 && !inGateways);
        if (inGateways) {
            address.ifPresent(gateways::add);
        } else if (address.isPresent() && address.get().version() == 6 && !plain.equals(text)) {
            addresses.add(new OwnAddress(address.get(), OptionalInt.empty()));
        }
    }

    /** Takes a further value of the same name. */
    void moreValue(String text) {
        before = Optional.empty();
        if (inGateways) {
            Words.address(text).ifPresent(gateways::add);
        }
    }

    void finish(ContextNotes notes) {
        notes.add(new InterfaceEntry(line, name, Optional.empty(), mac, addresses, gateways));
    }
}
