package io.github.espial.wire;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ethernet frames of all sorts that matter here, between few hosts: the same seed gives the same frames. */
public final class RandomFrames {
    private static final List<String> MACS = List.of(
            "00:0c:29:5e:10:0a", "00:1b:21:aa:00:01", "00:1b:21:bb:00:fe", "00:00:5e:00:01:07", "00:0c:29:5e:10:0b");
    private static final List<String> IPV4 =
            List.of("192.0.2.10", "198.51.100.20", "203.0.113.30", "192.0.2.1", "10.20.1.5", "224.0.0.18");
    private static final List<String> IPV6 =
            List.of("2001:db8::a", "2001:db8:ffff:1::14", "fe80::20c:29ff:fe5e:100a", "2001:db8::1", "::1", "ff02::12");
    private static final List<Integer> PORTS = List.of(500, 4500, 1701, 67, 68, 53, 1024, 40_000, 4500, 61_001, 445);
    private static final List<Integer> TAGS =
            List.of(EtherTypes.VLAN, EtherTypes.VLAN, EtherTypes.SERVICE_VLAN, EtherTypes.STACKED_VLAN_9100);
    private static final List<Integer> EXTENSIONS =
            List.of(IpProtocols.HOP_BY_HOP, IpProtocols.DESTINATION_OPTIONS, IpProtocols.DESTINATION_OPTIONS);
    private static final int LONGEST_PAYLOAD = 120;

    private final Random random;

    public RandomFrames(long seed) {
        this.random = new Random(seed);
    }

    /** The next frame, whole. */
    public byte[] next() {
        FrameBuilder frame = FrameBuilder.ethernet(any(MACS), any(MACS));
        for (int tags = oneIn(3) ? 1 + random.nextInt(3) : 0; tags > 0; tags--) {
            frame.tag(any(TAGS), random.nextInt(0x10000));
        }
        if (oneIn(12)) {
            frame.llcSnap();
        }
        if (oneIn(8)) {
            arp(frame);
        } else if (oneIn(2)) {
            ipv4(frame);
        } else {
            ipv6(frame);
        }
        return oneIn(2) ? frame.padded().octets() : frame.octets();
    }

    /** The first octets of {@code frame}, as a snap length leaves them. */
    public byte[] cut(byte[] frame) {
        return Arrays.copyOf(frame, random.nextInt(frame.length + 1));
    }

