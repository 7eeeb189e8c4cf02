package io.github.espial.routing;

import io.github.espial.context.CryptoMapAt;
import io.github.espial.net.IpPrefix;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What takes packets of networks at the interface by which they leave.
 *
 * @param cryptoMaps the interfaces on which a crypto map protects what is for a network; none of a network of which packets
 *     have been protected, for then something takes them there
 * @param byRoute networks that nothing but their route into a tunnel's device names
 * @param wireGuard what is to be said of networks, or parts of them, that are routed into WireGuard
 */
public record Exits(
        Map<IpPrefix, Set<String>> cryptoMaps, Set<StatedNetwork> byRoute, Map<IpPrefix, String> wireGuard) {
    /** Nothing takes them. */
    public static final Exits NONE = new Exits(Map.of(), Set.of(), Map.of());

    /** Networks of which something is said. */
    private static final int MOST = 1000;

    public Exits {
        cryptoMaps = Map.copyOf(cryptoMaps);
        byRoute = Set.copyOf(byRoute);
        wireGuard = Map.copyOf(wireGuard);
    }

    static Exits of(
            List<MachineFile> own, List<StatedNetwork> networks, Set<StatedNetwork> byRoute, RouteLookup lookup) {
        Map<IpPrefix, Set<String>> maps = new TreeMap<>();
        Set<IpPrefix> used = new HashSet<>();
        for (MachineFile file : own) {
            for (CryptoMapAt map : file.words().entries().sightings().cryptoMaps()) {
                maps.computeIfAbsent(map.network(), network -> new TreeSet<>()).add(map.device());
                if (map.isUsed()) {
                    used.add(map.network());
                }
            }
        }
        maps.keySet().removeAll(used);
        WireGuardRemarks wireGuard = new WireGuardRemarks(own, lookup);
        Map<IpPrefix, String> into = new LinkedHashMap<>();
        for (StatedNetwork network : networks) {
            if (network.standing().mayCarry() && into.size() < MOST) {
                wireGuard.inner(network).forEach(into::putIfAbsent);
            }
        }
        return new Exits(maps, byRoute, into);
    }
}
