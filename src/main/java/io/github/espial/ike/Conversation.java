package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The messages of one IKE SA: of one initiator's SPI, between two hosts.
 *
 * @param messages each once, in order of time
 * @param copies how often each was sent again: as often as one link saw it, less one
 * @param responderSpi of most messages; 0 where none has one
 */
record Conversation(List<Message> messages, List<Integer> copies, long initiatorSpi, long responderSpi) {
    private static final Comparator<IkeMessage> ORDER =
            Comparator.comparingLong(IkeMessage::nanos).thenComparing(IkeMessage::frame);

    Conversation {
        messages = List.copyOf(messages);
        copies = List.copyOf(copies);
    }

    /** The conversations that messages make, in order of their first messages. */
    static List<Conversation> of(List<IkeMessage> captured) {
        Map<Key, List<Message>> byKey = new LinkedHashMap<>();
        captured.stream()
                .sorted(ORDER)
                .map(Message::of)
                .forEach(message -> byKey.computeIfAbsent(Key.of(message), key -> new ArrayList<>())
                        .add(message));
        return byKey.values().stream().map(Conversation::ofAll).toList();
    }

    private static Conversation ofAll(List<Message> all) {
        Map<Sent, List<Message>> bySent = new LinkedHashMap<>();
        all.forEach(message -> bySent.computeIfAbsent(Sent.of(message), sent -> new ArrayList<>())
                .add(message));
        Map<Long, Integer> byResponder = new TreeMap<>();
        List<Message> messages = new ArrayList<>();
        List<Integer> copies = new ArrayList<>();
        for (List<Message> same : bySent.values()) {
            Message first = same.get(0);
            messages.add(first);
            copies.add(mostOnOneLink(same) - 1);
            byResponder.merge(first.header().responderSpi(), 1, Integer::sum);
        }
        long responder = byResponder.entrySet().stream()
                .filter(spi -> spi.getKey() != 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
        return new Conversation(messages, copies, messages.get(0).header().initiatorSpi(), responder);
    }

    private static int mostOnOneLink(List<Message> same) {
        Map<Hop, Integer> byLink = new HashMap<>();
        same.forEach(message -> byLink.merge(message.captured().hop(), 1, Integer::sum));
        return byLink.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    Message first() {
        return messages.get(0);
    }

    int majorVersion() {
        return first().header().majorVersion();
    }

    /** Who began the IKE SA, as far as messages tell. */
    IpAddress initiator() {
        return messages.stream()
                .filter(message ->
                        message.header().majorVersion() > 1 || message.header().responderSpi() == 0)
                .findFirst()
                .map(message ->
                        message.header().majorVersion() == 1 || message.header().byInitiator()
                                ? message.captured().source()
                                : message.captured().destination())
                .orElse(first().captured().source());
    }

    IpAddress responder() {
        return first().captured().source().equals(initiator())
                ? first().captured().destination()
                : first().captured().source();
    }

    /** What tells one conversation from another. */
    private record Key(int majorVersion, long initiatorSpi, IpAddress lower, IpAddress higher) {
        static Key of(Message message) {
            IpAddress source = message.captured().source();
            IpAddress destination = message.captured().destination();
            boolean isOrdered = source.compareTo(destination) <= 0;
            return new Key(
                    message.header().majorVersion(),
                    message.header().initiatorSpi(),
                    isOrdered ? source : destination,
                    isOrdered ? destination : source);
        }

        // By hand, as for MAC addresses: what the compiler gives takes milliseconds at each start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.majorVersion == majorVersion
                    && key.initiatorSpi == initiatorSpi
                    && key.lower.equals(lower)
                    && key.higher.equals(higher);
        }

        @Override
        public int hashCode() {
            return (31 * Long.hashCode(initiatorSpi) + lower.hashCode()) * 31 + higher.hashCode();
        }
    }

    /** What is the same in a message that is sent again. */
    private record Sent(IpAddress source, ByteBuffer octets) {
        static Sent of(Message message) {
            return new Sent(message.captured().source(), message.captured().octets());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sent sent && sent.source.equals(source) && sent.octets.equals(octets);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + octets.hashCode();
        }
    }
}
