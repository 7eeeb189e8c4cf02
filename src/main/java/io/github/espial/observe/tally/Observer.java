package io.github.espial.observe.tally;

import io.github.espial.capture.Frame;
import io.github.espial.capture.FrameSink;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.L2tpPacket;
import io.github.espial.dissect.Opaque;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.dissect.VirtualRouterHello;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FactTable;
import io.github.espial.wire.ArpView;
import io.github.espial.wire.DhcpView;
import io.github.espial.wire.NdpView;

/**
 * Folds the frames of one capture, or of one piece of it, into {@link Observations}: at its end, or window by window while
 * the capture goes on. Not thread-safe.
 */
public final class Observer implements FrameSink {
    /** 224.0.0.0/24: packets to it are not forwarded (RFC 5771 §4). */
    private static final long LINK_GROUPS_IPV4 = 0xe00000;
    /** ff02::/16. */
    private static final long LINK_GROUPS_IPV6 = 0xff02;

    /** In place of a route's router: the prefix is on the link itself (RFC 3442). */
    private static final int ON_LINK = 0;

    private final int capture;
    /** UDP end points besides port 4500 that carry ESP, as far as they are known. */
    private final UdpPairs pairs = new UdpPairs();

    private final Dissector packet;
    private final KnownFlows known;
    private final L2tpPacket message = new L2tpPacket();

    private Observations facts;
    /** Frames of the windows that were handed over. */
    private long before;

    /**
     * @param capture the capture's place in the case, from 0
     * @param known UDP end points that an earlier scan of the case saw carry ESP; left as is
     */
    public Observer(int capture, UdpPairs known) {
        this(capture, known, Sampling.NONE);
    }

    /**
     * @param capture the capture's place in the case, from 0
     * @param known UDP end points that an earlier scan of the case saw carry ESP; left as is
     * @param sampling what earlier pieces of the capture leave out
     */
    public Observer(int capture, UdpPairs known, Sampling sampling) {
        this.capture = capture;
        this.facts = Observations.within(sampling);
        pairs.addAll(known);
        this.packet = new Dissector(pairs);
        this.known = new KnownFlows(capture, facts);
    }

    /**
     * Hands over what was seen since the last time, and goes on with the UDP end points that are known. Windows that are
     * merged in their order tell what one scan of their frames tells.
     *
     * @param frames how many frames the capture or the piece has had so far, in all windows, those included that could not
     *     be delivered; frames are numbered on from there
     */
    public Observations observations(long frames) {
        Observations window = before == 0 ? facts : facts.numberedAfter(capture, before);
        window.pairs.addAll(pairs);
        window.covered(capture, frames - before);
        before = frames;
        facts = new Observations();
        known.countIn(facts);
        return window;
    }

    @Override
    public void frame(Frame frame) {
        if (!known.count(frame)) {
            dissect(frame);
        }
    }

    /**
     * Takes frames from before the part of the capture that is looked at: of them counts only who has which address, and
     * which routers were offered, as a machine's neighbor cache and routes outlast the packets that filled them.
     */
    public void hear(Frame frame) {
        switch (packet.dissect(frame)) {
            case ARP -> arp(frame);
            case NEIGHBOR_DISCOVERY -> neighborDiscovery(frame);
            case DHCP_REPLY -> dhcp(frame);
            case VIRTUAL_ROUTER_HELLO -> hello(frame);
            default -> {
                // Whatever else it is went by before the part that is looked at.
            }
        }
    }

    private void dissect(Frame frame) {
        Content content = packet.dissect(frame);
        int point = facts.points.add(capture, frame, content, packet);
        int talk = packet.isIp() ? talk(frame, content) : FactTable.LEFT_OUT;
        int sa = 0;
        switch (content) {
            case ESP, AH, UDP_ESP -> sa = facts.sas.add(capture, frame, packet, trafficOf(content));
            case IKE -> {
                facts.ikeExchanges.add(capture, frame, packet);
                facts.ikeMessages.add(capture, frame, packet);
            }
            case L2TP_CONTROL, L2TP_DATA -> l2tp(frame, trafficOf(content));
            case NOTICE ->
                facts.notices.add(
                        capture, frame, packet, trafficOf(packet.notice().quoted()));
            case ARP -> arp(frame);
            case NEIGHBOR_DISCOVERY -> neighborDiscovery(frame);
            case DHCP_REPLY -> dhcp(frame);
            case VIRTUAL_ROUTER_HELLO -> hello(frame);
            default -> {
                // Says nothing but who talks to whom.
            }
        }
        if (packet.opaque() != Opaque.NONE) {
            facts.obstacles.addOpaque(capture, frame, packet);
        } else if (content == Content.MALFORMED && !frame.isTruncated()) {
            facts.obstacles.addMisfit(capture, frame, packet);
        }
        known.learn(frame, content, packet, point, talk, sa);
        if (packet.turnToCarrier()) {
            talk(frame, Content.IP);
        }
    }

    /** Returns the row of the conversation, or {@link FactTable#LEFT_OUT} where the packet does not count in one. */
    private int talk(Frame frame, Content content) {
        Traffic traffic = content == Content.MALFORMED && frame.isTruncated() && isIpsec()
                ? Traffic.CUT_IPSEC
                : trafficOf(content);
        if (traffic != Traffic.PLAIN) {
            return facts.ipsecTalks.add(capture, frame, packet, traffic);
        }
        if (isLinkMulticast()) {
            claimOwn(frame);
            return FactTable.LEFT_OUT;
        }
        return isGroup(packet.destinationMac())
                ? FactTable.LEFT_OUT
                : facts.plainTalks.add(capture, frame, packet, traffic);
    }

