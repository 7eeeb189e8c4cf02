package io.github.espial.ike;

import java.util.Optional;

/**
 * The two messages that made an SA for traffic.
 *
 * @param request in which the initiator of the exchange offers
 * @param answer in which the other end chooses
 * @param initiatorNonce empty where it was not captured
 * @param responderNonce empty where it was not captured
 */
record Offer(ReadMessage request, ReadMessage answer, Optional<Chunk> initiatorNonce, Optional<Chunk> responderNonce) {
    /** With the nonces of the two messages themselves. */
    static Offer of(ReadMessage request, ReadMessage answer) {
        return new Offer(request, answer, request.nonce(), answer.nonce());
    }

    /** Whether there was a Diffie-Hellman exchange of its own. */
    boolean hasKeyExchange() {
        return request.has(Payload.KeyExchange.class) && answer.has(Payload.KeyExchange.class);
    }

    boolean hasNonces() {
        return initiatorNonce.isPresent() && responderNonce.isPresent();
    }

    /** Both nonces, the initiator's first; only with {@link #hasNonces()}. */
    Chunk nonces() {
        return Chunk.joined(initiatorNonce.orElseThrow(), responderNonce.orElseThrow());
    }
}
