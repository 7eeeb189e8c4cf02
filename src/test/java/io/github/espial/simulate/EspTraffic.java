package io.github.espial.simulate;

import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.Icmpv4View;
import io.github.espial.wire.OctetWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** ESP that leaves, what wrong next hops make of it, and the answers. */
final class EspTraffic {
    private static final double ANSWERED = 0.8;
    private static final double REDIRECTED = 0.3;
    private static final int NAT_TRAVERSAL = 4500;
    private static final int PROHIBITED = 13;
    private static final int QUOTED = 28;

    private final Network network;
    private final Dice dice;
    private final Wire wire;
    private final Witness witness;
    private final Map<Long, Integer> numbers = new HashMap<>();

    EspTraffic(Network network, Dice dice, Wire wire, Witness witness) {
        this.network = network;
        this.dice = dice;
        this.wire = wire;
        this.witness = witness;
    }

    /** The machine sends a packet, which meets its fate. */
    void send(Machine machine, Peer peer, Tunnel tunnel, int step) {
        Via via = tunnel.course().at(step);
        boolean isRight = tunnel.course().agrees(peer.proper(), step);
        byte[] blob = blob(tunnel.outbound(), tunnel.first());
        UnaryOperator<FrameBuilder> packet = packet(peer, peer.source(), peer.address(), machine.ttl(), blob);
        String hop = via.router().mac(step);
        boolean isSeen = wire.put(
                Tap.Sort.ESP,
                via.card().link(),
                packet.apply(wire.ethernet(machine.macTo(peer.address(), via.card()), hop)));
        Witness.Sent sent = witness.of(tunnel);
        if (isSeen) {
            witness.of(peer).goes(hop);
            sent.count(isRight);
        }
        boolean isDelivered = network.isAlive(via.router(), step);
        if (!isRight && isDelivered) {
            react(machine, peer, via, packet, sent, step);
            isDelivered = peer.reaction().isDelivering();
        }
        if (isDelivered && step < peer.answersUntil() && dice.chance(ANSWERED) && answer(peer, tunnel, step)) {
            sent.answered(isRight);
        }
    }

    private boolean answer(Peer peer, Tunnel tunnel, int step) {
        Router router = peer.comesBy(step);
        Card card = peer.proper().at(step).card();
        byte[] blob = blob(tunnel.inbound(), tunnel.first());
        int hops = router.address().equals(peer.address()) ? 64 : 58;
        return wire.put(
                Tap.Sort.ESP,
                card.link(),
                packet(peer, peer.address(), peer.source(), hops, blob)
                        .apply(wire.ethernet(router.sender(step), card.mac())));
    }

    private void react(
            Machine machine, Peer peer, Via via, UnaryOperator<FrameBuilder> packet, Witness.Sent sent, int step) {
        Card card = via.card();
        FrameBuilder notice = wire.ethernet(via.router().sender(step), card.mac());
        Via proper = peer.proper().at(step);
        boolean isSameLink = proper.card().link() == card.link();
        switch (peer.reaction()) {
            case DROP, FORWARD -> {}
            case HAIRPIN -> {
                if (isSameLink) {
                    wire.put(
                            Tap.Sort.ESP,
                            card.link(),
                            packet.apply(wire.ethernet(
                                            via.router().sender(step),
                                            proper.router().mac(step)))
                                    .ttl(machine.ttl() - 1));
                }
            }
            case REDIRECT -> {
                if (isSameLink && !network.isIpv6() && dice.chance(REDIRECTED)) {
                    boolean isSeen = wire.put(
                            Tap.Sort.NOTICE,
                            card.link(),
                            notice.ipv4(via.router().active(step).address(), peer.source())
                                    .redirect(proper.router().address())
                                    .quoting(packet.apply(FrameBuilder.bare()), QUOTED));
                    sent.redirects += isSeen && network.tap().showsNotices() ? 1 : 0;
                }
            }
            case REJECT -> {
                if (!network.isIpv6()) {
                    wire.put(
                            Tap.Sort.NOTICE,
                            card.link(),
                            notice.ipv4(via.router().active(step).address(), peer.source())
                                    .icmp(Icmpv4View.DESTINATION_UNREACHABLE, PROHIBITED, 0)
                                    .quoting(packet.apply(FrameBuilder.bare()), QUOTED));
                }
            }
        }
    }

    private byte[] blob(long spi, int first) {
        int number = numbers.merge(spi, first, (before, start) -> before + 1);
        return new OctetWriter()
                .u32(spi)
                .u32(number)
                .octets(dice.octets(dice.oneOf(72, 88, 104, 136, 600)))
                .toOctets();
    }

    private static UnaryOperator<FrameBuilder> packet(
            Peer peer, String source, String destination, int ttl, byte[] blob) {
        return start -> {
            FrameBuilder ip = start.ip(source, destination).ttl(ttl);
            return peer.isNatTraversal()
                    ? ip.udp(NAT_TRAVERSAL, NAT_TRAVERSAL).payload(blob)
                    : ip.protocol(50).payload(blob);
        };
    }
}
