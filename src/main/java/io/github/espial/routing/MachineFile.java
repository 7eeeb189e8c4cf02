package io.github.espial.routing;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.Program;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.SaCount;
import io.github.espial.context.file.ContextFile;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One file of words of a machine, and whose it is. */
final class MachineFile {
    private final ContextFile file;
    private final FileEnds ends;

    MachineFile(ContextFile file) {
        this.file = file;
        this.ends = ends(file, identity());
    }

    String name() {
        return file.name();
    }

    ContextFile words() {
        return file;
    }

    /** Whether nothing but a router's commands printed it: words of a far end, unless they show otherwise. */
    boolean isOfRouter() {
        boolean isRouter = false;
        for (ContextFile.Output output : file.outputs()) {
            if (!output.platform().isRouter() && output.platform() != Platform.ANY) {
                return false;
            }
            isRouter |= output.platform().isRouter();
        }
        return isRouter;
    }

    /** The machine's own addresses and cards, as far as the file tells. */
    Identity identity() {
        Set<IpAddress> addresses = new HashSet<>();
        Set<MacAddress> macs = new HashSet<>();
        for (InterfaceEntry card : file.entries().interfaces()) {
            card.mac().filter(mac -> mac.octets() != 0).ifPresent(macs::add);
            card.addresses().forEach(own -> addresses.add(own.address()));
        }
        file.entries().routes().stream()
                .flatMap(route -> route.interfaceAddress().stream())
                .forEach(addresses::add);
        if (isOfRouter()) {
            addresses.addAll(file.entries().sightings().ownAddresses());
        }
        addresses.removeIf(MachineFile::isEverywhere);
        return new Identity(addresses, macs);
    }

    /**
     * Whose words they are, as far as can be told: this machine's name one of its addresses or cards, or no own ones at
     * all, and then have a network that one of its addresses lies in.
     *
     * @param seen what the captures tell of this machine
     */
    Origin origin(Identity seen) {
        Identity own = identity();
        if (seen.isUnknown()) {
            return Origin.UNKNOWN;
        }
        if (!own.isUnknown()) {
            return own.meets(seen) ? Origin.THIS_MACHINE : Origin.FAR_END;
        }
        List<IpPrefix> links = activeRoutes()
                .filter(route -> route.target() instanceof RouteEntry.Target.OnLink
                        && !route.destination().isDefault())
                .map(RouteEntry::destination)
                .toList();
        boolean isNear = links.isEmpty()
                || links.stream().anyMatch(link -> seen.addresses().stream().anyMatch(link::contains));
        return isNear ? Origin.UNKNOWN : Origin.FAR_END;
    }

    /** All that the file states of either end of its tunnels. */
    FileEnds ends() {
        return ends;
    }

    private static FileEnds ends(ContextFile file, Identity identity) {
        Set<IpAddress> own = new HashSet<>(identity.addresses());
        Set<IpAddress> far = new HashSet<>();
        own.addAll(file.entries().sightings().ownAddresses());
        for (PolicyEntry policy : file.entries().policies()) {
            if (policy.way() == PolicyEntry.Way.OUT) {
                policy.template().source().ifPresent(own::add);
                FileEnds.far(policy, far);
            } else if (policy.way() == PolicyEntry.Way.IN) {
                policy.template().destination().ifPresent(own::add);
                policy.template().source().ifPresent(far::add);
            }
        }
        for (SaCount count : file.entries().sightings().counts()) {
            // Of an SA of one direction only the addresses tell which it is.
            if (count.in().isPresent()) {
                count.local().ifPresent(own::add);
                count.remote().ifPresent(far::add);
            }
        }
        own.removeIf(MachineFile::isEverywhere);
        far.removeAll(own);
        return new FileEnds(own, far, file.hostNames());
    }

    /** Whether it has any of the tables that tell a machine. */
    boolean hasTables() {
        return !file.entries().routes().isEmpty()
                || !file.entries().interfaces().isEmpty();
    }

    /** Routes in force. Those of a router count only where all of the file is its: else they are a far end's. */
    Stream<RouteEntry> activeRoutes() {
        return routesInForce()
                .filter(route -> isOfRouter()
                        || file.platformOf(route.line())
                                .filter(Platform::isRouter)
                                .isEmpty());
    }

    private Stream<RouteEntry> routesInForce() {
        return file.entries().routes().stream().filter(route -> route.store() == RouteEntry.Store.ACTIVE);
    }

    /** Routes of the main table by a router, of one IP version: what two outputs of one table share. */
    Set<String> routesByRouters(int version) {
        return activeRoutes()
                .filter(route ->
                        route.table().isEmpty() && route.destination().address().version() == version)
                .flatMap(route -> route.target() instanceof RouteEntry.Target.Gateway gateway
                        ? Stream.of(route.destination() + " by " + gateway.address())
                        : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Route route(RouteEntry entry) {
        return new Route(
                entry.destination(),
                entry.target(),
                entry.interfaceName().or(() -> entry.interfaceAddress().map(IpAddress::toString)),
                cost(entry),
                shortName() + " line " + entry.line());
    }

    /** What decides between equal prefixes; the metric of an interface may stand with the route, or with itself. */
    private long cost(RouteEntry entry) {
        long ofInterface = file.entries().interfaces().stream()
                .filter(card -> card.index().isPresent() && card.index().equals(entry.interfaceName()))
                .flatMapToLong(card -> card.metric().stream())
                .findFirst()
                .orElse(0);
        return entry.metric().whole().orElseGet(() -> entry.metric().own().orElse(0) + ofInterface);
    }

    /** The name without the folders before it. */
    String shortName() {
        String name = file.name();
        int cut = Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')), name.lastIndexOf('!'));
        return name.substring(cut + 1);
    }

    private static boolean isEverywhere(IpAddress address) {
        boolean isLoopback =
                address.version() == 4 ? address.low() >>> 24 == 127 : address.high() == 0 && address.low() == 1;
        return isLoopback || address.isUnspecified() || address.isMulticast();
    }

    /** The platforms whose commands printed the tables in the file; keys and policies may be printed elsewhere. */
    Stream<Platform> platforms() {
        Set<Integer> lines = new HashSet<>();
        file.entries().routes().forEach(route -> lines.add(route.line()));
        file.entries().interfaces().forEach(card -> lines.add(card.line()));
        file.entries().neighbors().forEach(neighbor -> lines.add(neighbor.line()));
        return file.outputs().stream()
                .filter(output -> output.platform() != Platform.ANY)
                .filter(output -> lines.stream()
                        .anyMatch(line -> line >= output.lines().first()
                                && line <= output.lines().last()))
                .map(ContextFile.Output::platform);
    }

    Stream<Program> programs() {
        return file.outputs().stream().map(ContextFile.Output::program);
    }

    /** What {@code this} has and {@code other} has not, of {@code routesByRouters}. */
    Optional<String> surplus(MachineFile other, int version) {
        Set<String> more = routesByRouters(version);
        more.removeAll(other.routesByRouters(version));
        return more.stream().findFirst();
    }
}
