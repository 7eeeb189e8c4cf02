package io.github.espial.scan;

import io.github.espial.net.Spi;
import io.github.espial.observe.IkeMessage;
import java.nio.ByteBuffer;

/** What tells a packet from all others, wherever it was seen: nothing of it changes on the way, not even by NAT. */
sealed interface PacketFingerprint {
    /**
     * An IKE message: its SPIs, exchange, direction and id are in its header, and what follows is random or encrypted.
     *
     * @param beginning its first octets
     */
    record Message(ByteBuffer beginning) implements PacketFingerprint {
        /** The IKE header (RFC 7296 §3.1), which states the length, and enough to tell messages of IKEv1 main mode apart. */
        private static final int OCTETS = 64;

        /** Whatever the snap length, as long as that many octets were captured; a shorter message as a whole. */
        static Message of(IkeMessage message) {
            return new Message(message.octets().slice(0, Math.min(OCTETS, message.length())));
        }
    }

    /**
     * The first or the last packet of an SA that was seen.
     *
     * @param isAh whether the SA is one of AH; ESP is the same in UDP and without
     * @param isLast whether it is the last one
     * @param number its sequence number, unsigned 32 bits
     */
    record End(boolean isAh, Spi spi, boolean isLast, long number) implements PacketFingerprint {}
}
