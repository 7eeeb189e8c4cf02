package io.github.espial.simulate;

/** Plays a network: who sends what, step by step, and what comes back. */
final class Traffic {
    private final Network network;
    private final Dice dice;
    private final Household household;
    private final Surfing surfing;
    private final Conversations ike;
    private final EspTraffic esp;

    private Traffic(Network network, Dice dice, Wire wire, Witness witness) {
        this.network = network;
        this.dice = dice;
        household = new Household(network, dice, wire, witness);
        surfing = new Surfing(network, dice, wire, witness);
        ike = new Conversations(network, dice, wire, witness);
        esp = new EspTraffic(network, dice, wire, witness);
    }

    /** Plays all of it onto {@code wire}, and tells {@code witness} of it. */
    static void play(Network network, Dice dice, Wire wire, Witness witness) {
        new Traffic(network, dice, wire, witness).play();
    }

    private void play() {
        household.begin();
        for (Machine machine : network.machines()) {
            surfing.surf(machine, 0, 4);
            for (Peer peer : machine.peers()) {
                ike.begin(machine, peer);
                surfing.surf(machine, 0, 1);
            }
        }
        for (int step = 0; step < network.steps(); step++) {
            household.pass(step);
            for (Machine machine : network.machines()) {
                if (machine.equals(network.server()) || dice.chance(0.4)) {
                    act(machine, step);
                }
            }
        }
    }

    private void act(Machine machine, int step) {
        if (dice.chance(0.5)) {
            surfing.surf(machine, step, 1);
        }
        surfing.neighbors(machine, step);
        Peer peer = dice.oneOf(machine.peers());
        esp.send(machine, peer, dice.oneOf(peer.tunnels()), step);
        if (peer.has(Peer.Negotiation.REPEATED) && dice.chance(0.08)) {
            ike.check(machine, peer, step);
        }
    }
}
