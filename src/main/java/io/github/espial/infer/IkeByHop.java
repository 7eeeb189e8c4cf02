package io.github.espial.infer;

import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.wire.IkeView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By which routers a server's IKE for one peer went, and which of them it was answered by.
 *
 * <p>A request is answered by a reply of its SPI and message id (RFC 7296 §2.2), and the answer counts for the router that
 * took the request last. That a reply of the server's arrived shows when the peer's next request comes. Version 1 has no
 * requests and replies: there a new message of the same exchange does it (RFC 2408 §3.1).
 */
final class IkeByHop {
    private static final int VERSION_2 = 2;

    private final Map<Router, Span> spans;
    private final Set<Router> answered = new LinkedHashSet<>();
    private final Routers routers;
    private final Map<Exchange, Router> requests = new HashMap<>();
    private final Map<Long, Router> replies = new HashMap<>();
    private final Map<Exchange, Router> exchanges = new HashMap<>();
    private final Set<Exchange> peersRequests = new HashSet<>();
    private final Set<ByteBuffer> peersMessages = new HashSet<>();

    IkeByHop(Facts facts, Pairing.Pair pair, PeerTraffic traffic, Routers routers) {
        this.routers = routers;
        this.spans = traffic.outboundByRouter(Talk::isIke);
        Set<Object> firstHops = new HashSet<>();
        traffic.outbound().filter(Talk::isIke).forEach(talk -> firstHops.add(talk.hop()));
        Set<Object> lastHops = new HashSet<>();
        traffic.inbound().filter(Talk::isIke).forEach(talk -> lastHops.add(talk.hop()));
        List<IkeMessage> messages = new ArrayList<>();
        facts.ikeMessages(pair.server(), pair.peer())
                .filter(message -> firstHops.contains(message.hop()))
                .forEach(messages::add);
        facts.ikeMessages(pair.peer(), pair.server())
                .filter(message -> lastHops.contains(message.hop()))
                .forEach(messages::add);
        if (messages.isEmpty() && !lastHops.isEmpty() && spans.size() == 1) {
            // There were too many to keep any: with one router, whatever was answered went by it.
            answered.addAll(spans.keySet());
        }
        FrameOrder.sort(messages, IkeMessage::frame, IkeMessage::nanos);
        IkeView header = new IkeView();
        for (IkeMessage message : messages) {
            if (header.wrap(message.octets(), 0, message.length())) {
                Direction direction = message.source().equals(pair.server()) ? Direction.OUTBOUND : Direction.INBOUND;
                if (header.majorVersion() >= VERSION_2) {
                    take2(message, header, direction);
                } else {
                    take1(message, header, direction);
                }
            }
        }
    }

    /** Routers that the server handed IKE for the peer to. */
    Map<Router, Span> spans() {
        return spans;
    }

    boolean wentBy(Router router) {
        return spans.containsKey(router);
    }

    /** Whether IKE by {@code router} was answered. */
    boolean isAnswered(Router router) {
        return answered.contains(router);
    }

    /** Routers by which IKE was answered, in the order of the first answer. */
    Set<Router> answered() {
        return answered;
    }

    private void take2(IkeMessage message, IkeView header, Direction direction) {
        Exchange exchange = Exchange.of(header);
        if (direction == Direction.OUTBOUND) {
            routers.takerOf(message.hop()).ifPresent(router -> {
                if (header.isResponse()) {
                    replies.put(header.initiatorSpi(), router);
                } else {
                    requests.put(exchange, router);
                }
            });
        } else if (header.isResponse()) {
            Stream.ofNullable(requests.remove(exchange)).forEach(answered::add);
        } else if (peersRequests.add(exchange)) {
            Stream.ofNullable(replies.remove(header.initiatorSpi())).forEach(answered::add);
        }
    }

    private void take1(IkeMessage message, IkeView header, Direction direction) {
        Exchange exchange = Exchange.of(header);
        if (direction == Direction.OUTBOUND) {
            routers.takerOf(message.hop()).ifPresent(router -> exchanges.put(exchange, router));
        } else if (peersMessages.add(message.octets())) {
            Stream.ofNullable(exchanges.remove(exchange)).forEach(answered::add);
        }
    }

    /** What a request and its reply have in common. */
    private record Exchange(long initiatorSpi, int type, long messageId) {
        static Exchange of(IkeView header) {
            return new Exchange(header.initiatorSpi(), header.exchangeType(), header.messageId());
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Exchange exchange
                    && exchange.initiatorSpi == initiatorSpi
                    && exchange.type == type
                    && exchange.messageId == messageId;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(initiatorSpi) + type) + Long.hashCode(messageId);
        }
    }
}
