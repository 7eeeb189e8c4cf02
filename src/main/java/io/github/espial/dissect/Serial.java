package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.PppView;
import io.github.espial.wire.PppoeView;
import java.nio.ByteBuffer;

/** Links of two ends, which need no addresses: PPP in its framings, and Cisco's HDLC. Not thread-safe. */
final class Serial {
    /** In place of an EtherType: a protocol of PPP that carries no packet. */
    private static final int NO_PACKET = 0xffff;

    private static final int CISCO_UNICAST = 0x0f;
    private static final int CISCO_MULTICAST = 0x8f;
    private static final int CISCO_HEADER = 4;
    private static final int CISCO_ETHER_TYPE = 2;

    private static final int RECEIVED = 0;
    private static final int SENT = 1;

    private final PppView ppp = new PppView();
    private final PppoeView pppoe = new PppoeView();

    private int etherType;
    private int payloadStart;
    private int payloadLength;
    private boolean isSent;
    private boolean isReceived;

    /** Whether frames of {@code linkType} are such. */
    static boolean isSerial(int linkType) {
        return switch (linkType) {
            case LinkTypes.PPP,
                    LinkTypes.PPP_HDLC,
                    LinkTypes.PPP_ETHER,
                    LinkTypes.PPP_PPPD,
                    LinkTypes.PPP_WITH_DIRECTION,
                    LinkTypes.C_HDLC,
                    LinkTypes.C_HDLC_WITH_DIRECTION -> true;
            default -> false;
        };
    }

    /** Reads the frame; false when its header does not fit. */
    boolean read(int linkType, ByteBuffer octets, int start, int length) {
        isSent = false;
        isReceived = false;
        return switch (linkType) {
            case LinkTypes.PPP_HDLC -> readHdlc(octets, start, length);
            case LinkTypes.PPP_ETHER -> readPppoe(octets, start, length);
            case LinkTypes.C_HDLC -> readCisco(octets, start, length);
            case LinkTypes.PPP_PPPD -> readDirection(octets, start, length) && readPpp(octets, start + 2, length - 2);
            case LinkTypes.PPP_WITH_DIRECTION ->
                readDirection(octets, start, length) && readPpp(octets, start + 1, length - 1);
            case LinkTypes.C_HDLC_WITH_DIRECTION ->
                readDirection(octets, start, length) && readCisco(octets, start + 1, length - 1);
            default -> readPpp(octets, start, length);
        };
    }

    /** Reads a PPPoE session header and PPP; false when this is none. */
    boolean readPppoe(ByteBuffer octets, int start, int length) {
        return pppoe.wrap(octets, start, length) && readPpp(octets, pppoe.payloadStart(), pppoe.payloadLength());
    }

    /** Reads PPP; false when this is none. */
    boolean readPpp(ByteBuffer octets, int start, int length) {
        if (!ppp.wrap(octets, start, length)) {
            return false;
        }
        etherType = ppp.protocol() == PppView.IPV4
                ? EtherTypes.IPV4
                : ppp.protocol() == PppView.IPV6 ? EtherTypes.IPV6 : NO_PACKET;
        payloadStart = ppp.payloadStart();
        payloadLength = ppp.payloadLength();
        return true;
    }

    /** EtherType of the payload; one that is not assigned where it is no packet. */
    int etherType() {
        return etherType;
    }

    int payloadStart() {
        return payloadStart;
    }

    int payloadLength() {
        return payloadLength;
    }

    /** Whether the link says that the capturing machine sent the frame. */
    boolean isSent() {
        return isSent;
    }

    /** Whether the link says that the capturing machine received the frame. */
    boolean isReceived() {
        return isReceived;
    }

    /** Cisco's protocol stands where its address does, else PPP. */
    private boolean readHdlc(ByteBuffer octets, int start, int length) {
        int address = length > 0 ? octets.get(start) & 0xff : 0;
        boolean isCisco = address == CISCO_UNICAST || address == CISCO_MULTICAST;
        return isCisco ? readCisco(octets, start, length) : readPpp(octets, start, length);
    }

    private boolean readCisco(ByteBuffer octets, int start, int length) {
        if (length < CISCO_HEADER) {
            return false;
        }
        etherType = Short.toUnsignedInt(octets.getShort(start + CISCO_ETHER_TYPE));
        payloadStart = start + CISCO_HEADER;
        payloadLength = length - CISCO_HEADER;
        return true;
    }

    private boolean readDirection(ByteBuffer octets, int start, int length) {
        if (length < 2) {
            return false;
        }
        isSent = octets.get(start) == SENT;
        isReceived = octets.get(start) == RECEIVED;
        return true;
    }
}
