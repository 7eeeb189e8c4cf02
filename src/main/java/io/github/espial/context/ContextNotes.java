package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What parsers have read of one file so far, in its order; at most {@link #MAX_KEPT} of each kind are kept. */
public final class ContextNotes {
    /** As many routes as routers of the whole Internet have, and an end to the memory that a hostile file takes. */
    public static final int MAX_KEPT = 1 << 20;

    /** More than a person reads. */
    public static final int MAX_PROBLEMS = 100;

    private static final int MAX_TEXT = 300;

    /** More than any machine has. */
    private static final int MAX_OWN = 10_000;

    private final List<RouteEntry> routes = new ArrayList<>();
    private final List<RuleEntry> rules = new ArrayList<>();
    private final List<NeighborEntry> neighbors = new ArrayList<>();
    private final List<InterfaceEntry> interfaces = new ArrayList<>();
    private final List<PolicyEntry> policies = new ArrayList<>();
    private final List<SaKeyEntry> keys = new ArrayList<>();
    private final List<IkeKeyEntry> ikeKeys = new ArrayList<>();
    private final List<SaCount> counts = new ArrayList<>();
    private final Set<IpAddress> ownAddresses = new LinkedHashSet<>();
    private final Set<String> emptyTables = new LinkedHashSet<>();
    private final List<BareIkeSa> bareIkeSas = new ArrayList<>();
    private final List<WireGuardPeer> wireGuardPeers = new ArrayList<>();
    private final List<CryptoMapAt> cryptoMaps = new ArrayList<>();
    private final Map<String, HostName> hostNames = new LinkedHashMap<>();
    private final List<ContextProblem> problems = new ArrayList<>();
    private final Set<Object> full = Collections.newSetFromMap(new IdentityHashMap<>());
    private int otherProblems;

    public void add(RouteEntry route) {
        keep(routes, route, route.line());
    }

    public void add(RuleEntry rule) {
        keep(rules, rule, rule.line());
    }

    public void add(NeighborEntry neighbor) {
        keep(neighbors, neighbor, neighbor.line());
    }

    /**
     * Adds a neighbor as a table of an output has it; a problem where {@code address} is none.
     *
     * @param device name, index or own address of the interface, as the file has it
     * @param state word for it, as the file has it
     */
    public void addNeighbor(
            int line, String address, Optional<MacAddress> mac, Optional<String> device, Optional<String> state) {
        Optional<IpAddress> read = Words.address(address);
        if (read.isPresent()) {
            add(new NeighborEntry(line, read.get(), mac, device, state));
        } else {
            problem(line, "not an address: " + Shown.of(address));
        }
    }

    public void add(InterfaceEntry entry) {
        keep(interfaces, entry, entry.line());
    }

    public void add(PolicyEntry policy) {
        keep(policies, policy, policy.line());
    }

    public void add(SaKeyEntry entry) {
        keep(keys, entry, entry.line());
    }

    public void add(IkeKeyEntry entry) {
        keep(ikeKeys, entry, entry.line());
    }

    public void add(SaCount count) {
        keep(counts, count, count.line());
    }

    public void add(BareIkeSa ikeSa) {
        keep(bareIkeSas, ikeSa, ikeSa.line());
    }

    public void add(WireGuardPeer peer) {
        keep(wireGuardPeers, peer, peer.line());
    }

    public void add(CryptoMapAt map) {
        keep(cryptoMaps, map, map.line());
    }

    /** Notes an address of the machine that stands at no interface. */
    public void own(IpAddress address) {
        if (ownAddresses.size() < MAX_OWN) {
            ownAddresses.add(address);
        }
    }

    /** Notes a routing table that was asked for and holds nothing. */
    public void emptyTable(String name) {
        if (emptyTables.size() < MAX_PROBLEMS) {
            emptyTables.add(name);
        }
    }

    /** Notes what the machine is called, by an output or a prompt; each name is kept where it stands first. */
    public void add(HostName hostName) {
        if (hostNames.size() < MAX_PROBLEMS) {
            hostNames.putIfAbsent(hostName.name(), hostName);
        }
    }

    /**
     * Notes what is wrong with a line.
     *
     * @param text one line, of which the beginning is kept; never a key
     */
    public void problem(int line, String text) {
        if (problems.size() < MAX_PROBLEMS) {
            String kept = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
            problems.add(new ContextProblem(line, kept));
        } else {
            otherProblems++;
        }
    }

    /** How much is stated: each entry, and what is known of each interface. */
    public long count() {
        long count =
                (long) routes.size() + rules.size() + neighbors.size() + policies.size() + keys.size() + ikeKeys.size();
        count += counts.size() + ownAddresses.size() + emptyTables.size() + bareIkeSas.size() + wireGuardPeers.size();
        for (InterfaceEntry one : interfaces) {
            count += 1L
                    + one.addresses().size()
                    + one.gateways().size()
                    + (one.mac().isPresent() ? 1 : 0);
        }
        return count;
    }

    public ContextEntries entries() {
        return new ContextEntries(routes, rules, neighbors, interfaces, policies, keys, ikeKeys, sightings());
    }

    private Sightings sightings() {
        return new Sightings(
                counts, List.copyOf(ownAddresses), List.copyOf(emptyTables), bareIkeSas, wireGuardPeers, cryptoMaps);
    }

    public List<InterfaceEntry> interfaces() {
        return List.copyOf(interfaces);
    }

    /** In the order of the file, each once. */
    public List<HostName> hostNames() {
        return List.copyOf(hostNames.values());
    }

    /** The first problems, and the number of the others. */
    public List<ContextProblem> problems() {
        List<ContextProblem> all = new ArrayList<>(problems);
        if (otherProblems > 0) {
            all.add(new ContextProblem(0, otherProblems + " more problems"));
        }
        return List.copyOf(all);
    }

    private <T> void keep(List<T> entries, T entry, int line) {
        if (entries.size() < MAX_KEPT) {
            entries.add(entry);
        } else if (full.add(entries)) {
            problem(line, "more than " + MAX_KEPT + " entries; this one and those of its kind after it are left out");
        }
    }
}
