package io.github.espial.context.openwrt;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Shown;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What sections of OpenWrt's {@code network} and {@code ipsec} state; those of other files concern nobody here. */
final class UciNetwork {
    /** Types of sections of which something is read, or which stand beside them. */
    static final Set<String> TYPES = Set.of(
            "interface",
            "route",
            "route6",
            "device",
            "globals",
            "remote",
            "tunnel",
            "transport",
            "ipsec",
            "crypto_proposal",
            "member",
            "policy");

    private final List<UciSection> sections;
    private final ContextNotes notes;

    UciNetwork(List<UciSection> sections, ContextNotes notes) {
        this.sections = sections;
        this.notes = notes;
    }

    void add() {
        for (UciSection section : sections) {
            switch (section.type()) {
                case "interface" -> addInterface(section);
                case "route", "route6" -> addRoute(section);
                case "remote" -> addRemote(section);
                default -> {
                    // Devices, rules of mwan3 and the like: where packets go they do not tell by themselves.
                }
            }
        }
    }

    private void addInterface(UciSection section) {
        List<OwnAddress> addresses = new ArrayList<>();
        OptionalInt mask = section.first("netmask").map(Words::netmask).orElseGet(OptionalInt::empty);
        for (String word : section.all("ipaddr")) {
            own(word, mask).ifPresent(addresses::add);
        }
        for (String word : section.all("ip6addr")) {
            own(word, OptionalInt.empty()).ifPresent(addresses::add);
        }
        section.first("gateway").ifPresent(gateway -> addDefault(section, gateway));
        Optional<TunnelDevice> tunnel = tunnel(section);
        if (addresses.isEmpty() && tunnel.isEmpty()) {
            return;
        }
        notes.add(new InterfaceEntry(
                        section.line(), device(section), Optional.empty(), Optional.empty(), addresses, List.of())
                .of(tunnel));
    }

    private void addDefault(UciSection section, String gateway) {
        Words.address(gateway)
                .ifPresent(router -> notes.add(new RouteEntry(
                        section.line(),
                        IpPrefix.all(router.version()),
                        new Target.Gateway(router),
                        Optional.of(section.name()),
                        Optional.empty(),
                        section.first("metric").map(Words::number).orElseGet(OptionalLong::empty),
                        Store.PERSISTENT,
                        Optional.empty())));
    }

    /** A tunnel is called by its kind and the name of the section. */
    private static String device(UciSection section) {
        return section.first("proto")
                .filter(proto -> proto.equals("vti") || proto.equals("xfrm") || proto.equals("gre"))
                .map(proto -> proto.equals("xfrm") ? section.name() : proto + "-" + section.name())
                .or(() -> section.first("device"))
                .or(() -> section.first("ifname"))
                .orElse(section.name());
    }

    private static Optional<TunnelDevice> tunnel(UciSection section) {
        String proto = section.first("proto").orElse("");
        if (!proto.equals("vti") && !proto.equals("xfrm") && !proto.equals("gre")) {
            return Optional.empty();
        }
        Optional<String> binding = section.first("ifid")
                .map(number -> "if_id " + number)
                .or(() -> section.first("okey").map(key -> "mark " + key));
        return Optional.of(new TunnelDevice(
                proto,
                Optional.empty(),
                section.first("peeraddr").flatMap(Words::address),
                binding,
                section.first("mtu").map(Words::smallNumber).orElseGet(OptionalInt::empty)));
    }

    private static Optional<OwnAddress> own(String word, OptionalInt mask) {
        int slash = word.indexOf('/');
        OptionalInt length = slash < 0 ? mask : Words.smallNumber(word.substring(slash + 1));
        return Words.address(slash < 0 ? word : word.substring(0, slash))
                .filter(address -> length.orElse(0) <= (address.version() == 4 ? 32 : 128))
                .map(address -> new OwnAddress(address, length));
    }

    /** A route is set at each start; whether it is in force, {@code ip route} tells. */
    private void addRoute(UciSection section) {
        if (section.isOn("disabled")) {
            return;
        }
        String target = section.first("target").orElse(section.type().equals("route") ? "0.0.0.0/0" : "::/0");
        Optional<IpPrefix> destination = section.first("netmask").isPresent() && target.indexOf('/') < 0
                ? Words.destination(target, section.first("netmask").get())
                : Words.prefix(target);
        if (destination.isEmpty()) {
            notes.problem(section.line(), "a route to what is no prefix: " + Shown.of(target));
            return;
        }
        String type = section.first("type").orElse("unicast");
        boolean discards = type.equals("blackhole") || type.equals("unreachable") || type.equals("prohibit");
        notes.add(new RouteEntry(
                section.line(),
                destination.get(),
                discards
                        ? new Target.Discard()
                        : section.first("gateway")
                                .flatMap(Words::address)
                                .<Target>map(Target.Gateway::new)
                                .orElseGet(Target.OnLink::new),
                section.first("interface"),
                Optional.empty(),
                section.first("metric").map(Words::number).orElseGet(OptionalLong::empty),
                Store.PERSISTENT,
                section.first("table").filter(table -> !table.equals("main") && !table.equals("254"))));
    }

    /** A far end of {@code /etc/config/ipsec}, with the tunnels that it lists. */
    private void addRemote(UciSection remote) {
        if (remote.isOff("enabled")) {
            return;
        }
        Optional<IpAddress> peer = remote.first("gateway").flatMap(Words::address);
        Optional<IpAddress> local = remote.first("local_gateway").flatMap(Words::address);
        local.ifPresent(notes::own);
        for (String name : remote.all("tunnel")) {
            for (UciSection tunnel : sections) {
                if (tunnel.type().equals("tunnel") && tunnel.name().equals(name)) {
                    addTunnel(tunnel, local, peer);
                }
            }
        }
    }

    private void addTunnel(UciSection tunnel, Optional<IpAddress> local, Optional<IpAddress> peer) {
        PolicyEntry.outbound(
                        tunnel.line(),
                        networks(tunnel, "local_subnet"),
                        networks(tunnel, "remote_subnet"),
                        PolicyEntry.Template.tunnel(local, peer),
                        tunnel.first("if_id").map(number -> "if_id " + number),
                        Standing.CONFIGURED)
                .forEach(notes::add);
    }

    private static List<IpPrefix> networks(UciSection tunnel, String option) {
        List<IpPrefix> networks = new ArrayList<>();
        for (String value : tunnel.all(option)) {
            for (String word : Words.of(value)) {
                Words.prefix(word).ifPresent(networks::add);
            }
        }
        return networks;
    }
}
