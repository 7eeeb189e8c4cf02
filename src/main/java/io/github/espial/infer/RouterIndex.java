package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routers by MAC, VLAN and address, so that those which are the same as another are found without a look at all. */
final class RouterIndex {
    private final Map<Router, Integer> places = new LinkedHashMap<>();
    private final Map<MacAddress, Map<List<Integer>, List<Router>>> byMac = new HashMap<>();
    private final Map<IpAddress, List<Router>> byAddress = new HashMap<>();
    private final Map<IpAddress, List<Router>> unnamed = new HashMap<>();
    private int added;

    /** Adds {@code router} behind all others, unless it is there. */
    void add(Router router) {
        if (places.putIfAbsent(router, added) != null) {
            return;
        }
        added++;
        for (MacAddress mac : router.macs()) {
            byMac.computeIfAbsent(mac, key -> new HashMap<>())
                    .computeIfAbsent(router.vlans(), key -> new ArrayList<>())
                    .add(router);
        }
        for (IpAddress address : router.addresses()) {
            byAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(router);
            if (router.macs().isEmpty()) {
                unnamed.computeIfAbsent(address, key -> new ArrayList<>()).add(router);
            }
        }
    }

    void remove(Router router) {
        if (places.remove(router) == null) {
            return;
        }
        for (MacAddress mac : router.macs()) {
            byMac.getOrDefault(mac, Map.of())
                    .getOrDefault(router.vlans(), new ArrayList<>())
                    .remove(router);
        }
        for (IpAddress address : router.addresses()) {
            byAddress.getOrDefault(address, new ArrayList<>()).remove(router);
            unnamed.getOrDefault(address, new ArrayList<>()).remove(router);
        }
    }

    /** All that {@link Router#isSameAs} finds to be {@code router}, in the order in which they were added. */
    List<Router> sameAs(Router router) {
        Set<Router> found = new HashSet<>();
        for (MacAddress mac : router.macs()) {
            Map<List<Integer>, List<Router>> byVlans = byMac.getOrDefault(mac, Map.of());
            if (router.vlans().isEmpty()) {
                byVlans.values().forEach(found::addAll);
            } else {
                found.addAll(byVlans.getOrDefault(router.vlans(), List.of()));
                found.addAll(byVlans.getOrDefault(List.<Integer>of(), List.of()));
            }
        }
        found.addAll(byAddress(router));
        List<Router> same = new ArrayList<>();
        for (Router one : found) {
            if (one.isSameAs(router)) {
                same.add(one);
            }
        }
        if (same.size() > 1) {
            same.sort(Comparator.comparing(places::get));
        }
        return same;
    }

    /** Addresses are compared only where one of the two has no MAC. */
    private Set<Router> byAddress(Router router) {
        Map<IpAddress, List<Router>> index = router.macs().isEmpty() ? byAddress : unnamed;
        Set<Router> found = new HashSet<>();
        if (index.size() < router.addresses().size()) {
            index.values().forEach(found::addAll);
        } else {
            router.addresses().forEach(address -> found.addAll(index.getOrDefault(address, List.of())));
        }
        return found;
    }
}
