package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stations are to peers, found by MAC and address: there may be thousands of both. */
final class PlacesOfPeers {
    private static final int NOWHERE = Integer.MAX_VALUE;

    /** Places of the first peer in the list that is meant. */
    private final Map<MacAddress, Integer> expectedMacs = new HashMap<>();

    private final Map<IpAddress, Integer> expectedAddresses = new HashMap<>();
    private final Map<IpAddress, Integer> peers = new HashMap<>();
    /** Several stations may be one router, which has all their addresses. */
    private final Map<Router, First> known = new HashMap<>();

    PlacesOfPeers(List<Peer> all) {
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            peers.putIfAbsent(all.get(i).address(), place);
            all.get(i).expected().map(Peer.Expectation::nextHop).ifPresent(station -> {
                station.mac().ifPresent(mac -> expectedMacs.putIfAbsent(mac, place));
                station.address()
                        .filter(address -> station.mac().isEmpty())
                        .ifPresent(address -> expectedAddresses.putIfAbsent(address, place));
            });
        }
    }

    /** Whether a station is the proper next hop of a peer, or a peer itself: first what the first peer shows. */
    List<NextHop.Role> rolesOf(MacAddress mac, Router router) {
        First first = known.computeIfAbsent(
                router, key -> new First(lowest(expectedAddresses, router), lowest(peers, router)));
        int expected = Math.min(first.expected(), expectedMacs.getOrDefault(mac, NOWHERE));
        Stream<NextHop.Role> roles = expected <= first.peer()
                ? Stream.of(NextHop.Role.TO_PEER, NextHop.Role.PEER)
                : Stream.of(NextHop.Role.PEER, NextHop.Role.TO_PEER);
        return roles.filter(role -> (role == NextHop.Role.PEER ? first.peer() : expected) != NOWHERE)
                .toList();
    }

    private static int lowest(Map<IpAddress, Integer> places, Router router) {
        int lowest = NOWHERE;
        for (IpAddress address : router.addresses()) {
            lowest = Math.min(lowest, places.getOrDefault(address, NOWHERE));
        }
        return lowest;
    }

    private record First(int expected, int peer) {}
}
