package io.github.espial.report.route;

import io.github.espial.infer.NextHop;
import io.github.espial.infer.NextHop.Role;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** Addresses that a label names at most. */
    private static final int NAMED = 2;

    /** Characters of an interface's name that a label holds at most: Linux has 15, Windows may have any. */
    private static final int NAME_LENGTH = 24;

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

    /** What it is, in words. */
    public String title() {
        if (mac.isEmpty() && addresses.isEmpty()) {
            return "Next hop not in the capture";
        }
        if (is(Role.PEER)) {
            return "The peer itself, on link";
        }
        if (is(Role.DEFAULT_GATEWAY)) {
            return "Default gateway";
        }
        return is(Role.TO_PEER) ? "Other router" : "Router";
    }

    /** Roles that the title does not name, in words; empty when there is none. */
    public String otherRoles() {
        return Stream.of(
                        is(Role.VIRTUAL_ROUTER) ? "virtual router MAC" : "",
                        is(Role.TO_PEER) ? "proper next hop of a peer" : "")
                .filter(role -> !role.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String beginning(String name) {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…";
    }

    /** Everything on one line: addresses, MAC, interface and title. */
    public String label() {
        Stream<String> known = Stream.concat(
                addresses.stream().limit(NAMED).map(IpAddress::toString),
                mac.stream().map(MacAddress::toString));
        String station = Stream.concat(known, interfaceName.stream().map(DrawnRouter::beginning))
                .collect(Collectors.joining(" · "));
        return station.isEmpty() ? title() : station + " · " + title().toLowerCase(Locale.ROOT);
    }
}
