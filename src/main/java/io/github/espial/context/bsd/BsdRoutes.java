package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Rows of a BSD's routing table: destination, gateway, flags. BSDs leave out octets that are zero at the end of a
 * destination, and the length of a prefix that is a whole number of octets; macOS has ARP entries among its routes, and
 * routes that only sockets bound to their interface look up.
 */
final class BsdRoutes {
    /** Table of the routes with flag {@code I} of macOS (RTF_IFSCOPE). */
    private static final String SCOPED = "ifscope";

    private final int column;
    private final boolean isSix;
    private final Optional<String> table;
    private final ContextNotes notes;

    /**
     * Takes what a heading tells.
     *
     * @param column which word of a row names the interface, from 0; negative for none
     * @param isSix whether a default route is of IPv6
     */
    BsdRoutes(int column, boolean isSix, Optional<String> table, ContextNotes notes) {
        this.column = column;
        this.isSix = isSix;
        this.table = table;
        this.notes = notes;
    }

    /** Adds what a row states: a route, a neighbor, or nothing that concerns us. */
    void add(int line, List<String> words) {
        Optional<IpAddress> router = Words.address(words.get(1));
        Optional<IpPrefix> destination = destination(words.get(0), router);
        if (destination.isEmpty()) {
            notes.problem(line, "not a destination: " + words.get(0));
            return;
        }
        Optional<String> device =
                column > 0 && column < words.size() ? Optional.of(words.get(column)) : Optional.empty();
        String flags = words.get(2);
        if (isOwn(destination.get(), words.get(1), flags, device)) {
            notes.own(destination.get().address());
        }
        if (flags.contains("L") || flags.contains("W")) {
            addNeighbor(line, destination.get(), words.get(1), device);
            return;
        }
        Target target = router.filter(address -> flags.contains("G"))
                .<Target>map(Target.Gateway::new)
                .orElseGet(Target.OnLink::new);
        boolean discards = flags.contains("B") || flags.contains("R");
        boolean isScoped = flags.contains("I");
        notes.add(new RouteEntry(
                line,
                destination.get(),
                discards ? new Target.Discard() : target,
                device,
                Optional.empty(),
                OptionalLong.empty(),
                Store.ACTIVE,
                isScoped ? Optional.of(SCOPED) : table));
    }

    /** An address of the machine has a host route to itself by the loopback interface. */
    private static boolean isOwn(IpPrefix destination, String gateway, String flags, Optional<String> device) {
        return destination.equals(IpPrefix.host(destination.address()))
                && gateway.startsWith("link#")
                && flags.contains("H")
                && flags.contains("S")
                && device.filter(name -> name.startsWith("lo")).isPresent();
    }

    /** Cloned entries are neighbors; those without a MAC are the machine itself, or not resolved. */
    private void addNeighbor(int line, IpPrefix destination, String gateway, Optional<String> device) {
        Optional<MacAddress> mac = Words.mac(gateway).filter(address -> !address.isGroup());
        if (mac.isPresent()) {
            notes.add(new NeighborEntry(line, destination.address(), mac, device, Optional.empty()));
        }
    }

    private Optional<IpPrefix> destination(String word, Optional<IpAddress> router) {
        if (word.equals("default")) {
            boolean isDefaultSix = router.map(address -> address.version() == 6).orElse(isSix);
            return Optional.of(IpPrefix.all(isDefaultSix ? 6 : 4));
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
