package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.UdpEncapsulationView;
import io.github.espial.wire.UdpView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * IKE messages with their octets, by conversation: an initiator's SPI between two hosts, in one
 * capture, or in one stream of captures.
 *
 * <p>Of a conversation the first messages are kept, as many as fit {@link #MOST_OF_ONE}. When all take more than {@link
 * #MOST}, the conversations with the greatest hashes are left out, a choice that depends on what the captures hold alone:
 * {@link #merge} is associative, however a capture is cut. Not thread-safe.
 */
final class IkeMessageTable implements KeptTable<IkeMessageTable> {
    /** Octets that the messages of one conversation may take: some thousand messages. */
    static final int MOST_OF_ONE = 1 << 20;

    /** Octets that all messages may take. */
    static final int MOST = 24 << 20;

    /** Octets that a message takes in memory besides its own, roughly. */
    private static final int BESIDES = 256;

    /** A request and its answer: of a flood, most conversations have no more. */
    private static final int USUAL_MESSAGES = 2;

    /** Octets in a file that a conversation, or a message, takes at the least. */
    private static final int LEAST_OCTETS = 8;

    private static final long NONE_LEFT_OUT = Long.MAX_VALUE;

    /** Octets beyond {@link #MOST} that are let come together, before conversations are left out all at one go. */
    private static final int ROOM = MOST / 8;

    private final Map<Key, Conversation> conversations = new HashMap<>();
    private final SharedHops hops = new SharedHops();
    /** Conversations with this hash or a greater one are left out. */
    private long bound = NONE_LEFT_OUT;

    private long size;

    /** Takes in the message that {@code packet} has read. */
    void add(int capture, Frame frame, Dissector packet) {
        IkeView ike = packet.ike();
        long hash = hash(ike.initiatorSpi(), packet);
        if (hash >= bound) {
            return;
        }
        IpAddress source = address(packet, packet.sourceHigh(), packet.sourceLow());
        IpAddress destination = address(packet, packet.destinationHigh(), packet.destinationLow());
        Conversation conversation = conversation(Key.of(hash, capture, ike.initiatorSpi(), source, destination));
        if (conversation.isFull) {
            return;
        }
        int start = ike.payloadStart() - IkeView.HEADER_LENGTH;
        byte[] octets = new byte[IkeView.HEADER_LENGTH + ike.payloadLength()];
        frame.octets().get(start, octets);
        UdpView udp = new UdpView();
        int header = udpStart(frame.octets(), start);
        boolean isUdp = udp.wrap(frame.octets(), header, start + octets.length - header);
        size += conversation.add(KeptIkeMessage.of(
                new SeenFrame(
                        new FrameReference(capture, frame.number()),
                        frame.hasTime() ? frame.nanos() : SeenFrame.NO_TIME,
                        frame.originalLength()),
                hops.hop(capture, frame, packet),
                conversation.key.shared(source),
                isUdp ? udp.sourcePort() : 0,
                conversation.key.shared(destination),
                isUdp ? udp.destinationPort() : 0,
                octets));
        leaveOut(ROOM);
    }

    /** Takes in what {@code next} holds; {@code next} is left as is. */
    @Override
    public void merge(IkeMessageTable next, Placement how) {
        if (next.bound < bound) {
            bound = next.bound;
            conversations.values().removeIf(conversation -> conversation.key.hash() >= bound);
            size = conversations.values().stream()
                    .mapToLong(conversation -> conversation.size)
                    .sum();
        }
        for (Conversation other : next.conversations.values()) {
            if (other.key.hash() < bound) {
                take(other, how);
            }
        }
        leaveOut(ROOM);
    }

    private void take(Conversation other, Placement how) {
        Conversation conversation = conversation(other.key.joined(how));
        for (KeptIkeMessage message : other.messages) {
            size += conversation.add(message.joined(how));
        }
        conversation.isFull |= other.isFull;
    }

    /** The bound, then each conversation in the order of the keys: its key, whether it is full, and its messages. */
    @Override
    public void write(FieldWriter to) throws IOException {
        leaveOut(0);
        to.number(bound);
        to.number(conversations.size());
        for (Conversation conversation : inOrder()) {
            Key key = conversation.key;
            to.number(key.hash());
            to.number(key.initiatorSpi());
            IkeMessageForm.address(key.lower(), to);
            IkeMessageForm.address(key.higher(), to);
            to.flag(conversation.isFull);
            to.number(conversation.messages.size());
            for (KeptIkeMessage message : conversation.messages) {
                IkeMessageForm.write(message.message(), to);
            }
        }
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        bound = from.number(NONE_LEFT_OUT);
        int count = from.count(MOST / BESIDES, LEAST_OCTETS);
        Key before = Key.least(0);
        for (int i = 0; i < count; i++) {
            long hash = from.number(NONE_LEFT_OUT);
            long spi = from.number();
            Key key = new Key(hash, capture, spi, IkeMessageForm.address(from), IkeMessageForm.address(from));
            from.hold(hash < bound && before.compareTo(key) < 0, "a conversation that cannot be in place " + i);
            readMessages(from, capture, conversation(key));
            before = key;
        }
    }

    private void readMessages(FieldReader from, int capture, Conversation conversation) throws IOException {
        boolean isFull = from.flag();
        int messages = from.count(MOST_OF_ONE / BESIDES, LEAST_OCTETS);
        for (int i = 0; i < messages; i++) {
            size += conversation.add(IkeMessageForm.read(from, capture));
            from.hold(!conversation.isFull && size <= MOST, "more messages than are kept");
        }
        conversation.isFull = isFull;
    }

    @Override
    public boolean isSampled() {
        leaveOut(0);
        if (bound != NONE_LEFT_OUT) {
            return true;
        }
        for (Conversation conversation : conversations.values()) {
            if (conversation.isFull) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long leftOut() {
        leaveOut(0);
        return bound == NONE_LEFT_OUT ? 0 : bound;
    }

    @Override
    public void leaveOut(long level) {
        bound = level == 0 ? NONE_LEFT_OUT : level;
    }

    /** All messages, in the order of their frames. */
    List<IkeMessage> rows() {
        leaveOut(0);
        List<IkeMessage> rows = new ArrayList<>();
        for (Conversation conversation : conversations.values()) {
            for (KeptIkeMessage message : conversation.messages) {
                rows.add(message.message());
            }
        }
        rows.sort((one, other) -> one.frame().compareTo(other.frame()));
        return List.copyOf(rows);
    }

    private Conversation conversation(Key key) {
        return conversations.computeIfAbsent(key, Conversation::new);
    }

    /**
     * Leaves out what is too much, once that is more than {@code room}: what comes to be left out is the same whether that
     * is done after each message or later, as what stands below the bound is there in full.
     */
    private void leaveOut(int room) {
        if (size <= MOST + room) {
            return;
        }
        List<Conversation> inOrder = inOrder();
        int last = inOrder.size() - 1;
        while (last >= 0 && (size > MOST || inOrder.get(last).key.hash() == bound)) {
            Conversation greatest = inOrder.get(last);
            bound = greatest.key.hash();
            size -= greatest.size;
            conversations.remove(greatest.key);
            last--;
        }
    }

    private List<Conversation> inOrder() {
        List<Conversation> inOrder = new ArrayList<>(conversations.values());
        inOrder.sort((one, other) -> one.key.compareTo(other.key));
        return inOrder;
    }

    /** The UDP header is before the message, or before the non-ESP marker: its own last words cannot be zero. */
    private static int udpStart(ByteBuffer octets, int start) {
        int marker = start - UdpEncapsulationView.NON_ESP_MARKER_LENGTH;
        boolean isMarked = octets.getInt(marker) == 0;
        return (isMarked ? marker : start) - UdpView.HEADER_LENGTH;
    }

    private static IpAddress address(Dissector packet, long high, long low) {
        return new IpAddress(packet.ipVersion(), high, low);
    }

    /** The same for both directions, and in every capture; not negative. */
    private static long hash(long spi, Dissector packet) {
        long hosts = mixed(packet.sourceHigh() * 31 + packet.sourceLow())
                + mixed(packet.destinationHigh() * 31 + packet.destinationLow());
        return mixed(spi ^ hosts) >>> 1;
    }

    private static long mixed(long word) {
        long product = (word ^ (word >>> 32)) * 0xd6e8feb86659fd93L;
        return (product ^ (product >>> 32)) * 0xd6e8feb86659fd93L;
    }

    /** The first messages of a conversation. */
    private static final class Conversation {
        private final Key key;
        private final List<KeptIkeMessage> messages = new ArrayList<>(USUAL_MESSAGES);
        private long size;
        private boolean isFull;

        Conversation(Key key) {
            this.key = key;
        }

        /** Octets by which it has grown. */
        private long add(KeptIkeMessage message) {
            long cost = (long) message.length() + BESIDES;
            isFull |= size + cost > MOST_OF_ONE;
            if (isFull) {
                return 0;
            }
            messages.add(message);
            size += cost;
            return cost;
        }
    }

    /** @param lower the lower of the two addresses */
    private record Key(long hash, int capture, long initiatorSpi, IpAddress lower, IpAddress higher)
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

        /** The same address as {@code host}, which is one of both. */
        IpAddress shared(IpAddress host) {
            return lower.equals(host) ? lower : higher;
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
