package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * A station that a server hands packets for other networks to, or a router that the capture tells of.
 *
 * @param mac where frames for it are sent
 * @param addresses addresses it claims on the link, in order
 * @param interfaceName the capture's name of the interface it was seen on
 * @param roles what it is for the server
 * @param evidence why
 */
public record NextHop(
        MacAddress mac,
        List<IpAddress> addresses,
        Optional<String> interfaceName,
        List<Role> roles,
        List<Evidence> evidence) {
    public NextHop {
        addresses = List.copyOf(addresses);
        roles = List.copyOf(roles);
        evidence = List.copyOf(evidence);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** This next hop by MAC and the address that a route for {@code destination} names it by. */
    public Station station(IpAddress destination) {
        return new Router(List.of(mac), addresses, List.of()).station(mac, destination);
    }

    /** This next hop by MAC and first address. */
    public Station station() {
        return new Station(Optional.of(mac), addresses.stream().findFirst());
    }

    /** What a next hop is for a server. */
    public enum Role {
        /** Takes packets that no other route matches. */
        DEFAULT_GATEWAY("default-gateway"),
        /** A MAC that several routers may serve (VRRP, CARP, HSRP, GLBP). */
        VIRTUAL_ROUTER("virtual-router"),
        /** The proper next hop of a peer. */
        TO_PEER("to-peer"),
        /** The peer itself, on the same link. */
        PEER("peer");

        private final String text;

        Role(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
