package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.observe.table.FrameWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an {@link IkeMessage} and its parts stand in a file. */
final class IkeMessageForm {
    private static final int GREATEST_PORT = 0xffff;
    private static final int GREATEST_VLAN = 0xfff;
    private static final int MOST_VLANS = 2;

    private IkeMessageForm() {}

    static void write(IkeMessage message, FieldWriter to) throws IOException {
        to.number(message.frame().number());
        to.signed(message.nanos());
        to.number(message.seen().length());
        hop(message.hop(), to);
        address(message.source(), to);
        to.number(message.sourcePort());
        address(message.destination(), to);
        to.number(message.destinationPort());
        byte[] octets = new byte[message.length()];
        message.octets().get(0, octets);
        to.octets(octets);
    }

    /** @param capture the place in its case that the capture now has */
    static KeptIkeMessage read(FieldReader from, int capture) throws IOException {
        long number = from.number(FrameWord.GREATEST_NUMBER);
        from.hold(FrameWord.isNumber(number) && number > 0, "a frame's number");
        return KeptIkeMessage.of(
                new SeenFrame(new FrameReference(capture, number), from.signed(), from.number(Integer.MAX_VALUE)),
                hop(from, capture),
                address(from),
                (int) from.number(GREATEST_PORT),
                address(from),
                (int) from.number(GREATEST_PORT),
                from.octets(IkeMessageTable.MOST_OF_ONE));
    }

    static void address(IpAddress address, FieldWriter to) throws IOException {
        to.number(address.version());
        to.word(address.high());
        to.word(address.low());
    }

    static IpAddress address(FieldReader from) throws IOException {
        int version = (int) from.number(6);
        long high = from.word();
        long low = from.word();
        from.hold(version == 6 || (version == 4 && high == 0 && low >>> 32 == 0), "an address");
        return new IpAddress(version, high, low);
    }

    private static void hop(Hop hop, FieldWriter to) throws IOException {
        to.number(hop.point().interfaceId());
        mac(hop.source(), to);
        mac(hop.destination(), to);
        to.number(hop.vlans().size());
        for (int vlan : hop.vlans()) {
            to.number(vlan);
        }
    }

    private static Hop hop(FieldReader from, int capture) throws IOException {
        Hop.Point point = new Hop.Point(capture, (int) from.number(Integer.MAX_VALUE));
        Optional<MacAddress> source = mac(from);
        Optional<MacAddress> destination = mac(from);
        List<Integer> vlans = new ArrayList<>();
        for (long left = from.number(MOST_VLANS); left > 0; left--) {
            vlans.add((int) from.number(GREATEST_VLAN));
        }
        return new Hop(point, source, destination, vlans);
    }

    private static void mac(Optional<MacAddress> mac, FieldWriter to) throws IOException {
        to.word(mac.map(MacAddress::octets).orElse(MacAddress.NONE));
    }

    private static Optional<MacAddress> mac(FieldReader from) throws IOException {
        long octets = from.word();
        from.hold(HopKey.isMacOrNone(octets), "a MAC");
        return octets == MacAddress.NONE ? Optional.empty() : Optional.of(new MacAddress(octets));
    }
}
