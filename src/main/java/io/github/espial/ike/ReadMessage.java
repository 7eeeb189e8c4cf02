package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message with all payloads that could be read, those in the clear first.
 *
 * @param inner what was encrypted
 */
record ReadMessage(Message message, Contents inner) {
    <P extends Payload> List<P> all(Class<P> kind) {
        List<P> all = new ArrayList<>(message.all(kind));
        all.addAll(inner.all(kind));
        return all;
    }

    boolean has(Class<? extends Payload> kind) {
        return !all(kind).isEmpty();
    }

    boolean notifies(int type) {
        for (Payload.Notify notify : all(Payload.Notify.class)) {
            if (notify.type() == type) {
                return true;
            }
        }
        return false;
    }

    Optional<Chunk> nonce() {
        List<Payload.Nonce> nonces = all(Payload.Nonce.class);
        return nonces.isEmpty() ? Optional.empty() : Optional.of(nonces.get(0).value());
    }

    List<Payload.Proposal> proposals() {
        List<Payload.SecurityAssociation> associations = all(Payload.SecurityAssociation.class);
        return associations.isEmpty() ? List.of() : associations.get(0).proposals();
    }

    IpAddress source() {
        return message.captured().source();
    }

    IpAddress destination() {
        return message.captured().destination();
    }
}
