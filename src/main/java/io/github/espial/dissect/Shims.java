package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.HsrView;
import io.github.espial.wire.LlcSnapView;
import io.github.espial.wire.MplsView;
import io.github.espial.wire.VlanView;
import java.nio.ByteBuffer;

/**
 * What stands between the header of a link and the packet: tags, LLC, PPP, labels. The answers hold until the next frame.
 * Not thread-safe.
 */
final class Shims {
    /** Stacked tags beyond this are no network's plan but a malformed frame. */
    private static final int GREATEST_TAGS = 8;

    private static final int IPV4 = 4;
    private static final int IPV6 = 6;

    private final Obstacle obstacle;
    private final VlanView vlan = new VlanView();
    private final HsrView hsr = new HsrView();
    private final LlcSnapView snap = new LlcSnapView();
    private final MplsView mpls = new MplsView();
    private final Serial serial = new Serial();

    private int vlans;
    private int etherType;
    private int payloadStart;
    private int payloadLength;
    private Content instead = Content.OTHER;

    Shims(Obstacle obstacle) {
        this.obstacle = obstacle;
    }

    void clear() {
        vlans = 0;
    }

    /** Reads on from what {@code outermost} announces; false where no packet follows. */
    boolean read(int outermost, ByteBuffer octets, int start, int length) {
        int type = outermost;
        int at = start;
        int end = start + length;
        for (int tags = 0; VlanView.isTag(type) || type == EtherTypes.HSR; tags++) {
            if (tags == GREATEST_TAGS) {
                return isMisfit(at, Fault.VLAN_TAGS);
            }
            if (type == EtherTypes.HSR) {
                if (!hsr.wrap(octets, at, end - at)) {
                    return isMisfit(at, Fault.HSR);
                }
                type = hsr.etherType();
                at += HsrView.HEADER_LENGTH;
            } else {
                if (!vlan.wrap(octets, at, end - at)) {
                    return isMisfit(at, Fault.VLAN);
                }
                addVlan(vlan.vlanId());
                type = vlan.etherType();
                at += VlanView.HEADER_LENGTH;
            }
        }
        return EthernetView.isLength(type) ? readSnap(octets, at, end) : network(octets, type, at, end - at);
    }

    /** Reads LLC with SNAP. */
    boolean readSnap(ByteBuffer octets, int start, int end) {
        if (!snap.wrap(octets, start, end - start) || !snap.isEncapsulatedEthernet()) {
            return is(Content.OTHER);
        }
        int payload = snap.payloadStart();
        return network(octets, snap.etherType(), payload, end - payload);
    }

    /** Reads a packet that its own version nibble announces. */
    boolean readIp(ByteBuffer octets, int start, int length) {
        if (length < 1) {
            return isMisfit(start, Fault.IP);
        }
        int version = (octets.get(start) >>> 4) & 0xf;
        if (version != IPV4 && version != IPV6) {
            return is(Content.OTHER);
        }
        return network(octets, version == IPV4 ? EtherTypes.IPV4 : EtherTypes.IPV6, start, length);
    }

    boolean readMpls(ByteBuffer octets, int start, int length) {
        if (!mpls.wrap(octets, start, length)) {
            return isMisfit(start, Fault.MPLS);
        }
        boolean isPacket = readIp(octets, mpls.payloadStart(), mpls.payloadLength());
        if (!isPacket && instead == Content.OTHER) {
            obstacle.notLookedInto(Opaque.PSEUDOWIRE);
        }
        return isPacket;
    }

    /** Reads a frame of a link of two ends. */
    boolean readSerial(int linkType, ByteBuffer octets, int start, int length) {
        return serial.read(linkType, octets, start, length) ? carried(octets) : isMisfit(start, Fault.SERIAL);
    }

    /** EtherType of what follows. */
    int etherType() {
        return etherType;
    }

    int payloadStart() {
        return payloadStart;
    }

    /** Octets captured from there on, with the padding of the frame. */
    int payloadLength() {
        return payloadLength;
    }

    /** Outermost VLAN id shifted left by 14, the next one by 2, number of ids (at most 2); 0 when untagged. */
    int vlans() {
        return vlans;
    }

    /** Whether a link of two ends says that the capturing machine sent the frame. */
    boolean isSent() {
        return serial.isSent();
    }

    /** Whether a link of two ends says that the capturing machine received the frame. */
    boolean isReceived() {
        return serial.isReceived();
    }

    /** What the frame is, where no packet was found. */
    Content instead() {
        return instead;
    }

    private boolean network(ByteBuffer octets, int type, int start, int length) {
        if (type == EtherTypes.PPPOE_SESSION) {
            return serial.readPppoe(octets, start, length) ? carried(octets) : isMisfit(start, Fault.PPPOE);
        }
        if (type == EtherTypes.MPLS || type == EtherTypes.MPLS_UPSTREAM) {
            return readMpls(octets, start, length);
        }
        if (type == EtherTypes.PPP) {
            return serial.readPpp(octets, start, length) ? carried(octets) : isMisfit(start, Fault.SERIAL);
        }
        etherType = type;
        payloadStart = start;
        payloadLength = length;
        return true;
    }

    private boolean carried(ByteBuffer octets) {
        return network(octets, serial.etherType(), serial.payloadStart(), serial.payloadLength());
    }

    /** A priority tag (VLAN id 0, IEEE 802.1Q §9.6) names no VLAN. */
    private void addVlan(int id) {
        int ids = vlans & 3;
        if (id != 0 && ids < 2) {
            vlans = vlans | (ids == 0 ? (id << 14) : (id << 2));
            vlans++;
        }
    }

    private boolean isMisfit(int position, Fault fault) {
        return is(obstacle.at(position, fault));
    }

    private boolean is(Content content) {
        instead = content;
        return false;
    }
}
