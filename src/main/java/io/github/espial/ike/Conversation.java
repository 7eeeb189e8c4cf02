package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
    Conversation {
        messages = List.copyOf(messages);
        copies = List.copyOf(copies);
    }

    /** The conversations that messages make, in order of their first messages. */
    static List<Conversation> of(List<IkeMessage> captured) {
        List<IkeMessage> inOrder = new ArrayList<>(captured);
        inOrder.sort(Conversation::inTime);
        Map<Key, List<Message>> byKey = new LinkedHashMap<>();
        for (IkeMessage one : inOrder) {
            Message message = Message.of(one);
            byKey.computeIfAbsent(Key.of(message), key -> new ArrayList<>()).add(message);
        }
        List<Conversation> conversations = new ArrayList<>();
        for (List<Message> messages : byKey.values()) {
            conversations.add(ofAll(messages));
        }
        return conversations;
    }

    private static int inTime(IkeMessage one, IkeMessage other) {
        int order = Long.compare(one.nanos(), other.nanos());
        return order == 0 ? one.frame().compareTo(other.frame()) : order;
    }

    private static Conversation ofAll(List<Message> all) {
        Map<Sent, List<Message>> bySent = new LinkedHashMap<>();
        for (Message message : all) {
            bySent.computeIfAbsent(Sent.of(message), sent -> new ArrayList<>()).add(message);
        }
        Map<Long, Integer> byResponder = new TreeMap<>();
        List<Message> messages = new ArrayList<>();
        List<Integer> copies = new ArrayList<>();
        for (List<Message> same : bySent.values()) {
            Message first = same.get(0);
            messages.add(first);
            copies.add(mostOnOneLink(same) - 1);
            byResponder.merge(first.header().responderSpi(), 1, Integer::sum);
        }
        return new Conversation(messages, copies, messages.get(0).header().initiatorSpi(), mostUsed(byResponder));
    }

    /** Of equals the least; 0 where there is none but 0. */
    private static long mostUsed(Map<Long, Integer> countsBySpi) {
        long mostUsed = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> spi : countsBySpi.entrySet()) {
            if (spi.getKey() != 0 && spi.getValue() > most) {
                mostUsed = spi.getKey();
                most = spi.getValue();
            }
        }
        return mostUsed;
    }

    private static int mostOnOneLink(List<Message> same) {
        Map<Hop, Integer> byLink = new HashMap<>();
        int most = 1;
        for (Message message : same) {
            most = Math.max(most, byLink.merge(message.captured().hop(), 1, Integer::sum));
        }
        return most;
    }

    Message first() {
        return messages.get(0);
    }

    int majorVersion() {
        return first().header().majorVersion();
    }

    /** Who began the IKE SA, as far as messages tell. */
    IpAddress initiator() {
        for (Message message : messages) {
            if (message.header().majorVersion() > 1 || message.header().responderSpi() == 0) {
                return message.header().majorVersion() == 1 || message.header().byInitiator()
                        ? message.captured().source()
                        : message.captured().destination();
            }
        }
        return first().captured().source();
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
