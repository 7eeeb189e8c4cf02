package io.github.espial.compare;

import java.util.Optional;

/**
 * ESP in one direction between a server and a peer.
 *
 * @param frames frames, each packet once
 * @param loss what is missing of them; empty where there are none, or their sequence numbers were too irregular to tell
 */
public record Tally(long frames, Optional<Loss> loss) {
    /**
     * Sequence numbers between the lowest and the highest of each SA.
     *
     * @param missing those that no frame bore
     * @param expected all of them, at least {@code missing}
     */
    public record Loss(long missing, long expected) {
        Loss plus(Loss other) {
            return new Loss(missing + other.missing, expected + other.expected);
        }
    }
}
