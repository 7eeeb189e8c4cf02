package io.github.espial.routing;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RuleEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The failing machine as its own words describe it.
 *
 * @param addresses its own, as far as told
 * @param lookup its routing tables; empty where none was given, or where those given contradict each other
 * @param neighbors MACs by address, as its ARP and neighbor tables have them
 * @param interfaces its network cards
 * @param platforms what kind of machine it is; empty where nothing tells
 * @param programs whose outputs were given
 * @param remarks what does not fit together, by the name of the file it is said of
 * @param tunnels what is stated of its tunnels
 */
public record Machine(
        Set<IpAddress> addresses,
        RouteLookup lookup,
        Map<IpAddress, MacAddress> neighbors,
        List<InterfaceEntry> interfaces,
        Set<Platform> platforms,
        Set<Program> programs,
        Map<String, List<String>> remarks,
        Tunnels tunnels) {
    /** A machine of which nothing was given. */
    public static final Machine UNKNOWN = of(List.of(), Identity.UNKNOWN);

    public Machine {
        addresses = Set.copyOf(addresses);
        neighbors = Map.copyOf(neighbors);
        interfaces = List.copyOf(interfaces);
        platforms = Set.copyOf(platforms);
        programs = Set.copyOf(programs);
        remarks = Map.copyOf(remarks);
    }

    /**
     * Puts together what files state, those left out that are about another machine.
     *
     * @param seen what the captures tell of the failing machine
     */
    public static Machine of(List<ContextFile> files, Identity seen) {
        return all(files, seen).get(0);
    }

    /**
     * The failing machine, and after it others whose words were given, where no capture tells which is meant.
     *
     * @param seen what the captures tell of the failing machine
     */
    public static List<Machine> all(List<ContextFile> files, Identity seen) {
        List<MachineFile> given = files.stream().map(MachineFile::new).toList();
        if (!seen.isUnknown() || given.isEmpty()) {
            return List.of(new Assembly(seen).of(given, given));
        }
        List<Machine> all = new ArrayList<>();
        for (List<MachineFile> ofOne : Apart.of(given)) {
            all.add(new Assembly(seen).of(ofOne, given));
        }
        return List.copyOf(all);
    }

    /** The name of the interface that {@code router} is on, as the machine's own commands take it. */
    public Optional<InterfaceEntry> interfaceTo(IpAddress router) {
        return interfaces.stream()
                .filter(card -> card.addresses().stream()
                        .anyMatch(own -> own.prefixLength().isPresent()
                                && IpPrefix.holding(
                                                own.address(),
                                                own.prefixLength().getAsInt())
                                        .contains(router)))
                .findFirst();
    }

    /** Whether its outputs have the form that Windows prints since Vista. */
    public boolean isWindowsVistaOrLater() {
        boolean hasNewTables = programs.contains(Program.POWERSHELL) || programs.contains(Program.NETSH_INTERFACE);
        // Before Vista, route print numbers its interfaces in hexadecimal.
        boolean hasNewNumbers = programs.contains(Program.ROUTE_PRINT)
                && interfaces.stream().flatMap(card -> card.index().stream()).anyMatch(index -> !index.startsWith("0x"))
                && interfaces.stream()
                        .flatMap(card -> card.index().stream())
                        .noneMatch(index -> index.startsWith("0x"));
        return is(Platform.WINDOWS) && (hasNewTables || hasNewNumbers);
    }

    /** The same, of these platforms where its own words do not tell. */
    public Machine withPlatform(Set<Platform> others) {
        return platforms.isEmpty()
                ? new Machine(addresses, lookup, neighbors, interfaces, others, programs, remarks, tunnels)
                : this;
    }

    public boolean is(Platform platform) {
        return platforms.contains(platform);
    }

    /** Puts the files of one machine together. */
    private static final class Assembly {
        private final Identity seen;
        private final Set<IpAddress> addresses = new LinkedHashSet<>();
        private final List<RouteLookup.TableRoute> routes = new ArrayList<>();
        private final List<RuleEntry> rules = new ArrayList<>();
        private final Map<IpAddress, MacAddress> neighbors = new LinkedHashMap<>();
        private final List<InterfaceEntry> interfaces = new ArrayList<>();
        private final Set<Platform> platforms = new LinkedHashSet<>();
        private final Set<Program> programs = new LinkedHashSet<>();
        private final Map<String, List<String>> remarks = new LinkedHashMap<>();

        Assembly(Identity seen) {
            this.seen = seen;
        }

        Machine of(List<MachineFile> files, List<MachineFile> all) {
            List<MachineFile> own = seen.isUnknown() ? files : own(files);
            boolean agree = agree(own, 4) && agree(own, 6);
            for (MachineFile file : own) {
                if (agree) {
                    file.activeRoutes()
                            .forEach(entry -> routes.add(new RouteLookup.TableRoute(file.route(entry), entry.table())));
                    rules.addAll(file.words().entries().rules());
                }
                addresses.addAll(file.identity().addresses());
                file.words().entries().neighbors().forEach(this::keep);
                interfaces.addAll(file.words().entries().interfaces());
                file.platforms().forEach(platforms::add);
                file.programs().forEach(programs::add);
            }
            if (routes.isEmpty() && agree) {
                statedGateways(own);
            }
            RouteLookup lookup = new RouteLookup(routes, rules, WholeTable.isGiven(own, routes, rules));
            List<MachineFile> others = new ArrayList<>(all);
            others.removeAll(own);
            return new Machine(
                    addresses,
                    lookup,
                    neighbors,
                    interfaces,
                    platforms,
                    programs,
                    remarks,
                    TunnelWords.of(own, others, interfaces, lookup));
        }

        /**
         * The files of this machine. A router's words are a far end's by default: they are this machine's only where
         * they name its addresses, and no other words do.
         */
        private List<MachineFile> own(List<MachineFile> files) {
            boolean isRouter = files.stream()
                            .anyMatch(file -> file.isOfRouter() && file.origin(seen) == Origin.THIS_MACHINE)
                    && files.stream().noneMatch(file -> !file.isOfRouter() && file.origin(seen) == Origin.THIS_MACHINE);
            return files.stream()
                    .filter(file -> file.isOfRouter() ? isRouter && file.origin(seen) != Origin.FAR_END : isOwn(file))
                    .toList();
        }

        private boolean isOwn(MachineFile file) {
            boolean isOwn = file.origin(seen) != Origin.FAR_END;
            boolean says = !file.words().entries().routes().isEmpty()
                    || !file.words().entries().interfaces().isEmpty();
            if (!isOwn && says) {
                remark(
                        file,
                        "of another machine than the one that sends the captured IPsec packets, or of another time:"
                                + " it has none of its addresses; left out of account");
            }
            return isOwn;
        }

        /** Whether all outputs of the table say the same. */
        private boolean agree(List<MachineFile> files, int version) {
            List<MachineFile> tables = files.stream()
                    .filter(file -> !file.routesByRouters(version).isEmpty())
                    .toList();
            for (MachineFile file : tables) {
                for (MachineFile other : tables) {
                    Optional<String> surplus = file.surplus(other, version);
                    if (surplus.isPresent()) {
                        remark(
                                file,
                                "has a route for " + surplus.get() + ", which " + other.shortName()
                                        + " has not: give only the table that was in force during the capture; neither is used");
                        return false;
                    }
                }
            }
            return true;
        }

        private void keep(NeighborEntry entry) {
            entry.mac()
                    .filter(mac -> mac.octets() != 0 && !mac.isGroup())
                    .ifPresent(mac -> neighbors.putIfAbsent(entry.address(), mac));
        }

        /** Without a table, the list of interfaces tells at least what is on the link, and the default gateways. */
        private void statedGateways(List<MachineFile> files) {
            for (MachineFile file : files) {
                for (InterfaceEntry card : file.words().entries().interfaces()) {
                    String origin = file.shortName() + " line " + card.line();
                    Optional<String> name = Optional.of(card.name());
                    card.addresses().stream()
                            .filter(own -> own.prefixLength().isPresent())
                            .map(own -> IpPrefix.holding(
                                    own.address(), own.prefixLength().getAsInt()))
                            .forEach(link -> add(new Route(link, new RouteEntry.Target.OnLink(), name, 0, origin)));
                    card.gateways()
                            .forEach(gateway -> add(new Route(
                                    IpPrefix.all(gateway.version()),
                                    new RouteEntry.Target.Gateway(gateway),
                                    name,
                                    0,
                                    origin)));
                }
            }
            if (routes.stream().noneMatch(entry -> entry.route().destination().isDefault())) {
                routes.clear();
            }
        }

        private void add(Route route) {
            routes.add(new RouteLookup.TableRoute(route, Optional.empty()));
        }

        private void remark(MachineFile file, String text) {
            remarks.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(text);
        }
    }
}
