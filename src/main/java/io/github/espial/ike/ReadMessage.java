package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message with all payloads that could be read, those in the clear first.
 *
 * @param inner what was encrypted
 */
record ReadMessage(Message message, Contents inner) {
    <P extends Payload> Stream<P> all(Class<P> kind) {
        return Stream.concat(message.all(kind), inner(kind));
    }

    <P extends Payload> Stream<P> inner(Class<P> kind) {
        return inner.payloads().stream().filter(kind::isInstance).map(kind::cast);
    }

    <P extends Payload> Optional<P> first(Class<P> kind) {
        return all(kind).findFirst();
    }

    boolean has(Class<? extends Payload> kind) {
        return all(kind).findAny().isPresent();
    }

    boolean notifies(int type) {
        return all(Payload.Notify.class).anyMatch(notify -> notify.type() == type);
    }

    Optional<Chunk> nonce() {
        return first(Payload.Nonce.class).map(Payload.Nonce::value);
    }

    List<Payload.Proposal> proposals() {
        return first(Payload.SecurityAssociation.class)
                .map(Payload.SecurityAssociation::proposals)
                .orElse(List.of());
    }

    IpAddress source() {
        return message.captured().source();
    }

    IpAddress destination() {
        return message.captured().destination();
    }
}
