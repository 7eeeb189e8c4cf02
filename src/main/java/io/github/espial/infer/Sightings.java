package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Frames that network cards handed to MACs, as far as tables tell: of each conversation the first and the last at least. */
final class Sightings {
    private final Set<MacAddress> cards;
    /** Cards that handed frames to a MAC. */
    private final Map<MacAddress, Set<Card>> users = new HashMap<>();
    /** Frames that each card handed to a MAC. */
    private final Map<Card, Map<MacAddress, List<Sighting>>> byCard = new HashMap<>();

    private final Map<Conversation, Map<MacAddress, Stay>> stays = new HashMap<>();

    /**
     * @param cards those of servers: what others sent is left out
     */
    Sightings(Stream<Talk> talks, Stream<SaTalk> sas, Stream<IkeMessage> messages, Set<MacAddress> cards) {
        this.cards = cards;
        talks.filter(talk -> !talk.isProtected()).forEach(talk -> see(talk.hop(), talk.span(), Conversation.of(talk)));
        sas.forEach(sa -> see(sa.hop(), sa.span(), Conversation.of(sa)));
        messages.forEach(message -> see(message.hop(), message.frame(), message.nanos(), Conversation.of(message)));
    }

    /** Cards that handed frames to {@code router}. */
    Set<Card> cardsOf(Router router) {
        Set<Card> all = new LinkedHashSet<>();
        router.macs().forEach(mac -> all.addAll(users.getOrDefault(mac, Set.of())));
        return all;
    }

    /** Where a card handed frames to that went to any of the routers, in the order of frames. */
    List<Sighting> of(Card card, Router... routers) {
        Map<MacAddress, List<Sighting>> ofCard = byCard.getOrDefault(card, Map.of());
        List<Sighting> all = new ArrayList<>();
        Stream.of(routers)
                .flatMap(router -> router.macs().stream())
                .distinct()
                .forEach(mac -> all.addAll(ofCard.getOrDefault(mac, List.of())));
        Collections.sort(all);
        return all;
    }

    /** Whether a conversation went to both routers by turns, and not to one of them first and then to the other. */
    boolean isSplit(Conversation conversation, Router one, Router other) {
        Optional<Stay> atOne = stay(conversation, one);
        Optional<Stay> atOther = stay(conversation, other);
        return atOne.isPresent() && atOther.isPresent() && atOne.get().overlaps(atOther.get());
    }

    private Optional<Stay> stay(Conversation conversation, Router router) {
        return stays.getOrDefault(conversation, Map.of()).entrySet().stream()
                .filter(stay -> router.has(stay.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Stay::plus);
    }

    /** Frames of conversations that went to {@code router}, and not to both by turns. */
    long steadyFrames(List<Sighting> all, Router router, Router besides) {
        Set<Conversation> steady = new HashSet<>();
        all.forEach(sighting -> steady.add(sighting.conversation()));
        return steady.stream()
                .filter(conversation -> !isSplit(conversation, router, besides))
                .flatMap(conversation -> stay(conversation, router).stream())
                .mapToLong(Stay::frames)
                .sum();
    }

    private void see(Hop hop, Span span, Conversation conversation) {
        hop.destination()
                .ifPresent(mac -> stays.computeIfAbsent(conversation, key -> new HashMap<>())
                        .merge(mac, new Stay(span.firstFrame(), span.lastFrame(), span.frames()), Stay::plus));
        see(hop, span.firstFrame(), span.hasTime() ? span.firstNanos() : Long.MIN_VALUE, conversation);
        if (span.frames() > 1) {
            see(hop, span.lastFrame(), span.hasTime() ? span.lastNanos() : Long.MIN_VALUE, conversation);
        }
    }

    private void see(Hop hop, FrameReference frame, long nanos, Conversation conversation) {
        Optional<MacAddress> card = hop.source().filter(cards::contains);
        Optional<MacAddress> taker = hop.destination().filter(mac -> !mac.isGroup());
        if (card.isPresent() && taker.isPresent()) {
            Card user = new Card(card.get(), hop.point(), hop.vlans());
            users.computeIfAbsent(taker.get(), key -> new LinkedHashSet<>()).add(user);
            byCard.computeIfAbsent(user, key -> new HashMap<>())
                    .computeIfAbsent(taker.get(), key -> new ArrayList<>())
                    .add(new Sighting(frame, nanos, taker.get(), conversation));
        }
    }

    /** From the first to the last frame of a conversation at one MAC. */
    private record Stay(FrameReference first, FrameReference last, long frames) {
        Stay plus(Stay other) {
            return new Stay(
                    first.compareTo(other.first) <= 0 ? first : other.first,
                    last.compareTo(other.last) >= 0 ? last : other.last,
                    frames + other.frames);
        }

        boolean overlaps(Stay other) {
            return first.compareTo(other.last) < 0 && other.first.compareTo(last) < 0;
        }
    }

    /** A network card as it was captured on one segment. */
    record Card(MacAddress mac, Hop.Point point, List<Integer> vlans) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Card card
                    && card.mac.equals(mac)
                    && card.point.equals(point)
                    && card.vlans.equals(vlans);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * mac.hashCode() + point.hashCode()) + vlans.hashCode();
        }
    }

    /**
     * Packets of one kind, or of one SA, from one host to another: a sender hands them to one next hop at a time.
     *
     * @param spi of an SA, else 0, which no SA has (RFC 4303 §2.1)
     */
    record Conversation(Traffic traffic, long spi, IpAddress source, IpAddress destination) {
        static Conversation of(Talk talk) {
            return new Conversation(talk.traffic(), 0, talk.source(), talk.destination());
        }

        static Conversation of(SaTalk sa) {
            return new Conversation(sa.traffic(), sa.spi().value(), sa.source(), sa.destination());
        }

        static Conversation of(IkeMessage message) {
            return new Conversation(Traffic.IKE, 0, message.source(), message.destination());
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Conversation conversation
                    && conversation.traffic == traffic
                    && conversation.spi == spi
                    && conversation.source.equals(source)
                    && conversation.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(spi) + traffic.code) + 17 * source.hashCode() + destination.hashCode();
        }
    }

    /** A frame that a card handed to a MAC. */
    record Sighting(FrameReference frame, long nanos, MacAddress mac, Conversation conversation)
            implements Comparable<Sighting> {
        boolean isAt(Router router) {
            return router.has(mac);
        }

        @Override
        public int compareTo(Sighting other) {
            return frame.compareTo(other.frame);
        }
    }
}
