package io.github.espial.correlate;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.observe.table.FirstWord;
import io.github.espial.observe.table.FrameWord;
import io.github.espial.observe.tally.AddressForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How messages of IKE stand in an {@link OpeningOrder}: those of all captures of a case, each with its place. */
final class MessageForm {
    private static final int MOST = 1 << 20;
    private static final int LEAST_OCTETS = 16;
    private static final int LONGEST = 1 << 20;
    private static final int GREATEST_PORT = 0xffff;
    private static final int GREATEST_VLAN = 0x1000;
    private static final int GREATEST_INTERFACE = 0x3fff;
    private static final long GREATEST_MAC = (1L << 48) - 1;

    private MessageForm() {}

    static void write(List<IkeMessage> messages, FieldWriter to) throws IOException {
        to.number(messages.size());
        for (IkeMessage message : messages) {
            to.number(message.frame().capture());
            to.number(message.frame().number());
            to.signed(message.nanos());
            to.number(message.seen().length());
            write(message.hop(), to);
            AddressForm.write(message.source(), to);
            to.number(message.sourcePort());
            AddressForm.write(message.destination(), to);
            to.number(message.destinationPort());
            byte[] octets = new byte[message.length()];
            message.octets().get(0, octets);
            to.octets(octets);
        }
    }

    private static void write(Hop hop, FieldWriter to) throws IOException {
        to.number(hop.point().capture());
        to.number(hop.point().interfaceId());
        write(hop.source(), to);
        write(hop.destination(), to);
        to.number(hop.vlans().size());
        for (int vlan : hop.vlans()) {
            to.number(vlan);
        }
    }

    private static void write(Optional<MacAddress> mac, FieldWriter to) throws IOException {
        to.flag(mac.isPresent());
        if (mac.isPresent()) {
            to.number(mac.get().octets());
        }
    }

    static List<IkeMessage> read(FieldReader from) throws IOException {
        int count = from.count(MOST, LEAST_OCTETS);
        List<IkeMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int capture = (int) from.number(FirstWord.MOST_CAPTURES - 1L);
            long number = from.number(FrameWord.GREATEST_NUMBER);
            from.hold(number > 0, "a frame's number");
            SeenFrame seen =
                    new SeenFrame(new FrameReference(capture, number), from.signed(), from.number(Integer.MAX_VALUE));
            Hop hop = hop(from);
            IpAddress source = AddressForm.read(from);
            int sourcePort = (int) from.number(GREATEST_PORT);
            IpAddress destination = AddressForm.read(from);
            int destinationPort = (int) from.number(GREATEST_PORT);
            messages.add(new IkeMessage(
                    seen,
                    hop,
                    source,
                    sourcePort,
                    destination,
                    destinationPort,
                    ByteBuffer.wrap(from.octets(LONGEST))));
        }
        return messages;
    }

    private static Hop hop(FieldReader from) throws IOException {
        Hop.Point point =
                new Hop.Point((int) from.number(FirstWord.MOST_CAPTURES - 1L), (int) from.number(GREATEST_INTERFACE));
        Optional<MacAddress> source = mac(from);
        Optional<MacAddress> destination = mac(from);
        int count = from.count(2, 1);
        List<Integer> vlans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vlans.add((int) from.number(GREATEST_VLAN));
        }
        return new Hop(point, source, destination, vlans);
    }

    private static Optional<MacAddress> mac(FieldReader from) throws IOException {
        return from.flag() ? Optional.of(new MacAddress(from.number(GREATEST_MAC))) : Optional.empty();
    }
}
