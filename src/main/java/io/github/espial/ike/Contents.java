package io.github.espial.ike;

import io.github.espial.wire.IkePayloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chain of payloads holds.
 *
 * @param payloads those in the clear
 * @param sealed the encrypted rest
 * @param fault why the chain could not be walked to its end
 * @param rest octets behind the chain
 */
record Contents(List<Payload> payloads, Optional<Sealed> sealed, IkePayloads.Fault fault, int rest) {
    /** Nothing. */
    static final Contents NONE = new Contents(List.of(), Optional.empty(), IkePayloads.Fault.NONE, 0);

    Contents {
        payloads = List.copyOf(payloads);
    }

    /** The payloads of one kind, in their order. */
    <P extends Payload> List<P> all(Class<P> kind) {
        List<P> all = new ArrayList<>();
        for (Payload payload : payloads) {
            if (kind.isInstance(payload)) {
                all.add(kind.cast(payload));
            }
        }
        return all;
    }
}
