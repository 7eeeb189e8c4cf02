package io.github.espial.simulate;

import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetWriter;
import java.util.Locale;
import java.util.function.BiFunction;

/** How the boxes that share a router's address agree which of them is active. */
enum Redundancy {
    /** One box alone. */
    NONE,
    /** The address moves to the other box's MAC, which says so by ARP. */
    ANNOUNCED,
    /** RFC 3768. */
    VRRP,
    /** Cisco's, version 1 (RFC 2281). */
    HSRP,
    /** Cisco's; hellos come from a forwarder's MAC. */
    GLBP,
    /** OpenBSD's, whose hellos bear VRRP's protocol number and no address. */
    CARP;

    private static final int VRRP_PROTOCOL = 112;

    /** Whether the address has a MAC that no box calls its own. */
    boolean hasVirtualMac() {
        return this != NONE && this != ANNOUNCED;
    }

    /** The MAC of group {@code group}, from 1 to 255. */
    String mac(int group) {
        return String.format(
                Locale.ROOT,
                switch (this) {
                    case VRRP, CARP -> "00:00:5e:00:01:%02x";
                    case HSRP -> "00:00:0c:07:ac:%02x";
                    case GLBP -> "00:07:b4:00:%02x:01";
                    case NONE, ANNOUNCED -> throw new IllegalStateException(this + " has no virtual MAC");
                },
                group);
    }

    /**
     * What the active box sends every few seconds; its source is the box's own address.
     *
     * @param ethernet starts a frame from one MAC to another
     */
    FrameBuilder hello(
            BiFunction<String, String, FrameBuilder> ethernet,
            String virtualMac,
            String virtualAddress,
            int group,
            Router.Box active) {
        return switch (this) {
            case VRRP ->
                ethernet.apply(virtualMac, "01:00:5e:00:00:12")
                        .ipv4(active.address(), "224.0.0.18")
                        .ttl(255)
                        .protocol(VRRP_PROTOCOL)
                        .payload(checked(
                                new OctetWriter()
                                        .u8(0x21)
                                        .u8(group)
                                        .u8(100)
                                        .u8(1)
                                        .u16(1)
                                        .u16(0)
                                        .address(virtualAddress)
                                        .u64(0)
                                        .toOctets(),
                                6));
            case CARP ->
                ethernet.apply(virtualMac, "01:00:5e:00:00:12")
                        .ipv4(active.address(), "224.0.0.18")
                        .ttl(255)
                        .protocol(VRRP_PROTOCOL)
                        .payload(checked(
                                new OctetWriter()
                                        .u8(0x21)
                                        .u8(group)
                                        .u8(0)
                                        .u8(7)
                                        .u8(0)
                                        .u8(1)
                                        .u16(0)
                                        .zeros(28)
                                        .toOctets(),
                                6));
            case HSRP ->
                ethernet.apply(virtualMac, "01:00:5e:00:00:02")
                        .ipv4(active.address(), "224.0.0.2")
                        .ttl(1)
                        .udp(1985, 1985)
                        .payload(new OctetWriter()
                                .u8(0)
                                .u8(0)
                                .u8(16)
                                .u8(3)
                                .u8(10)
                                .u8(110)
                                .u8(group)
                                .u8(0)
                                .octets(new byte[] {'c', 'i', 's', 'c', 'o', 0, 0, 0})
                                .address(virtualAddress)
                                .toOctets());
            case GLBP ->
                ethernet.apply(virtualMac, "01:00:5e:00:00:66")
                        .ipv4(active.address(), "224.0.0.102")
                        .ttl(255)
                        .udp(3222, 3222)
                        .payload(new OctetWriter()
                                .u8(1)
                                .u8(0)
                                .u16(group)
                                .u16(0)
                                .mac(active.mac())
                                .u8(1)
                                .u8(28)
                                .u16(32)
                                .u8(0)
                                .u8(110)
                                .u16(0)
                                .u32(3000)
                                .u32(10_000)
                                .u16(600)
                                .u16(14_400)
                                .u16(0)
                                .u8(1)
                                .u8(4)
                                .address(virtualAddress)
                                .toOctets());
            case NONE, ANNOUNCED -> throw new IllegalStateException(this + " has no hellos");
        };
    }

    /** The message with its Internet checksum (RFC 1071) at {@code at}. */
    private static byte[] checked(byte[] message, int at) {
        int sum = 0;
        for (int i = 0; i < message.length; i += 2) {
            sum += ((message[i] & 0xff) << 8) | (message[i + 1] & 0xff);
        }
        int folded = ~((sum & 0xffff) + (sum >>> 16)) & 0xffff;
        message[at] = (byte) (folded >>> 8);
        message[at + 1] = (byte) folded;
        return message;
    }
}
