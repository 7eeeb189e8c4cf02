package io.github.espial.simulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is right to say of a capture.
 *
 * @param expect verdicts that are right
 * @param must whether the fault has to be found
 * @param misrouted SPIs whose packets went wrong, as reports write them
 * @param hops next hops of each peer
 * @param traits of the network
 */
record Truth(Set<String> expect, boolean must, Set<String> misrouted, Map<String, Hops> hops, Set<String> traits) {
    static final String MISROUTED = "misrouted";
    static final String HEALTHY = "healthy";
    static final String UNDETERMINED = "undetermined";
    static final String NO_IPSEC = "no-ipsec";

    /**
     * Next hops of a peer.
     *
     * @param proper MACs that its packets should go to
     * @param addresses what routes call those routers
     * @param actual MACs that they went to wrongly
     */
    record Hops(Set<String> proper, Set<String> addresses, Set<String> actual) {
        Hops() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    static Truth of(Network network, Witness witness) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        Set<String> misrouted = new TreeSet<>();
        Map<String, Hops> hops = new TreeMap<>();
        for (Machine machine : network.machines()) {
            for (Peer peer : machine.peers()) {
                standings.add(Standing.of(network, peer, witness));
                Hops ofPeer = hops.computeIfAbsent(peer.address(), key -> new Hops());
                ofPeer.proper().addAll(peer.proper().macs(network.steps(), peer.proper(), true));
                ofPeer.addresses().add(peer.proper().first().router().address());
                ofPeer.addresses().add(peer.proper().second().router().address());
                for (Tunnel tunnel : peer.tunnels()) {
                    if (witness.of(tunnel).wrong > 0) {
                        misrouted.add(String.format(Locale.ROOT, "0x%08x", tunnel.outbound()));
                        ofPeer.actual().addAll(tunnel.course().macs(network.steps(), peer.proper(), false));
                    }
                }
            }
        }
        return new Truth(expect(standings), standings.contains(Standing.WRONG), misrouted, hops, network.traits());
    }

    private static Set<String> expect(Set<Standing> standings) {
        if (standings.contains(Standing.WRONG)) {
            return Set.of(MISROUTED);
        }
        if (standings.contains(Standing.WRONG_UNPROVEN)) {
            return Set.of(MISROUTED, UNDETERMINED);
        }
        if (standings.contains(Standing.WRONG_HIDDEN)) {
            return Set.of(MISROUTED, UNDETERMINED, HEALTHY);
        }
        if (standings.contains(Standing.SILENT)) {
            return Set.of(UNDETERMINED);
        }
        if (standings.contains(Standing.RIGHT_UNPROVEN)) {
            return Set.of(HEALTHY, UNDETERMINED);
        }
        if (standings.contains(Standing.RIGHT)) {
            return Set.of(HEALTHY);
        }
        return Set.of(UNDETERMINED, NO_IPSEC);
    }

    /** In the form that scripts read: {@code truth.json}. */
    String toJson() {
        List<String> peers = new ArrayList<>();
        Map<String, String> routers = new LinkedHashMap<>();
        hops.forEach((peer, ofPeer) -> {
            peers.add("  %s: {\"proper\": %s, \"actual\": %s}"
                    .formatted(quoted(peer), list(ofPeer.proper()), list(ofPeer.actual())));
            for (String address : ofPeer.addresses()) {
                for (String mac : ofPeer.proper()) {
                    routers.put(address + " " + mac, "[" + quoted(address) + ", " + quoted(mac) + "]");
                }
            }
        });
        String named = routers.entrySet().stream()
                .map(router -> quoted(router.getKey()) + ": " + router.getValue())
                .collect(Collectors.joining(", "));
        return """
                {"expect": %s,
                 "must": %s,
                 "misroutedSpis": %s,
                 "hops": {
                %s},
                 "routers": {%s},
                 "traits": %s}
                """.formatted(list(expect), must, list(misrouted), String.join(",\n", peers), named, list(traits));
    }

    private static String list(Set<String> words) {
        return new TreeSet<>(words).stream().map(Truth::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
