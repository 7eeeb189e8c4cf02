package io.github.espial.report.route;

import io.github.espial.infer.NextHop;
import io.github.espial.infer.NextHop.Role;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * A next hop as a reader sees it.
 *
 * @param mac where frames for it are sent; empty where no capture tells
 * @param addresses its addresses on the link
 * @param interfaceName the capture's name of the interface it was seen on
 * @param roles what it is for a server
 */
public record DrawnRouter(
        Optional<MacAddress> mac, List<IpAddress> addresses, Optional<String> interfaceName, List<Role> roles) {
    public DrawnRouter {
        addresses = List.copyOf(addresses);
        roles = List.copyOf(roles);
    }

    static DrawnRouter of(NextHop hop) {
        return new DrawnRouter(Optional.of(hop.mac()), hop.addresses(), hop.interfaceName(), hop.roles());
    }

    static DrawnRouter of(Station station) {
        return new DrawnRouter(station.mac(), station.address().stream().toList(), Optional.empty(), List.of());
    }

    /** What frames were handed to, where a MAC, or its absence, is all that is known. */
    static DrawnRouter of(Optional<MacAddress> mac) {
        return new DrawnRouter(mac, List.of(), Optional.empty(), List.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether {@code station} is this router: by MAC, or by an address where the MAC is another or not known. */
    boolean is(Station station) {
        return (mac.isPresent() && station.mac().equals(mac))
                || station.address().filter(addresses::contains).isPresent();
    }

    /** What a next hop is to a server, the most telling first. */
    public enum Part {
        /** Nothing is known of it. */
        UNSEEN,
        /** The peer itself, on the server's link. */
        PEER,
        DEFAULT_GATEWAY,
        /** The proper next hop of a peer, and no default gateway. */
        OTHER_ROUTER,
        ROUTER
    }

    /** What it is before all. */
    public Part part() {
        if (mac.isEmpty() && addresses.isEmpty()) {
            return Part.UNSEEN;
        }
        if (is(Role.PEER)) {
            return Part.PEER;
        }
        if (is(Role.DEFAULT_GATEWAY)) {
            return Part.DEFAULT_GATEWAY;
        }
        return is(Role.TO_PEER) ? Part.OTHER_ROUTER : Part.ROUTER;
    }

    public boolean isVirtual() {
        return is(Role.VIRTUAL_ROUTER);
    }

    public boolean isProperForSome() {
        return is(Role.TO_PEER);
    }
}
