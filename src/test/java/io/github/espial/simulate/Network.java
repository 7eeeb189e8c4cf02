package io.github.espial.simulate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network and what goes on in it for a while.
 *
 * @param machines the failing server first
 * @param routers of all links
 * @param isIpv6 whether all addresses are of IP version 6
 * @param resolves whether ARP or neighbor discovery is seen
 * @param greets whether redundant routers send hellos
 * @param leases whether DHCP names the default gateway
 * @param tells whether the server's own table is handed over
 * @param notices steps that it takes to give up a dead default gateway
 * @param steps how long it goes on; an ESP packet or more each
 * @param pace microseconds between frames
 * @param tap what is captured
 * @param traits what is special, for whoever looks for the cause of a wrong verdict
 */
record Network(
        List<Machine> machines,
        List<Router> routers,
        boolean isIpv6,
        boolean resolves,
        boolean greets,
        boolean leases,
        boolean tells,
        int notices,
        int steps,
        long pace,
        Tap tap,
        Set<String> traits) {
    Network {
        machines = List.copyOf(machines);
        routers = List.copyOf(routers);
    }

    Machine server() {
        return machines.get(0);
    }

    /** A default gateway that is given up for another was dead for a while before. */
    boolean isAlive(Router router, int step) {
        Course standard = server().standard();
        return !standard.isTurning() || !standard.first().router().equals(router) || step < standard.turn() - notices;
    }

    Stream<Peer> peers() {
        return machines.stream().flatMap(machine -> machine.peers().stream());
    }
}
