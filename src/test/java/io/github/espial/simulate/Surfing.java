package io.github.espial.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Packets for the Internet, which take the way that no route is needed for. */
final class Surfing {
    private static final int HTTPS = 443;

    private final Network network;
    private final Dice dice;
    private final Wire wire;
    private final Witness witness;
    private final List<String> sites = new ArrayList<>();

    Surfing(Network network, Dice dice, Wire wire, Witness witness) {
        this.network = network;
        this.dice = dice;
        this.wire = wire;
        this.witness = witness;
        for (int i = dice.oneOf(6, 12, 30); i > 0; i--) {
            sites.add(
                    network.isIpv6()
                            ? String.format(Locale.ROOT, "2001:db8:bb00::%x", dice.between(1, 0xffff))
                            : dice.between(80, 95) + "." + dice.between(0, 255) + "." + dice.between(0, 255) + "."
                                    + dice.between(1, 254));
        }
    }

    /** The machine does so, if it does at all. */
    void surf(Machine machine, int step, int times) {
        Via via = machine.standard().at(step);
        for (int i = 0; i < times && machine.surfs(); i++) {
            if (visit(machine, via, via.card().address(), step)) {
                witness.surfed(via.router().mac(step));
            }
        }
    }

    /** The hosts that its card bridges do. */
    void neighbors(Machine machine, int step) {
        for (String neighbor : machine.neighbors()) {
            if (dice.chance(0.2)) {
                visit(machine, machine.standard().at(step), neighbor, step);
            }
        }
    }

    private boolean visit(Machine machine, Via via, String source, int step) {
        String site = dice.oneOf(sites);
        Router router = via.router();
        int port = dice.between(1024, 65_535);
        int link = via.card().link();
        boolean isSeen = wire.put(
                Tap.Sort.INTERNET,
                link,
                wire.ethernet(machine.macTo(site, via.card()), router.mac(step))
                        .ip(source, site)
                        .ttl(machine.ttl())
                        .udp(port, HTTPS)
                        .payload(dice.octets(dice.between(40, 300))));
        if (network.isAlive(router, step) && dice.chance(0.9)) {
            wire.put(
                    Tap.Sort.INTERNET,
                    link,
                    wire.ethernet(router.sender(step), via.card().mac())
                            .ip(site, source)
                            .ttl(dice.between(45, 60))
                            .udp(HTTPS, port)
                            .payload(dice.octets(dice.between(40, 300))));
        }
        return isSeen;
    }
}
