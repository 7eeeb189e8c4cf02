package io.github.espial.dissect;

import io.github.espial.wire.AhView;
import io.github.espial.wire.EspView;
import java.nio.ByteBuffer;

/** What a packet tells of its SA: the header of ESP, right on IP or in UDP, or of AH. */
final class ProtectedPart {
    private final EspView esp = new EspView();
    private final AhView ah = new AhView();
    private int start;
    private int length;
    private int originalLength;
    private long spi;
    private long sequenceNumber;

    /** Reads ESP right on IP; false where its header does not fit. */
    boolean readEsp(ByteBuffer octets, int at, int available, int availableOriginally) {
        if (!esp.wrap(octets, at, available)) {
            return false;
        }
        spi = esp.spi();
        sequenceNumber = esp.sequenceNumber();
        start = at;
        length = available;
        originalLength = availableOriginally;
        return true;
    }

    /** Takes ESP over from the datagram that carries it. */
    void take(Datagram datagram) {
        spi = datagram.spi();
        sequenceNumber = datagram.sequenceNumber();
        start = datagram.payloadStart();
        length = datagram.payloadLength();
        originalLength = datagram.payloadOriginalLength();
    }

    /** Reads AH, which hides nothing and has no part of its own; false where its header does not fit. */
    boolean readAh(ByteBuffer octets, int at, int available) {
        if (!ah.wrap(octets, at, available)) {
            return false;
        }
        spi = ah.spi();
        sequenceNumber = ah.sequenceNumber();
        return true;
    }

    /** Position of the ESP header. */
    int start() {
        return start;
    }

    /** Octets of ESP that were captured. */
    int length() {
        return length;
    }

    /** Octets of ESP as sent. */
    int originalLength() {
        return originalLength;
    }

    long spi() {
        return spi;
    }

    long sequenceNumber() {
        return sequenceNumber;
    }
}
