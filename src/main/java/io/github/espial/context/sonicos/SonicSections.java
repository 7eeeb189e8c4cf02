package io.github.espial.context.sonicos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Sections of SonicOS' configuration of which some lines have been read. Objects may stand after what names them. */
final class SonicSections {
    private final ContextNotes notes;
    private final AddressObjects objects = new AddressObjects();
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> tunnels = new HashSet<>();
    private Section current = new Section(0, List.of(""), new ArrayList<>());

    SonicSections(ContextNotes notes) {
        this.notes = notes;
    }

    private record Section(int line, List<String> begin, List<List<String>> lines) {
        /** What follows {@code first}, on the first line or on one of its own. */
        List<String> after(String... first) {
            for (List<String> words : lines) {
                if (words.size() >= first.length
                        && words.subList(0, first.length).equals(List.of(first))) {
                    return words.subList(first.length, words.size());
                }
            }
            int at = first.length == 1 ? begin.indexOf(first[0]) : -1;
            return at < 0 ? List.of() : begin.subList(at + 1, begin.size());
        }
    }

    void begin(int line, List<String> words) {
        current = new Section(line, words, new ArrayList<>());
        sections.add(current);
    }

    void within(List<String> words) {
        current.lines().add(words);
    }

    /** Notes what all sections together tell: objects first. */
    void finish() {
        for (Section section : sections) {
            List<String> begin = section.begin();
            if (begin.get(0).startsWith("address-") && begin.size() > 2) {
                objects.add(begin.get(2), begin.subList(3, begin.size()));
                section.lines().forEach(words -> objects.add(begin.get(2), words));
            } else if (begin.get(0).equals("interface")) {
                addInterface(section);
            }
        }
        for (Section section : sections) {
            if (section.begin().get(0).equals("vpn")) {
                addPolicy(section);
            } else if (section.begin().get(0).equals("route-policy")) {
                addRoute(section);
            }
        }
    }

    private void addInterface(Section section) {
        List<String> address = section.after("ip");
        Optional<IpAddress> own = address.isEmpty() ? Optional.empty() : Words.address(address.get(0));
        OptionalInt length = address.size() > 2 ? Words.netmask(address.get(2)) : OptionalInt.empty();
        if (own.isPresent() && length.isPresent()) {
            String name = section.begin().get(1);
            objects.ofInterface(name, own.get(), length.getAsInt());
            notes.add(new InterfaceEntry(
                    section.line(),
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new OwnAddress(own.get(), length)),
                    List.of()));
        }
    }

    private void addPolicy(Section section) {
        List<String> gateway = section.after("gateway", "primary");
        Optional<IpAddress> peer = gateway.isEmpty() ? Optional.empty() : Words.address(gateway.get(0));
        PolicyEntry.Template template = PolicyEntry.Template.tunnel(Optional.empty(), peer);
        if (section.begin().get(2).equals("tunnel-interface")) {
            tunnels.add(section.begin().get(section.begin().size() - 1));
            IpPrefix all = IpPrefix.all(4);
            notes.add(PolicyEntry.outbound(
                    section.line(),
                    Selector.between(all, all),
                    template,
                    Optional.of(section.begin().get(section.begin().size() - 1)),
                    Standing.CONFIGURED));
            return;
        }
        List<IpPrefix> sources = objects.networks(section.after("network", "local"));
        List<String> remote = section.after("network", "remote", "destination-network");
        List<IpPrefix> destinations = objects.networks(remote.isEmpty() ? section.after("network", "remote") : remote);
        if (destinations.isEmpty()) {
            notes.problem(section.line(), "a VPN policy of which the file does not tell the remote network");
        }
        // From anywhere, where no source is told.
        List<IpPrefix> from = sources.isEmpty() ? List.of(IpPrefix.all(4), IpPrefix.all(6)) : sources;
        PolicyEntry.outbound(section.line(), from, destinations, template, Optional.empty(), Standing.CONFIGURED)
                .forEach(notes::add);
    }

    /** A policy for some sources or services only is no route for all. */
    private void addRoute(Section section) {
        List<String> source = section.after("source");
        List<String> service = section.after("service");
        boolean isForAll = (source.isEmpty() || source.get(0).equals("any"))
                && (service.isEmpty() || service.get(0).equals("any"));
        List<String> device = section.after("interface");
        List<String> gateway = section.after("gateway");
        boolean hasGateway = !gateway.isEmpty() && !gateway.get(0).equals("default");
        Optional<IpAddress> router = hasGateway
                ? objects.networks(gateway).stream().map(IpPrefix::address).findFirst()
                : Optional.empty();
        if (!isForAll) {
            return;
        }
        if (router.isEmpty() && device.stream().limit(1).noneMatch(tunnels::contains)) {
            notes.problem(section.line(), "a route policy of which the file does not tell the gateway");
            return;
        }
        for (IpPrefix destination : objects.networks(section.after("destination"))) {
            notes.add(new RouteEntry(
                    section.line(),
                    destination,
                    router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                    device.stream().findFirst(),
                    Optional.empty(),
                    section.after("metric").stream()
                            .findFirst()
                            .map(Words::number)
                            .orElseGet(OptionalLong::empty),
                    Store.PERSISTENT,
                    Optional.empty()));
        }
    }
}
