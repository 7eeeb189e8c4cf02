package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.wire.IkeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the messages in which SAs for traffic were offered and chosen. */
final class Offers {
    private Offers() {}

    /** In order of time. */
    static List<Offer> of(int majorVersion, List<ReadMessage> messages) {
        return majorVersion == 1 ? version1(messages) : version2(messages);
    }

    private static List<Offer> version1(List<ReadMessage> messages) {
        Map<Long, List<ReadMessage>> byId = new LinkedHashMap<>();
        for (ReadMessage read : messages) {
            if (read.message().header().exchangeType() == IkeView.V1_QUICK_MODE && hasSa(read)) {
                byId.computeIfAbsent(read.message().header().messageId(), id -> new ArrayList<>())
                        .add(read);
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (List<ReadMessage> exchange : byId.values()) {
            ReadMessage request = exchange.get(0);
            for (ReadMessage read : exchange) {
                if (read.source().equals(request.destination())) {
                    offers.add(Offer.of(request, read));
                    break;
                }
            }
        }
        return offers;
    }

    private static List<Offer> version2(List<ReadMessage> messages) {
        List<Offer> offers = new ArrayList<>();
        Optional<Offer> first = first(messages);
        if (first.isPresent()) {
            offers.add(first.get());
        }
        Map<Exchanged, ReadMessage> requests = new LinkedHashMap<>();
        for (ReadMessage read : messages) {
            if (read.message().header().exchangeType() != IkeView.V2_CREATE_CHILD_SA || !hasSa(read)) {
                continue;
            }
            if (read.message().header().isRequest()) {
                requests.put(
                        new Exchanged(read.source(), read.message().header().messageId()), read);
            } else {
                ReadMessage request = requests.remove(new Exchanged(
                        read.destination(), read.message().header().messageId()));
                if (request != null) {
                    offers.add(Offer.of(request, read));
                }
            }
        }
        return offers;
    }

    /** The SA that comes with the IKE SA: over all messages of its authentication, with the nonces of the first exchange. */
    private static Optional<Offer> first(List<ReadMessage> messages) {
        Optional<ReadMessage> request = last(messages, IkeView.V2_IKE_AUTH, true);
        Optional<ReadMessage> answer = last(messages, IkeView.V2_IKE_AUTH, false);
        if (request.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReadMessage> chosen = last(messages, IkeView.V2_IKE_SA_INIT, false);
        Optional<ReadMessage> begun = last(before(chosen, messages), IkeView.V2_IKE_SA_INIT, true);
        return Optional.of(new Offer(
                request.get(), answer.get(), begun.flatMap(ReadMessage::nonce), chosen.flatMap(ReadMessage::nonce)));
    }

    /** All messages where there is no such one. */
    private static List<ReadMessage> before(Optional<ReadMessage> one, List<ReadMessage> messages) {
        for (int i = 0; i < messages.size() && one.isPresent(); i++) {
            if (isSame(messages.get(i), one.get())) {
                return messages.subList(0, i);
            }
        }
        return messages;
    }

    private static boolean isSame(ReadMessage one, ReadMessage other) {
        return one.message()
                .captured()
                .frame()
                .equals(other.message().captured().frame());
    }

    /** The last message with an SA that is a request, or an answer, of such an exchange. */
    private static Optional<ReadMessage> last(List<ReadMessage> messages, int exchangeType, boolean isRequest) {
        Optional<ReadMessage> last = Optional.empty();
        for (ReadMessage read : messages) {
            Message.Header header = read.message().header();
            if (header.exchangeType() == exchangeType && header.isRequest() == isRequest && hasSa(read)) {
                last = Optional.of(read);
            }
        }
        return last;
    }

    private static boolean hasSa(ReadMessage read) {
        return read.has(Payload.SecurityAssociation.class);
    }

    private record Exchanged(IpAddress initiator, long messageId) {}
}
