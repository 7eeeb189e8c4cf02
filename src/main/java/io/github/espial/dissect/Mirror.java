package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.GreView;
import java.nio.ByteBuffer;

/** Ethernet frames that a switch mirrored or bridged through GRE (draft-foschiano-erspan). Not thread-safe. */
final class Mirror {
    /** There is no frame. */
    static final int NONE = -1;

    private static final int HEADER_2 = 8;
    private static final int HEADER_3 = 12;
    private static final int SUBHEADER = 8;

    private final GreView gre = new GreView();

    /** Where the frame begins that GRE from {@code start} on carries; {@link #NONE} where it carries none. */
    int frameStart(ByteBuffer octets, int start, int length) {
        if (!gre.wrap(octets, start, length)) {
            return NONE;
        }
        int before = headerLength(octets);
        return before == NONE || gre.payloadLength() < before + EthernetView.HEADER_LENGTH
                ? NONE
                : gre.payloadStart() + before;
    }

    private int headerLength(ByteBuffer octets) {
        return switch (gre.protocol()) {
            case EtherTypes.BRIDGED_ETHERNET -> 0;
            // Type I has neither a sequence number nor a header.
            case EtherTypes.MIRRORED_ETHERNET -> gre.hasSequenceNumber() ? HEADER_2 : 0;
            case EtherTypes.MIRRORED_ETHERNET_3 -> {
                boolean fits = gre.payloadLength() >= HEADER_3;
                boolean hasMore = fits && (octets.get(gre.payloadStart() + HEADER_3 - 1) & 1) != 0;
                yield hasMore ? HEADER_3 + SUBHEADER : HEADER_3;
            }
            default -> NONE;
        };
    }
}
