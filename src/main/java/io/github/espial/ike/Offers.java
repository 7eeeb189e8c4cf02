package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.wire.IkeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the messages in which SAs for traffic were offered and chosen. */
final class Offers {
    private Offers() {}

    /** In order of time. */
    static List<Offer> of(int majorVersion, List<ReadMessage> messages) {
        return majorVersion == 1 ? version1(messages) : version2(messages);
    }

    private static List<Offer> version1(List<ReadMessage> messages) {
        Map<Long, List<ReadMessage>> byId = new LinkedHashMap<>();
        messages.stream()
                .filter(read -> read.message().header().exchangeType() == IkeView.V1_QUICK_MODE)
                .filter(Offers::hasSa)
                .forEach(read -> byId.computeIfAbsent(read.message().header().messageId(), id -> new ArrayList<>())
                        .add(read));
        List<Offer> offers = new ArrayList<>();
        for (List<ReadMessage> exchange : byId.values()) {
            ReadMessage request = exchange.get(0);
            exchange.stream()
                    .filter(read -> read.source().equals(request.destination()))
                    .findFirst()
                    .ifPresent(answer -> offers.add(Offer.of(request, answer)));
        }
        return offers;
    }

    private static List<Offer> version2(List<ReadMessage> messages) {
        List<Offer> offers = new ArrayList<>();
        first(messages).ifPresent(offers::add);
        Map<Exchanged, ReadMessage> requests = new LinkedHashMap<>();
        for (ReadMessage read : messages) {
            if (read.message().header().exchangeType() != IkeView.V2_CREATE_CHILD_SA || !hasSa(read)) {
                continue;
            }
            if (read.message().header().isRequest()) {
                requests.put(
                        new Exchanged(read.source(), read.message().header().messageId()), read);
            } else {
                Optional.ofNullable(requests.remove(new Exchanged(
                                read.destination(), read.message().header().messageId())))
                        .ifPresent(request -> offers.add(Offer.of(request, read)));
            }
        }
        return offers;
    }

    /** The SA that comes with the IKE SA: over all messages of its authentication, with the nonces of the first exchange. */
    private static Optional<Offer> first(List<ReadMessage> messages) {
        Optional<ReadMessage> request = last(messages, IkeView.V2_IKE_AUTH, Message.Header::isRequest);
        Optional<ReadMessage> answer = last(messages, IkeView.V2_IKE_AUTH, Predicate.not(Message.Header::isRequest));
        Optional<ReadMessage> chosen = last(messages, IkeView.V2_IKE_SA_INIT, Predicate.not(Message.Header::isRequest));
        Optional<ReadMessage> begun = messages.stream()
                .filter(Offers::hasSa)
                .filter(read -> read.message().header().exchangeType() == IkeView.V2_IKE_SA_INIT)
                .takeWhile(read -> chosen.isEmpty() || !isSame(read, chosen.get()))
                .filter(read -> read.message().header().isRequest())
                .reduce((earlier, later) -> later);
        return request.flatMap(offered -> answer.map(made ->
                new Offer(offered, made, begun.flatMap(ReadMessage::nonce), chosen.flatMap(ReadMessage::nonce))));
    }

    private static boolean isSame(ReadMessage one, ReadMessage other) {
        return one.message()
                .captured()
                .frame()
                .equals(other.message().captured().frame());
    }

    private static Optional<ReadMessage> last(
            List<ReadMessage> messages, int exchangeType, Predicate<Message.Header> is) {
        return messages.stream()
                .filter(Offers::hasSa)
                .filter(read -> read.message().header().exchangeType() == exchangeType)
                .filter(read -> is.test(read.message().header()))
                .reduce((earlier, later) -> later);
    }

    private static boolean hasSa(ReadMessage read) {
        return read.has(Payload.SecurityAssociation.class);
    }

    private record Exchanged(IpAddress initiator, long messageId) {}
}
