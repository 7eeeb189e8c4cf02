package io.github.espial.observe;

import io.github.espial.dissect.L2tpPacket.Text;
import java.util.Map;
import java.util.OptionalInt;

/** What an L2TP packet tells of its tunnel or session (RFC 2661). */
public sealed interface L2tpSaying {
    /**
     * A control message.
     *
     * @param type message type, 16 bits (RFC 2661 §3.2); 0 for a mere acknowledgement
     * @param assignedId the sender's number of the tunnel or session; empty where it tells none
     * @param result result code, 16 bits; empty where there is none
     * @param error error code, 16 bits; empty where there is none
     * @param isHiding whether some AVP was hidden
     * @param isBroken whether its AVPs did not fit
     * @param texts what it says in words
     */
    record Control(
            int type,
            OptionalInt assignedId,
            OptionalInt result,
            OptionalInt error,
            boolean isHiding,
            boolean isBroken,
            Map<Text, String> texts)
            implements L2tpSaying {
        public Control {
            texts = Map.copyOf(texts);
        }
    }

    /**
     * A PPP frame.
     *
     * @param protocol protocol of PPP, 16 bits
     * @param code the protocol's code, 8 bits; 0 for packets, compressed and encrypted ones included
     * @param detail what is agreed to, or why it failed; 0 where nothing is said
     */
    record Ppp(int protocol, int code, long detail) implements L2tpSaying {}
}
