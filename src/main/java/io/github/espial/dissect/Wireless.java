package io.github.espial.dissect;

import io.github.espial.net.LinkTypes;
import io.github.espial.wire.RadioView;
import io.github.espial.wire.WirelessView;
import java.nio.ByteBuffer;

/** Frames of IEEE 802.11, with what capturing programs put before them. Not thread-safe. */
final class Wireless {
    private static final int ALIGNMENT = 4;

    private final WirelessView frame = new WirelessView();
    private final RadioView radio = new RadioView();
    private int payloadStart;
    private boolean isEncrypted;

    /** Reads the frame; false when it holds no data, or holds them encrypted. */
    boolean read(int linkType, ByteBuffer octets, int start, int length) {
        isEncrypted = false;
        if (linkType == LinkTypes.IEEE802_11) {
            return readFrame(octets, start, length, false);
        }
        boolean fits = linkType == LinkTypes.IEEE802_11_RADIOTAP
                ? radio.wrapRadiotap(octets, start, length)
                : radio.wrapPrism(octets, start, length);
        return fits && readFrame(octets, radio.payloadStart(), radio.payloadLength(), radio.isPadded());
    }

    /** Whether the frame that was read last holds data that cannot be read. */
    boolean isEncrypted() {
        return isEncrypted;
    }

    long sourceMac() {
        return frame.sourceMac();
    }

    long destinationMac() {
        return frame.destinationMac();
    }

    /** Where LLC begins, which may be beyond the end of the frame. */
    int payloadStart() {
        return payloadStart;
    }

    private boolean readFrame(ByteBuffer octets, int start, int length, boolean isPadded) {
        isEncrypted = WirelessView.isEncrypted(octets, start, length);
        if (!frame.wrap(octets, start, length)) {
            return false;
        }
        int header = frame.payloadStart() - start;
        payloadStart = start + (isPadded ? (header + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : header);
        return true;
    }
}
