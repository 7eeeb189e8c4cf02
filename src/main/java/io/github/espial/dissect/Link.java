package io.github.espial.dissect;

import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.BsdLoopbackView;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.LinuxCookedV2View;
import io.github.espial.wire.LinuxCookedView;
import io.github.espial.wire.MacText;
import java.nio.ByteBuffer;

/**
 * The link layer of a frame: who handed it to whom, which way it went as far as the capture tells, and where the packet
 * begins. The answers hold until the next frame. Not thread-safe.
 */
final class Link {
    private static final int MAC_LENGTH = 6;

    private final Obstacle obstacle;
    private final EthernetView ethernet = new EthernetView();
    private final LinuxCookedView cooked = new LinuxCookedView();
    private final LinuxCookedV2View cooked2 = new LinuxCookedV2View();
    private final BsdLoopbackView loopback = new BsdLoopbackView();
    private final Wireless wireless = new Wireless();
    private final Shims shims;

    private long sourceMac;
    private long destinationMac;
    private boolean sentHere;
    private boolean receivedHere;
    private Content instead = Content.OTHER;

    Link(Obstacle obstacle) {
        this.obstacle = obstacle;
        this.shims = new Shims(obstacle);
    }

    /** Reads a captured frame; false where no packet can be found in it: then it is what {@link #instead} says. */
    boolean read(Frame frame) {
        clear();
        sentHere = frame.direction() == Direction.OUTBOUND;
        receivedHere = frame.direction() == Direction.INBOUND;
        ByteBuffer octets = frame.octets();
        int start = frame.start();
        int length = frame.capturedLength();
        int linkType = frame.linkType();
        if (linkType == LinkTypes.ETHERNET) {
            return ethernet(octets, start, length);
        }
        if (linkType == LinkTypes.LINUX_SLL) {
            return cooked(octets, start, length);
        }
        if (linkType == LinkTypes.LINUX_SLL2) {
            return cooked2(octets, start, length);
        }
        if (LinkTypes.isRaw(linkType)) {
            return found(shims.readIp(octets, start, length));
        }
        return rarer(linkType, octets, start, length);
    }

    /** Reads an Ethernet frame that a tunnel carries; what the capture tells of its carrier does not hold for it. */
    boolean readCarried(ByteBuffer octets, int start, int length) {
        clear();
        return ethernet(octets, start, length);
    }

    /** Reads what a tunnel carries that has no link layer of its own. */
    boolean readCarried(int etherType, ByteBuffer octets, int start, int length) {
        clear();
        return found(shims.read(etherType, octets, start, length));
    }

    /** What the frame is, where no packet was found. */
    Content instead() {
        return instead;
    }

    /** What stands before the packet, and where that is. */
    Shims shims() {
        return shims;
    }

    long sourceMac() {
        return sourceMac;
    }

    long destinationMac() {
        return destinationMac;
    }

    boolean isSentHere() {
        return sentHere;
    }

    boolean isReceivedHere() {
        return receivedHere;
    }

    private void clear() {
        sourceMac = MacAddress.NONE;
        destinationMac = MacAddress.NONE;
        sentHere = false;
        receivedHere = false;
        shims.clear();
    }

    private boolean rarer(int linkType, ByteBuffer octets, int start, int length) {
        if (Serial.isSerial(linkType)) {
            boolean fits = shims.readSerial(linkType, octets, start, length);
            sentHere |= shims.isSent();
            receivedHere |= shims.isReceived();
            return found(fits);
        }
        if (LinkTypes.isWireless(linkType)) {
            return wireless(linkType, octets, start, length);
        }
        return switch (linkType) {
            case LinkTypes.NULL, LinkTypes.LOOP -> loopback(octets, start, length);
            case LinkTypes.MPLS -> found(shims.readMpls(octets, start, length));
            case LinkTypes.ATM_RFC1483 -> found(shims.readSnap(octets, start, start + length));
            default -> unread(Opaque.LINK_TYPE);
        };
    }

    private boolean ethernet(ByteBuffer octets, int start, int length) {
        if (!ethernet.wrap(octets, start, length)) {
            return is(obstacle.at(start, Fault.ETHERNET));
        }
        sourceMac = ethernet.sourceMac();
        destinationMac = ethernet.destinationMac();
        if (MacText.areWords(destinationMac, sourceMac)) {
            readWords();
        }
        int payload = start + EthernetView.HEADER_LENGTH;
        return found(shims.read(ethernet.etherTypeOrLength(), octets, payload, start + length - payload));
    }

    /** Where words stand for MACs, there are none; some words say which way the frame went. */
    private void readWords() {
        sentHere |= MacText.isSent(destinationMac, sourceMac);
        receivedHere |= MacText.isReceived(destinationMac, sourceMac);
        sourceMac = MacAddress.NONE;
        destinationMac = MacAddress.NONE;
    }

    private boolean cooked(ByteBuffer octets, int start, int length) {
        if (!cooked.wrap(octets, start, length)) {
            return is(obstacle.at(start, Fault.COOKED));
        }
        seenFrom(cooked.packetType(), cooked.addressLength(), cooked.address());
        int payload = cooked.payloadStart();
        return found(shims.read(cooked.protocol(), octets, payload, start + length - payload));
    }

    private boolean cooked2(ByteBuffer octets, int start, int length) {
        if (!cooked2.wrap(octets, start, length)) {
            return is(obstacle.at(start, Fault.COOKED_2));
        }
        seenFrom(cooked2.packetType(), cooked2.addressLength(), cooked2.address());
        int payload = cooked2.payloadStart();
        return found(shims.read(cooked2.protocol(), octets, payload, start + length - payload));
    }

    /** Takes over what a cooked header tells: the sender's address and the direction, never the destination. */
    private void seenFrom(int packetType, int addressLength, long address) {
        sourceMac = addressLength == MAC_LENGTH ? address : MacAddress.NONE;
        sentHere = packetType == LinuxCookedView.OUTGOING;
        receivedHere = packetType == LinuxCookedView.TO_US;
    }

    private boolean loopback(ByteBuffer octets, int start, int length) {
        if (!loopback.wrap(octets, start, length)) {
            return is(obstacle.at(start, Fault.LOOPBACK));
        }
        int payload = loopback.payloadStart();
        return found(shims.readIp(octets, payload, start + length - payload));
    }

    private boolean wireless(int linkType, ByteBuffer octets, int start, int length) {
        if (!wireless.read(linkType, octets, start, length)) {
            sourceMac = wireless.isEncrypted() ? wireless.sourceMac() : MacAddress.NONE;
            destinationMac = wireless.isEncrypted() ? wireless.destinationMac() : MacAddress.NONE;
            return wireless.isEncrypted() ? unread(Opaque.WIRELESS) : is(Content.OTHER);
        }
        sourceMac = wireless.sourceMac();
        destinationMac = wireless.destinationMac();
        return found(shims.readSnap(octets, wireless.payloadStart(), start + length));
    }

    private boolean found(boolean isPacket) {
        if (!isPacket) {
            instead = shims.instead();
        }
        return isPacket;
    }

    private boolean unread(Opaque what) {
        obstacle.notLookedInto(what);
        return is(Content.UNREAD);
    }

    private boolean is(Content content) {
        instead = content;
        return false;
    }
}
