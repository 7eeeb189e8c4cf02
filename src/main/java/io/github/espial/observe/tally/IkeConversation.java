package io.github.espial.observe.tally;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.table.Placement;
import java.util.Arrays;

/** The first messages of a conversation, as many as fit {@link #MOST}. */
final class IkeConversation {
    /** Octets that its messages may take: some thousand messages. */
    static final int MOST = 1 << 20;

    /** Octets that a message takes in memory besides its own, roughly. */
    static final int BESIDES = 256;

    private final Key key;
    private KeptIkeMessage[] messages = new KeptIkeMessage[1];
    private int count;
    private int size;
    private boolean isFull;

    IkeConversation(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    int messages() {
        return count;
    }

    KeptIkeMessage message(int index) {
        return messages[index];
    }

    /** Octets that its messages take. */
    int size() {
        return size;
    }

    /** Whether messages were left out. */
    boolean isFull() {
        return isFull;
    }

    /** Has whatever follows left out. */
    void fill() {
        isFull = true;
    }

    /** Adds the message that follows, or leaves it out; octets by which this has grown. */
    int add(KeptIkeMessage message) {
        int cost = message.length() + BESIDES;
        isFull |= size + cost > MOST;
        if (isFull) {
            return 0;
        }
        if (count == messages.length) {
            messages = Arrays.copyOf(messages, 2 * count);
        }
        messages[count] = message;
        count++;
        size += cost;
        return cost;
    }

    /** @param lower the lower of the two addresses */
    record Key(long hash, int capture, long initiatorSpi, IpAddress lower, IpAddress higher)
            implements Comparable<Key> {
        private static final IpAddress LOWEST = new IpAddress(4, 0, 0);

        static Key of(long hash, int capture, long initiatorSpi, IpAddress one, IpAddress other) {
            boolean isOrdered = one.compareTo(other) <= 0;
            return new Key(hash, capture, initiatorSpi, isOrdered ? one : other, isOrdered ? other : one);
        }

        /** The same conversation among those of its case. */
        Key joined(Placement how) {
            int stream = how.stream().orElse(capture);
            return stream == capture ? this : new Key(hash, stream, initiatorSpi, lower, higher);
        }

        /** What no key of that hash comes before. */
        static Key least(long hash) {
            return new Key(hash, Integer.MIN_VALUE, Long.MIN_VALUE, LOWEST, LOWEST);
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.hash == hash
                    && key.capture == capture
                    && key.initiatorSpi == initiatorSpi
                    && key.lower.equals(lower)
                    && key.higher.equals(higher);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(hash);
        }

        // By hand: a chain of comparators takes milliseconds at each start.
        @Override
        public int compareTo(Key other) {
            int order = Long.compare(hash, other.hash);
            if (order == 0) {
                order = Integer.compare(capture, other.capture);
            }
            if (order == 0) {
                order = Long.compare(initiatorSpi, other.initiatorSpi);
            }
            if (order == 0) {
                order = lower.compareTo(other.lower);
            }
            return order == 0 ? higher.compareTo(other.higher) : order;
        }
    }
}
