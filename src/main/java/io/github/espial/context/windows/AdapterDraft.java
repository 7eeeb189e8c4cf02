package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.LabelledLine;
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
 * An adapter of {@code ipconfig} of which some values have been read. What a value means is told by its place: an IPv4
 * address of the machine has its netmask on the next line, an IPv6 one a word such as "(Preferred)" or the first place,
 * and the next address after the machine's own is the default gateway's.
 */
final class AdapterDraft {
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\s{0,8}\\([^)]{0,60}\\)");
    private static final int MAC_LENGTH = 17;

    /** English, German, Italian and Portuguese have the English word in theirs; French and Spanish have their own. */
    private static final List<String> GATEWAY = List.of("gateway", "passerelle", "puerta de enlace");

    private final int line;
    private final String name;
    private final List<OwnAddress> addresses = new ArrayList<>();
    private final List<IpAddress> gateways = new ArrayList<>();
    private Optional<MacAddress> mac = Optional.empty();
    private Optional<String> index = Optional.empty();
    private String ownLabel = "";

    /** An IPv4 address of which the next line tells whether it is the machine's own or the gateway's. */
    private Optional<IpAddress> before = Optional.empty();

    private String labelBefore = "";
    private boolean inGateways;
    private boolean sawGateways;

    AdapterDraft(int line, String name) {
        this.line = line;
        this.name = name;
    }

    void value(LabelledLine read) {
        String plain = IN_PARENTHESES.matcher(read.value()).replaceAll("");
        OptionalInt mask = Words.netmask(plain);
        if (mask.isPresent() && before.isPresent()) {
            addresses.add(new OwnAddress(before.get(), mask));
            ownLabel = labelBefore;
            before = Optional.empty();
            return;
        }
        settle();
        inGateways = false;
        Optional<IpAddress> address = Words.address(plain);
        if (mac.isEmpty() && plain.length() == MAC_LENGTH && Words.mac(plain).isPresent()) {
            mac = Words.mac(plain);
        } else if (isForGateways(read.label()) || (plain.isEmpty() && mayBeGateway())) {
            inGateways = true;
            sawGateways = true;
            address.ifPresent(this::addGateway);
        } else if (address.isPresent() && address.get().version() == 6) {
            six(read, plain, address.get());
        } else {
            before = address;
            labelBefore = read.label();
        }
    }

    private void six(LabelledLine read, String plain, IpAddress address) {
        boolean isMarked = !plain.equals(read.value());
        if (isMarked || read.label().equals(ownLabel) || (addresses.isEmpty() && !sawGateways)) {
            addresses.add(new OwnAddress(address, OptionalInt.empty()));
            int zone = plain.indexOf('%');
            // The zone of an address of the link is the index of its interface (RFC 4007 §11.2).
            if (zone > 0 && index.isEmpty()) {
                index = Optional.of(plain.substring(zone + 1))
                        .filter(text -> Words.smallNumber(text).isPresent());
            }
        } else if (mayBeGateway()) {
            inGateways = true;
            sawGateways = true;
            addGateway(address);
        }
    }

    /** Takes a further value of the same name. */
    void moreValue(String text) {
        settle();
        if (inGateways) {
            Words.address(text).ifPresent(this::addGateway);
        }
    }

    void finish(ContextNotes notes) {
        settle();
        notes.add(new InterfaceEntry(line, name, index, mac, addresses, gateways));
    }

    /** Takes an address that no netmask followed for the gateway's, if it stands where that one does. */
    private void settle() {
        if (before.isPresent() && mayBeGateway()) {
            inGateways = true;
            sawGateways = true;
            addGateway(before.get());
        }
        before = Optional.empty();
    }

    private boolean mayBeGateway() {
        return !addresses.isEmpty() && !sawGateways;
    }

    private static boolean isForGateways(String label) {
        String words = label.toLowerCase(Locale.ROOT);
        return GATEWAY.stream().anyMatch(words::contains);
    }

    private void addGateway(IpAddress address) {
        if (!address.isUnspecified()) {
            gateways.add(address);
        }
    }
}
