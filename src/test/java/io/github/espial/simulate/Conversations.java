package io.github.espial.simulate;

import java.util.HashMap;
import java.util.Map;

/** IKE between the machines and their peers. */
final class Conversations {
    private static final int IKE = 500;
    private static final int NAT_TRAVERSAL = 4500;
    private static final int RETRANSMISSIONS = 3;

    private final Network network;
    private final Dice dice;
    private final Wire wire;
    private final Witness witness;
    private final Map<Peer, IkeOctets> messages = new HashMap<>();
    private final Map<Peer, Integer> exchanges = new HashMap<>();

    Conversations(Network network, Dice dice, Wire wire, Witness witness) {
        this.network = network;
        this.dice = dice;
        this.wire = wire;
        this.witness = witness;
    }

    /** The SAs are negotiated. */
    void begin(Machine machine, Peer peer) {
        IkeOctets ike = messages(peer);
        exchanges.put(peer, ike.exchanges());
        if (!peer.has(Peer.Negotiation.AT_START)) {
            return;
        }
        if (peer.has(Peer.Negotiation.TRIED_ELSEWHERE)) {
            IkeOctets failing = new IkeOctets(dice, peer.has(Peer.Negotiation.VERSION_1));
            for (int i = 0; i < RETRANSMISSIONS; i++) {
                leave(machine, peer, peer.tunnels().get(0).course().at(0), failing, 0, true, 0);
                wire.rest(500_000);
            }
        }
        for (int number = 0; number < ike.exchanges(); number++) {
            exchange(machine, peer, number, 0, true);
        }
    }

    /** One end asks whether the other is there. */
    void check(Machine machine, Peer peer, int step) {
        int number = exchanges.merge(peer, 1, Integer::sum) - 1;
        boolean isAnswered = network.isAlive(peer.ike().at(step).router(), step) && step < peer.answersUntil();
        exchange(machine, peer, number, step, isAnswered);
    }

    private void exchange(Machine machine, Peer peer, int number, int step, boolean isAnswered) {
        IkeOctets ike = messages(peer);
        Via via = peer.ike().at(step);
        boolean isSeen;
        if (peer.has(Peer.Negotiation.BEGUN_BY_PEER) && number < ike.exchanges()) {
            arrive(peer, ike, number, true, step);
            isSeen = leave(machine, peer, via, ike, number, false, step);
        } else {
            isSeen = leave(machine, peer, via, ike, number, true, step);
            if (isAnswered) {
                arrive(peer, ike, number, false, step);
            }
        }
        if (isSeen) {
            Witness.Talk talk = witness.of(peer);
            talk.goes(via.router().mac(step));
            if (!isAnswered) {
                talk.unanswered++;
            } else if (peer.ike().agrees(peer.proper(), step)) {
                talk.answered++;
            }
        }
    }

    private boolean leave(Machine machine, Peer peer, Via via, IkeOctets ike, int number, boolean isRequest, int step) {
        int port = port(peer, ike, number);
        return wire.put(
                Tap.Sort.IKE,
                via.card().link(),
                wire.ethernet(
                                machine.macTo(peer.address(), via.card()),
                                via.router().mac(step))
                        .ip(peer.source(), peer.address())
                        .ttl(machine.ttl())
                        .udp(port, port)
                        .payload(marker(port))
                        .payload(ike.message(number, isRequest)));
    }

    private void arrive(Peer peer, IkeOctets ike, int number, boolean isRequest, int step) {
        int port = port(peer, ike, number);
        Router router = peer.comesBy(step);
        Card card = peer.proper().at(step).card();
        wire.put(
                Tap.Sort.IKE,
                card.link(),
                wire.ethernet(router.sender(step), card.mac())
                        .ip(peer.address(), peer.source())
                        .ttl(router.address().equals(peer.address()) ? 64 : 58)
                        .udp(port, port)
                        .payload(marker(port))
                        .payload(ike.message(number, isRequest)));
    }

    private static int port(Peer peer, IkeOctets ike, int number) {
        return peer.isNatTraversal() && ike.isAfterNatDetection(number) ? NAT_TRAVERSAL : IKE;
    }

    private static byte[] marker(int port) {
        return new byte[port == NAT_TRAVERSAL ? 4 : 0];
    }

    private IkeOctets messages(Peer peer) {
        return messages.computeIfAbsent(peer, key -> new IkeOctets(dice, key.has(Peer.Negotiation.VERSION_1)));
    }
}