    private Traffic trafficOf(Content content) {
        return switch (content) {
            case ESP -> Traffic.ESP;
            case AH -> Traffic.AH;
            case UDP_ESP -> Traffic.UDP_ESP;
            case KEEPALIVE -> Traffic.KEEPALIVE;
            case IKE -> Traffic.IKE;
            case L2TP_CONTROL -> Traffic.L2TP_CONTROL;
            case L2TP_DATA -> Traffic.L2TP_DATA;
            case FRAGMENT -> isIpsec() ? Traffic.IPSEC_FRAGMENT : Traffic.PLAIN;
            default -> Traffic.PLAIN;
        };
    }

    private boolean isIpsec() {
        return packet.protocol() == IpProtocols.ESP || packet.protocol() == IpProtocols.AH;
    }

    private boolean isLinkMulticast() {
        return packet.ipVersion() == 4
                ? packet.destinationLow() >>> 8 == LINK_GROUPS_IPV4
                : packet.destinationHigh() >>> 48 == LINK_GROUPS_IPV6;
    }

    private static boolean isGroup(long mac) {
        return mac != MacAddress.NONE && ((mac >>> 40) & 1) != 0;
    }

    private void l2tp(Frame frame, Traffic traffic) {
        if (message.read(frame.octets(), packet)) {
            facts.l2tpTalks.add(capture, frame, packet, traffic, message);
        }
    }

    private void arp(Frame frame) {
        ArpView arp = packet.arp();
        Claim.Kind kind = arp.senderAddress() == arp.targetAddress()
                ? Claim.Kind.ARP_ANNOUNCEMENT
                : arp.isReply() ? Claim.Kind.ARP_REPLY : Claim.Kind.ARP_REQUEST;
        facts.claims.add(
                capture,
                frame,
                packet.segment(),
                kind,
                arp.senderMac(),
                4,
                0,
                Integer.toUnsignedLong(arp.senderAddress()));
    }

    private void neighborDiscovery(Frame frame) {
        NdpView ndp = packet.ndp();
        if (ndp.type() == NdpView.NEIGHBOR_ADVERTISEMENT) {
            long mac = ndp.hasTargetLinkAddress() ? ndp.targetLinkAddress() : packet.sourceMac();
            claim(frame, Claim.Kind.NEIGHBOR_ADVERTISEMENT, mac, ndp.targetHigh(), ndp.targetLow());
        } else if (ndp.type() == NdpView.REDIRECT) {
            facts.notices.add(capture, frame, packet, trafficOf(packet.notice().quoted()));
        } else {
            boolean isRouter = ndp.type() == NdpView.ROUTER_ADVERTISEMENT;
            long mac = ndp.hasSourceLinkAddress() ? ndp.sourceLinkAddress() : packet.sourceMac();
            Claim.Kind kind = isRouter ? Claim.Kind.ROUTER_ADVERTISEMENT : Claim.Kind.SOLICITATION;
            claim(frame, kind, mac, packet.sourceHigh(), packet.sourceLow());
            if (isRouter && ndp.routerLifetimeSeconds() > 0) {
                facts.offers.addAdvertisement(capture, frame, mac, packet.sourceHigh(), packet.sourceLow());
            }
        }
    }

    private void claim(Frame frame, Claim.Kind kind, long mac, long high, long low) {
        facts.claims.add(capture, frame, packet.segment(), kind, mac, packet.ipVersion(), high, low);
    }

    /**
     * The sender of a packet to a link-local group has its source address, unless it speaks from a virtual MAC: that
     * belongs to another address than the sender's own.
     */
    private void claimOwn(Frame frame) {
        if (!isVirtual(packet.sourceMac())) {
            claim(frame, Claim.Kind.LINK_MULTICAST, packet.sourceMac(), packet.sourceHigh(), packet.sourceLow());
        }
    }

    /** The address inside is at the virtual MAC, which the router in charge sends from; another sends from its own. */
    private void hello(Frame frame) {
        VirtualRouterHello hello = packet.hello();
        if (!isVirtual(packet.sourceMac()) || !isLinkMulticast()) {
            return;
        }
        for (int i = 0; i < hello.addressCount(); i++) {
            facts.claims.add(
                    capture,
                    frame,
                    packet.segment(),
                    Claim.Kind.VIRTUAL_ROUTER_HELLO,
                    packet.sourceMac(),
                    hello.ipVersion(),
                    hello.addressHigh(i),
                    hello.addressLow(i));
        }
    }

    private static boolean isVirtual(long mac) {
        return MacAddress.isVirtualRouter(mac);
    }

    private void dhcp(Frame frame) {
        DhcpView dhcp = packet.dhcp();
        for (int i = 0; i < dhcp.routerCount(); i++) {
            facts.offers.addDhcp(capture, frame, RouterOffer.Kind.DHCP_ROUTER, dhcp.clientMac(), dhcp.router(i), 0, 0);
        }
        boolean hasRoutes = dhcp.startRoutes();
        while (hasRoutes && dhcp.nextRoute()) {
            if (dhcp.routeGateway() == ON_LINK) {
                continue;
            }
            facts.offers.addDhcp(
                    capture,
                    frame,
                    RouterOffer.Kind.DHCP_ROUTE,
                    dhcp.clientMac(),
                    dhcp.routeGateway(),
                    dhcp.routePrefix(),
                    dhcp.routePrefixLength());
        }
    }
}
