package io.github.espial.extract;

import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import java.util.HashSet;
import java.util.Set;

/** The conversations in the clear, of each of which the first frame is kept: they show who the gateway is. */
final class Conversations {
    /** Far more than inference looks at. */
    private static final int MOST = 1 << 18;

    private final Set<Conversation> seen = new HashSet<>();

    /** Who sends to whom on which link. */
    private record Conversation(
            int interfaceId,
            long sourceMac,
            long destinationMac,
            int vlans,
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow) {}

    /** Whether the frame, which holds an IP packet, is the first of its conversation. */
    boolean isFirst(Frame frame, Dissector packet) {
        return seen.size() < MOST
                && seen.add(new Conversation(
                        frame.interfaceId(),
                        packet.sourceMac(),
                        packet.destinationMac(),
                        packet.vlans(),
                        packet.sourceHigh(),
                        packet.sourceLow(),
                        packet.destinationHigh(),
                        packet.destinationLow()));
    }
}