    /** The same frame with a few octets changed. */
    public byte[] damage(byte[] frame) {
        byte[] damaged = frame.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private void arp(FrameBuilder frame) {
        String sender = any(IPV4);
        if (oneIn(2)) {
            frame.arpRequest(any(MACS), sender, oneIn(4) ? sender : any(IPV4));
        } else {
            frame.arpReply(any(MACS), sender, any(MACS), any(IPV4));
        }
    }

    private void ipv4(FrameBuilder frame) {
        frame.ipv4(any(IPV4), any(IPV4)).ttl(random.nextInt(256)).identification(random.nextInt(0x10000));
        if (oneIn(6)) {
            frame.ipOptions(OctetText.octets("94040000"));
        }
        if (oneIn(6)) {
            fragment(frame);
            return;
        }
        if (oneIn(6)) {
            icmp(frame);
        } else {
            transport(frame);
        }
    }

    private void ipv6(FrameBuilder frame) {
        frame.ipv6(any(IPV6), any(IPV6)).ttl(random.nextInt(256));
        if (oneIn(6)) {
            fragment(frame);
            return;
        }
        if (oneIn(5)) {
            frame.extension(any(EXTENSIONS));
        }
        if (oneIn(4)) {
            icmpv6(frame);
        } else {
            transport(frame);
        }
    }

    private void fragment(FrameBuilder frame) {
        boolean isFirst = oneIn(2);
        frame.fragment(isFirst ? 0 : 8 * (1 + random.nextInt(180)), isFirst || oneIn(2));
        if (isFirst) {
            transport(frame);
        } else {
            frame.protocol(any(List.of(IpProtocols.ESP, IpProtocols.UDP, IpProtocols.TCP)));
            payload(frame);
        }
    }

    private void transport(FrameBuilder frame) {
        switch (random.nextInt(8)) {
            case 0, 1 -> payload(frame.esp(spi(), sequenceNumber()));
            case 2 -> payload(frame.tcp(any(PORTS), any(PORTS), random.nextInt(64)));
            case 3 -> payload(frame.ah(spi(), sequenceNumber()));
            case 4 -> payload(frame.protocol(any(List.of(IpProtocols.GRE, IpProtocols.VRRP, 250))));
            default -> udp(frame);
        }
    }

    private void udp(FrameBuilder frame) {
        switch (random.nextInt(7)) {
            case 0 -> payload(frame.udp(500, 500).ikev2(34 + random.nextInt(4), 0x1122L, 0, 0x08, 0));
            case 1 -> payload(frame.udp(4500, 4500).nonEspMarker().ikev2(35, 0x1122L, 0x3344L, 0x20, 1));
            case 2 ->
                payload(frame.udp(4500, 4500)
                        .payload(new OctetWriter().u32(spi()).u32(1).toOctets()));
            case 3 ->
                frame.udp(1701, 1701)
                        .l2tpControl(random.nextInt(9), 0, 1, 1)
                        .payload(Avps.of(1).number(9, 7).text(7, "lac").toOctets());
            case 4 ->
                frame.udp(67, 68)
                        .dhcp(2, any(MACS), "192.0.2.10")
                        .dhcpMessageType(5)
                        .dhcpRouters(any(IPV4), any(IPV4))
                        .dhcpRoute(121, "10.20.0.0", random.nextInt(33), any(IPV4));
            case 5 -> frame.udp(4500, 4500).natKeepalive();
            default -> payload(frame.udp(any(PORTS), any(PORTS)));
        }
    }

    private void icmp(FrameBuilder frame) {
        switch (random.nextInt(4)) {
            case 0 -> quote(frame.redirect(any(IPV4)), IPV4);
            case 1 -> quote(frame.tooLarge(1400), IPV4);
            case 2 -> quote(frame.icmp(Icmpv4View.TIME_EXCEEDED, 0, 0), IPV4);
            default -> payload(frame.icmp(Icmpv4View.ECHO_REQUEST, 0, 0x10001));
        }
    }

    private void icmpv6(FrameBuilder frame) {
        boolean isOnLink = oneIn(2);
        switch (random.nextInt(6)) {
            case 0 -> frame.neighborSolicitation(any(IPV6), any(MACS));
            case 1 -> frame.neighborAdvertisement(any(IPV6), any(MACS), 0xe0);
            case 2 -> frame.routerAdvertisement(random.nextInt(3) * 900, any(MACS));
            case 3 -> frame.ndpRedirect(any(IPV6), any(IPV6), any(MACS), quoted(IPV6));
            case 4 -> quote(frame.tooLarge(1280), IPV6);
            default -> payload(frame.icmp(Icmpv6View.ECHO_REQUEST, 0, 0x10001));
        }
        if (!isOnLink) {
            frame.ttl(random.nextInt(256));
        }
    }

    private void quote(FrameBuilder frame, List<String> addresses) {
        frame.quoting(quoted(addresses), random.nextInt(100));
    }

    private FrameBuilder quoted(List<String> addresses) {
        FrameBuilder packet = FrameBuilder.bare().ip(any(addresses), any(addresses));
        if (oneIn(2)) {
            return packet.esp(spi(), sequenceNumber()).payload(40);
        }
        return packet.udp(4500, 4500)
                .payload(new OctetWriter().u32(spi()).u32(9).toOctets())
                .payload(24);
    }

    private void payload(FrameBuilder frame) {
        frame.payload(random.nextInt(LONGEST_PAYLOAD));
    }

    private long spi() {
        return 0xc0c8_6871L + random.nextInt(4);
    }

    private long sequenceNumber() {
        return Integer.toUnsignedLong(random.nextInt());
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
