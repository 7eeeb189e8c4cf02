package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.SERVER;

import io.github.espial.bytes.Deadline;
import io.github.espial.capture.CaptureException;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.Breadth;
import io.github.espial.infer.Statements;
import io.github.espial.net.LinkTypes;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.IkeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Builds cases frame by frame, in the words of the lab.
 *
 * <pre>{@code
 * CaseReport report = CaseBuilder.in(LabNetwork.IPV4)
 *         .arp(SERVER, RT1).arp(SERVER, RT2)
 *         .background(RT1, 5)
 *         .ike(RT2)
 *         .espOut(RT1, 0xc0c86871L, 20)
 *         .report();
 * }</pre>
 *
 * <p>Frames follow each other after {@value #STEP} microseconds. What goes out and comes in does so between the server
 * and the peer named last.
 */
public final class CaseBuilder {
    private static final long STEP = 100_000;
    private static final long START = 1_700_000_000_000_000L;

    /** What the server sends with, and what is left of it when packets come from afar. */
    private static final int FRESH = 64;

    private static final int FROM_AFAR = 55;
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final int UNREACHABLE_V4 = 3;
    private static final int PROHIBITED_V4 = 13;
    private static final int UNREACHABLE_V6 = 1;
    private static final int PROHIBITED_V6 = 1;
    private static final int TCP_ACK = 0x10;
    private static final int OUTBOUND_FLAG = 2;
    private static final int INBOUND_FLAG = 1;
    private static final int COOKED_OUTGOING = 4;

    private final LabNetwork network;
    private final List<LabCapture> captures = new ArrayList<>();
    private final Map<String, Long> sequenceNumbers = new HashMap<>();
    private Optional<String> card = Optional.empty();
    private OptionalInt otherVlan = OptionalInt.empty();
    private Optional<Integer> snapLength = Optional.empty();
    private Statements stated = Statements.NONE;
    private TunnelContents inside = TunnelContents.UNKNOWN;
    private LabHost server = SERVER;
    private LabHost peer = PEER;
    private Protection protection = Protection.ESP;
    private boolean isCooked;
    private boolean tellsDirection;
    private boolean isReversed;
    private long ikeSpi = 0x1122334455667788L;
    private long micros = START;

    private CaseBuilder(LabNetwork network) {
        this.network = network;
        captures.add(new LabCapture(LinkTypes.ETHERNET));
    }

    /** What SAs carry their packets in. */
    public enum Protection {
        ESP,
        AH,
        ESP_IN_UDP
    }

    /** An empty case in a network of that kind. */
    public static CaseBuilder in(LabNetwork network) {
        return new CaseBuilder(network);
    }

    /** The lab as it should be known: both routers resolved, and other traffic by the default gateway. */
    public static CaseBuilder resolved(LabNetwork network) {
        return in(network).arp(SERVER, LabHost.RT1).arp(SERVER, LabHost.RT2).background(LabHost.RT1, 5);
    }

    /** What follows goes on between these two. */
    public CaseBuilder between(LabHost newServer, LabHost newPeer) {
        server = newServer;
        peer = newPeer;
        return this;
    }

    /** What follows is carried in {@code sort}. */
    public CaseBuilder protectedBy(Protection sort) {
        protection = sort;
        return this;
    }

    /** Lets time go by. */
    public CaseBuilder afterSeconds(double seconds) {
        micros += (long) (seconds * 1_000_000);
        return this;
    }

    /** Starts another capture, at the same time as the first. */
    public CaseBuilder nextCapture() {
        captures.add(new LabCapture(LinkTypes.ETHERNET));
        micros = START;
        return this;
    }

    /** Makes all a Linux cooked capture, which bears no destination MACs. */
    public CaseBuilder cooked() {
        isCooked = true;
        captures.clear();
        captures.add(new LabCapture(LinkTypes.LINUX_SLL));
        return this;
    }

    /** What follows is captured on the network card of that name. */
    public CaseBuilder onCard(String name) {
        card = Optional.of(name);
        return this;
    }

    /** What follows says whether {@link LabHost#SERVER}, on which it is captured, sent or received it. */
    public CaseBuilder onServer(String name) {
        tellsDirection = true;
        return onCard(name);
    }

    /** Cuts frames short. */
    public CaseBuilder snapLength(int octets) {
        snapLength = Optional.of(octets);
        return this;
    }

    /** Has every frame so far once more, as tools write that record a card at two places. */
    public CaseBuilder capturedTwice() {
        captures.forEach(LabCapture::repeatEach);
        return this;
    }

    public CaseBuilder stated(Statements statements) {
        stated = statements;
        return this;
    }

    /** What is known of inner packets. */
    public CaseBuilder knowing(TunnelContents innerPackets) {
        inside = innerPackets;
        return this;
    }

    /** The captures are given in reverse order. */
    public CaseBuilder inReverse() {
        isReversed = true;
        return this;
    }

    /** Does {@code what} on another VLAN. */
    public CaseBuilder onVlan(int id, Consumer<CaseBuilder> what) {
        OptionalInt before = otherVlan;
        otherVlan = OptionalInt.of(id);
        what.accept(this);
        otherVlan = before;
        return this;
    }

    /** Repeats {@code what} several times. */
    public CaseBuilder repeat(int times, Consumer<CaseBuilder> what) {
        for (int i = 0; i < times; i++) {
            what.accept(this);
        }
        return this;
    }

    /** {@code asker} resolves {@code asked}, and is answered. */
    public CaseBuilder arp(LabHost asker, LabHost asked) {
        String asking = network.addressOf(asker);
        String wanted = network.addressOf(asked);
        if (network.isIpv4()) {
            return add(asker, BROADCAST, frame -> frame.arpRequest(asker.mac(), asking, wanted))
                    .arpReply(asked, asker);
        }
        return add(
                        asker,
                        "33:33:ff:00:00:01",
                        frame -> frame.ipv6(asking, "ff02::1:ff00:1").neighborSolicitation(wanted, asker.mac()))
                .arpReply(asked, asker);
    }

    /** {@code asked} tells its MAC without having been asked in this capture. */
    public CaseBuilder arpReply(LabHost asked, LabHost asker) {
        String asking = network.addressOf(asker);
        String wanted = network.addressOf(asked);
        return add(
                asked,
                asker.mac(),
                frame -> network.isIpv4()
                        ? frame.arpReply(asked.mac(), wanted, asker.mac(), asking)
                        : frame.ipv6(wanted, asking).neighborAdvertisement(wanted, asked.mac(), 0xe0));
    }

    /** {@code proxy} answers in place of {@code host}, which is elsewhere (RFC 1027, RFC 4861 §7.2.8). */
    public CaseBuilder proxyArp(LabHost proxy, LabHost host, LabHost asker) {
        return network.isIpv4()
                ? arpReply(proxy.posingAs(host), asker)
                : add(
                        proxy,
                        asker.mac(),
                        frame -> frame.ipv6(proxy.ipv6(), asker.ipv6())
                                .neighborAdvertisement(host.ipv6(), proxy.mac(), 0xc0));
    }

    /** {@code host} announces its own address, as after a failover. */
    public CaseBuilder announce(LabHost host) {
        String address = network.addressOf(host);
        return network.isIpv4()
                ? add(host, BROADCAST, frame -> frame.arpRequest(host.mac(), address, address))
                : add(
                        host,
                        "33:33:00:00:00:01",
                        frame -> frame.ipv6(address, "ff02::1").neighborAdvertisement(address, host.mac(), 0xa0));
    }

    /** The server's other traffic: to {@code destinations} hosts elsewhere by {@code router}, with answers. */
    public CaseBuilder background(LabHost router, int destinations) {
        return background(router, router, destinations);
    }

    /** The same, with answers that come from {@code in}. */
    public CaseBuilder background(LabHost out, LabHost in, int destinations) {
        for (int i = 1; i <= destinations; i++) {
            exchange(out, in, elsewhere(i));
        }
        return this;
    }

    /** The same by one router, to other hosts: {@code first} are left out. */
    public CaseBuilder backgroundFrom(int first, LabHost router, int destinations) {
        for (int i = first + 1; i <= first + destinations; i++) {
            exchange(router, router, elsewhere(i));
        }
        return this;
    }

    private void exchange(LabHost out, LabHost in, LabHost elsewhere) {
        plain(server, out, server, elsewhere, FRESH);
        plain(in, server, elsewhere, server, FROM_AFAR);
    }

    private static LabHost elsewhere(int number) {
        return new LabHost("", "198.18.0." + number, "2001:db8:ff::" + number);
    }

    /** TCP to the peer's own address, by {@code router}. */
    public CaseBuilder plainOut(LabHost router, int frames) {
        return repeat(frames, lab -> plain(server, router, server, peer, FRESH));
    }

    /** A packet that {@code giver} hands to {@code taker}. */
    public CaseBuilder plain(LabHost giver, LabHost taker, LabHost source, LabHost destination, int hops) {
        return packet(
                giver,
                taker,
                source,
                destination,
                hops,
                frame -> frame.tcp(49_152, 443, TCP_ACK).payload(20));
    }

    /** IKE is negotiated by {@code router}. */
    public CaseBuilder ike(LabHost router) {
        return ike(router, router);
    }

    /** IKE that follows is of another IKE SA. */
    public CaseBuilder anotherIkeSa() {
        ikeSpi++;
        return this;
    }

    /** IKE goes out by one router and comes in by another. */
    public CaseBuilder ike(LabHost out, LabHost in) {
        return ikeOut(out, IkeView.V2_IKE_SA_INIT)
                .ikeIn(in, IkeView.V2_IKE_SA_INIT)
                .ikeOut(out, IkeView.V2_IKE_AUTH)
                .ikeIn(in, IkeView.V2_IKE_AUTH);
    }

    /** IKE version 1: main mode, then quick mode. */
    public CaseBuilder ikev1(LabHost router) {
        repeat(
                3,
                lab -> ikev1(server, router, server, peer, FRESH, IkeView.V1_MAIN_MODE)
                        .ikev1(router, server, peer, server, FROM_AFAR, IkeView.V1_MAIN_MODE));
        return ikev1(server, router, server, peer, FRESH, IkeView.V1_QUICK_MODE)
                .ikev1(router, server, peer, server, FROM_AFAR, IkeView.V1_QUICK_MODE)
                .ikev1(server, router, server, peer, FRESH, IkeView.V1_QUICK_MODE);
    }

    /** One request of the server. */
    public CaseBuilder ikeOut(LabHost router, int exchangeType) {
        return ike(server, router, server, peer, FRESH, exchangeType, 0x08);
    }

    /** One response of the peer. */
    public CaseBuilder ikeIn(LabHost router, int exchangeType) {
        return ike(router, server, peer, server, FROM_AFAR, exchangeType, 0x20);
    }

    /** One response of the peer with these payloads, of which the first is of SA. */
    public CaseBuilder ikeIn(LabHost router, int exchangeType, byte[] payloads) {
        return ike(router, server, peer, server, FROM_AFAR, exchangeType, 0x20, payloads);
    }

    /** An IKEv2 message that {@code giver} hands to {@code taker}. */
    public CaseBuilder ike(
            LabHost giver, LabHost taker, LabHost source, LabHost destination, int hops, int exchangeType, int flags) {
        return ike(giver, taker, source, destination, hops, exchangeType, flags, new byte[100]);
    }

    private CaseBuilder ike(
            LabHost giver,
            LabHost taker,
            LabHost source,
            LabHost destination,
            int hops,
            int exchangeType,
            int flags,
            byte[] payloads) {
        boolean isMarked = protection == Protection.ESP_IN_UDP && exchangeType != IkeView.V2_IKE_SA_INIT;
        return packet(
                giver,
                taker,
                source,
                destination,
                hops,
                frame -> (isMarked ? frame.udp(4500, 4500).nonEspMarker() : frame.udp(500, 500))
                        .ikev2(exchangeType, ikeSpi, 0x8877665544332211L, flags, 0)
                        .payload(payloads));
    }

    /** One message of version 1 of the peer with these payloads, of which the first is of SA. */
    public CaseBuilder ikev1In(LabHost router, int exchangeType, byte[] payloads) {
        return ikev1(router, server, peer, server, FROM_AFAR, exchangeType, payloads);
    }

    /** One message of version 1 of the server. */
    public CaseBuilder ikev1Out(LabHost router, int exchangeType) {
        return ikev1(server, router, server, peer, FRESH, exchangeType);
    }

    private CaseBuilder ikev1(
            LabHost giver, LabHost taker, LabHost source, LabHost destination, int hops, int exchangeType) {
        return ikev1(giver, taker, source, destination, hops, exchangeType, new byte[100]);
    }

    private CaseBuilder ikev1(
            LabHost giver,
            LabHost taker,
            LabHost source,
            LabHost destination,
            int hops,
            int exchangeType,
            byte[] payloads) {
        return packet(
                giver,
                taker,
                source,
                destination,
                hops,
                frame -> frame.udp(500, 500)
                        .ikev1(exchangeType, ikeSpi, 0x8877665544332211L, 0, 0)
                        .payload(payloads));
    }

    /** The server hands protected packets for the peer to {@code nextHop}. */
    public CaseBuilder espOut(LabHost nextHop, long spi, int frames) {
        return esp(server, nextHop, server, peer, FRESH, spi, frames);
    }

    /** Protected packets from the peer come from {@code router}. */
    public CaseBuilder espIn(LabHost router, long spi, int frames) {
        return esp(router, server, peer, server, FROM_AFAR, spi, frames);
    }

    /** {@code giver} hands what the server sends to the peer on to {@code taker}, with sequence numbers seen before. */
    public CaseBuilder forwarded(LabHost giver, LabHost taker, long spi, int frames) {
        sequenceNumbers.merge(key(server, peer, spi), (long) -frames, Long::sum);
        return esp(giver, taker, server, peer, FRESH - 1, spi, frames);
    }

    /** The server's next packet for the peer bears a sequence number so much higher than its turn would be, or lower. */
    public CaseBuilder skipOut(long spi, int numbers) {
        sequenceNumbers.merge(key(server, peer, spi), (long) numbers, Long::sum);
        return this;
    }

    /** The same of the peer's next packet. */
    public CaseBuilder skipIn(long spi, int numbers) {
        sequenceNumbers.merge(key(peer, server, spi), (long) numbers, Long::sum);
        return this;
    }

    /** Protected packets that {@code giver} hands to {@code taker}. */
    public CaseBuilder esp(
            LabHost giver, LabHost taker, LabHost source, LabHost destination, int hops, long spi, int frames) {
        for (int i = 0; i < frames; i++) {
            long sequenceNumber = sequenceNumbers.merge(key(source, destination, spi), 1L, Long::sum);
            packet(giver, taker, source, destination, hops, frame -> protect(frame, spi, sequenceNumber));
        }
        return this;
    }

    public CaseBuilder keepalives(LabHost router, int frames) {
        return repeat(
                frames,
                lab -> packet(
                        server,
                        router,
                        server,
                        peer,
                        FRESH,
                        frame -> frame.udp(4500, 4500).natKeepalive()));
    }

    /** L2TP in the clear, as captured: control messages to the peer. */
    public CaseBuilder l2tpOut(LabHost router, int frames) {
        return repeat(
                frames,
                lab -> packet(
                        server,
                        router,
                        server,
                        peer,
                        FRESH,
                        frame -> frame.udp(1701, 1701).l2tpControl(7, 0, 1, 1)));
    }

    /** L2TP in the clear, as captured: control messages and data from the peer. */
    public CaseBuilder l2tpIn(LabHost router, int frames) {
        return repeat(
                frames,
                lab -> packet(
                                router,
                                server,
                                peer,
                                server,
                                FROM_AFAR,
                                frame -> frame.udp(1701, 1701).l2tpControl(9, 0, 1, 1))
                        .packet(
                                router,
                                server,
                                peer,
                                server,
                                FROM_AFAR,
                                frame -> frame.udp(1701, 1701).l2tpData(9, 3).payload(40)));
    }

    /** {@code router} says that it does not deliver protected packets to the peer: prohibited. */
    public CaseBuilder rejects(LabHost router, long spi) {
        return network.isIpv4()
                ? icmp(router, UNREACHABLE_V4, PROHIBITED_V4, spi)
                : icmp(router, UNREACHABLE_V6, PROHIBITED_V6, spi);
    }

    /** {@code router} sends an ICMP error that quotes a protected packet to the peer. */
    public CaseBuilder icmp(LabHost router, int type, int code, long spi) {
        return packet(
                router,
                server,
                router,
                server,
                FRESH,
                frame -> frame.icmp(type, code, 0).quoting(quotation(spi), 64));
    }

    /** {@code router} says that a protected packet to the peer is too large for a link that takes {@code mtu} octets. */
    public CaseBuilder tooBig(LabHost router, int mtu, long spi) {
        return packet(
                router,
                server,
                router,
                server,
                FRESH,
                frame -> frame.tooLarge(mtu).quoting(quotation(spi), 64));
    }

    /** {@code router} says that {@code better} should be used for the peer. */
    public CaseBuilder redirects(LabHost router, LabHost better, long spi) {
        String gateway = network.addressOf(better);
        return packet(
                router,
                server,
                router,
                server,
                255,
                frame -> network.isIpv4()
                        ? frame.redirect(gateway).quoting(quotation(spi), 28)
                        : frame.ndpRedirect(gateway, network.addressOf(peer), better.mac(), quotation(spi)));
    }

    /** {@code router} advertises itself as a default router, of IPv6. */
    public CaseBuilder advertises(LabHost router) {
        return add(
                router,
                "33:33:00:00:00:01",
                frame -> frame.ipv6(router.ipv6(), "ff02::1").routerAdvertisement(1800, router.mac()));
    }

    /** DHCP gives the server {@code router}, and a route for {@code prefix} by {@code better}. */
    public CaseBuilder dhcp(LabHost router, String prefix, int prefixLength, LabHost better) {
        return add(
                router,
                server.mac(),
                frame -> frame.ipv4(router.ipv4(), server.ipv4())
                        .udp(67, 68)
                        .dhcp(2, server.mac(), server.ipv4())
                        .dhcpMessageType(5)
                        .dhcpRouters(router.ipv4())
                        .dhcpRoute(121, prefix, prefixLength, better.ipv4()));
    }

    /** Adds a packet. */
    public CaseBuilder packet(
            LabHost giver,
            LabHost taker,
            LabHost source,
            LabHost destination,
            int hops,
            UnaryOperator<FrameBuilder> content) {
        return add(
                giver,
                taker.mac(),
                frame -> content.apply(frame.ip(network.addressOf(source), network.addressOf(destination))
                        .ttl(hops)));
    }

    /** Adds a frame. */
    public CaseBuilder add(LabHost giver, String destinationMac, UnaryOperator<FrameBuilder> content) {
        boolean isSent = giver.mac().equals(SERVER.mac());
        FrameBuilder frame = isCooked
                ? FrameBuilder.cooked(isSent ? COOKED_OUTGOING : 0, giver.mac())
                : network.link(giver.mac(), destinationMac, otherVlan);
        LabCapture capture = captures.get(captures.size() - 1);
        int direction = tellsDirection ? (isSent ? OUTBOUND_FLAG : INBOUND_FLAG) : 0;
        capture.add(card.map(capture::card).orElse(0), micros, direction, content.apply(frame));
        micros += STEP;
        return this;
    }

    /** What all checks make of the case. */
    public CaseReport report() {
        return report(Checks.all(), Breadth.BUSIEST);
    }

    /** The report on so many pairs of hosts. */
    public CaseReport report(Breadth breadth) {
        return report(Checks.all(), breadth);
    }

    /** What one check finds in the case. */
    public List<Finding> findings(Check check) {
        return report(List.of(check), Breadth.BUSIEST).findings();
    }

    private CaseReport report(List<Check> checks, Breadth breadth) {
        List<CaptureSource> sources = new ArrayList<>();
        for (LabCapture capture : captures) {
            sources.add(capture.source("capture-" + sources.size() + ".pcap", snapLength));
        }
        if (isReversed) {
            Collections.reverse(sources);
        }
        try {
            CaseScan scan = CaseScan.of(sources, Reading.USUAL);
            return Diagnosis.of(scan, inside, List.of(), stated, checks, Deadline.NONE, breadth);
        } catch (CaptureException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private FrameBuilder quotation(long spi) {
        return protect(FrameBuilder.bare().ip(network.addressOf(server), network.addressOf(peer)), spi, 1);
    }

    private FrameBuilder protect(FrameBuilder packet, long spi, long sequenceNumber) {
        return switch (protection) {
            case ESP -> packet.esp(spi, sequenceNumber).payload(64);
            case AH -> packet.ah(spi, sequenceNumber).tcp(49_152, 445, TCP_ACK).payload(40);
            case ESP_IN_UDP -> packet.udp(4500, 4500).esp(spi, sequenceNumber).payload(64);
        };
    }

    private static String key(LabHost source, LabHost destination, long spi) {
        return source.ipv4() + ">" + destination.ipv4() + " " + spi;
    }
}
