package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.HostChoice;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.observe.table.FrameWord;
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
import java.util.Objects;
import java.util.TreeMap;

/**
 * IKE messages with their octets, by conversation: an initiator's SPI between two hosts, in one
 * capture, or in one stream of captures.
 *
 * <p>Of a conversation the first messages are kept, as many as fit {@link IkeConversation#MOST}. When all take more than {@link
 * #MOST}, the conversations with the greatest hashes are left out, a choice that depends on what the captures hold alone:
 * {@link #merge} is associative, however a capture is cut. Not thread-safe.
 */
final class IkeMessageTable implements KeptTable<IkeMessageTable> {
    /** Octets that all messages may take. */
    static final int MOST = 24 << 20;

    /** Octets in a file that a conversation, or a message, takes at the least. */
    private static final int LEAST_OCTETS = 8;

    private static final long NONE_LEFT_OUT = Long.MAX_VALUE;

    /** Octets beyond {@link #MOST} that are let come together, before conversations are left out all at one go. */
    private static final int ROOM = MOST / 4;

    private static final int SHELF_BITS = 12;

    private final Map<IkeConversation.Key, IkeConversation> conversations = new HashMap<>();
    private final UdpView udp = new UdpView();
    private final long[] link = new long[HopKey.LINK_WORDS];
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
        IkeConversation conversation =
                conversation(IkeConversation.Key.of(hash, capture, ike.initiatorSpi(), source, destination));
        if (conversation.isFull()) {
            return;
        }
        int start = ike.payloadStart() - IkeView.HEADER_LENGTH;
        byte[] octets = new byte[IkeView.HEADER_LENGTH + ike.payloadLength()];
        frame.octets().get(start, octets);
        int header = udpStart(frame.octets(), start);
        boolean isUdp = udp.wrap(frame.octets(), header, start + octets.length - header);
        HopKey.writeLink(link, capture, frame, packet, 0);
        size += conversation.add(new KeptIkeMessage(
                FrameWord.of(capture, frame.number()),
                frame.hasTime() ? frame.nanos() : SeenFrame.NO_TIME,
                frame.originalLength(),
                link,
                isUdp ? udp.sourcePort() : 0,
                isUdp ? udp.destinationPort() : 0,
                source.equals(conversation.key().lower()),
                octets));
        leaveOut(ROOM);
    }

    /** Takes in what {@code next} holds; {@code next} is left as is. */
    @Override
    public void merge(IkeMessageTable next, Placement how) {
        if (next.bound < bound) {
            bound = next.bound;
            conversations.values().removeIf(conversation -> conversation.key().hash() >= bound);
            size = conversations.values().stream()
                    .mapToLong(conversation -> conversation.size())
                    .sum();
        }
        for (IkeConversation other : next.conversations.values()) {
            if (other.key().hash() < bound) {
                take(other, how);
            }
        }
        leaveOut(ROOM);
    }

    private void take(IkeConversation other, Placement how) {
        IkeConversation conversation = conversation(other.key().joined(how));
        for (int i = 0; i < other.messages(); i++) {
            size += conversation.add(other.message(i).joined(how));
        }
        if (other.isFull()) {
            conversation.fill();
        }
    }

    /** The bound, then each conversation in the order of the keys: its key, whether it is full, and its messages. */
    @Override
    public void write(FieldWriter to) throws IOException {
        leaveOut(0);
        to.number(bound);
        to.number(conversations.size());
        for (IkeConversation conversation : inOrder()) {
            IkeConversation.Key key = conversation.key();
            to.number(key.hash());
            to.number(key.initiatorSpi());
            AddressForm.write(key.lower(), to);
            AddressForm.write(key.higher(), to);
            to.flag(conversation.isFull());
            to.number(conversation.messages());
            for (int i = 0; i < conversation.messages(); i++) {
                IkeMessageForm.write(conversation.message(i), to);
            }
        }
    }

    @Override
    public void read(FieldReader from, int capture) throws IOException {
        bound = from.number(NONE_LEFT_OUT);
        int count = from.count(MOST / IkeConversation.BESIDES, LEAST_OCTETS);
        IkeConversation.Key before = IkeConversation.Key.least(0);
        for (int i = 0; i < count; i++) {
            long hash = from.number(NONE_LEFT_OUT);
            long spi = from.number();
            IkeConversation.Key key =
                    new IkeConversation.Key(hash, capture, spi, AddressForm.read(from), AddressForm.read(from));
            from.hold(hash < bound && before.compareTo(key) < 0, "a conversation that cannot be in place " + i);
            readMessages(from, capture, conversation(key));
            before = key;
        }
    }

    private void readMessages(FieldReader from, int capture, IkeConversation conversation) throws IOException {
        boolean isFull = from.flag();
        int messages = from.count(IkeConversation.MOST / IkeConversation.BESIDES, LEAST_OCTETS);
        for (int i = 0; i < messages; i++) {
            size += conversation.add(IkeMessageForm.read(from, capture));
            from.hold(!conversation.isFull() && size <= MOST, "more messages than are kept");
        }
        if (isFull) {
            conversation.fill();
        }
    }

    @Override
    public boolean isSampled() {
        leaveOut(0);
        if (bound != NONE_LEFT_OUT) {
            return true;
        }
        for (IkeConversation conversation : conversations.values()) {
            if (conversation.isFull()) {
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

    /** The messages between hosts that are wanted, whichever is named first, in the order of their frames. */
    List<IkeMessage> rows(HostChoice which) {
        leaveOut(0);
        List<IkeMessage> rows = new ArrayList<>();
        for (IkeConversation conversation : conversations.values()) {
            if (!which.has(conversation.key().lower(), conversation.key().higher())) {
                continue;
            }
            for (int i = 0; i < conversation.messages(); i++) {
                rows.add(conversation.message(i).message(conversation.key()));
            }
        }
        rows.sort((one, other) -> one.frame().compareTo(other.frame()));
        return List.copyOf(rows);
    }

    private IkeConversation conversation(IkeConversation.Key key) {
        return conversations.computeIfAbsent(key, IkeConversation::new);
    }

    /**
     * Leaves out what is too much, once that is more than {@code room}: what comes to be left out is the same whether that
     * is done after each message or later, as what stands below the bound is there in full.
     */
    private void leaveOut(int room) {
        if (size <= MOST + room) {
            return;
        }
        long[] hashes = new long[conversations.size()];
        int[] sizes = new int[hashes.length];
        int count = 0;
        for (IkeConversation conversation : conversations.values()) {
            hashes[count] = conversation.key().hash();
            sizes[count] = conversation.size();
            count++;
        }
        leaveOut(hashes, sizes);
        conversations.values().removeIf(conversation -> conversation.key().hash() >= bound);
    }

    /** Sets the bound so that what is below it fits: of one hash all stays, or nothing. */
    private void leaveOut(long[] hashes, int[] sizes) {
        long greatest = 0;
        for (long hash : hashes) {
            greatest = Math.max(greatest, hash);
        }
        // On shelves by the first bits, so that only the shelf that the limit runs through is to be put in order.
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(greatest) - SHELF_BITS);
        long[] shelves = new long[1 << SHELF_BITS];
        for (int i = 0; i < hashes.length; i++) {
            shelves[(int) (hashes[i] >>> shift)] += sizes[i];
        }
        long kept = 0;
        int shelf = 0;
        while (kept + shelves[shelf] <= MOST) {
            kept += shelves[shelf];
            shelf++;
        }
        kept += shelves[shelf];
        TreeMap<Long, Long> inOrder = new TreeMap<>();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] >>> shift == shelf) {
                inOrder.merge(hashes[i], (long) sizes[i], Long::sum);
            }
        }
        while (kept > MOST) {
            bound = inOrder.lastKey();
            kept -= Objects.requireNonNull(inOrder.remove(bound));
        }
        size = kept;
    }

    private List<IkeConversation> inOrder() {
        List<IkeConversation> inOrder = new ArrayList<>(conversations.values());
        inOrder.sort((one, other) -> one.key().compareTo(other.key()));
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
}
