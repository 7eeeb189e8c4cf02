package io.github.espial.capture.tcpdump;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.FrameCursor;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceDefinition;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.RecordReader;
import io.github.espial.capture.TimestampUnit;
import io.github.espial.net.LinkTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads packets line by line: a frame has the number of the line that ends it. */
final class TcpdumpReader implements RecordReader {
    /** Characters of a line of a packet at the most. */
    static final int LONGEST = 4096;

    /** Interfaces that are told apart. */
    private static final int MOST_INTERFACES = 64;

    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final FrameCursor cursor;
    private final PacketLines lines = new PacketLines();
    private final WrittenPacket written = new WrittenPacket();
    private final Map<Interface, InterfaceTally> tallies = new HashMap<>();
    private boolean isDateless;

    private record Interface(Optional<String> name, boolean isEthernet) {}

    TcpdumpReader(OctetWindow window, CaptureLedger ledger) {
        this.window = window;
        this.ledger = ledger;
        this.cursor = new FrameCursor(ledger);
    }

    @Override
    public FormatName format() {
        return TcpdumpFormat.NAME;
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        while (window.offset() < end && window.require(1)) {
            long offset = window.offset();
            Optional<PrintedPacket> packet = lines.read(line());
            if (packet.filter(written::write).isPresent()) {
                deliver(packet.get(), offset, sink);
            } else {
                ledger.countNumber();
            }
        }
    }

    private void deliver(PrintedPacket packet, long offset, FrameSink sink) {
        cursor.start(offset);
        cursor.place(
                written.octets(), 0, written.octets().limit(), written.octets().limit());
        cursor.went(packet.direction());
        if (packet.nanos().isPresent()) {
            cursor.passedAt(packet.nanos().getAsLong());
        } else {
            cursor.passedAtUnknownTime();
        }
        if (!lines.hasDate() && !isDateless) {
            isDateless = true;
            ledger.add(
                    new CaptureComment(
                            0,
                            "the lines have no dates: times are counted from midnight, or the first packet, as of 1970"),
                    offset);
        }
        cursor.deliver(tally(packet), sink);
    }

    private InterfaceTally tally(PrintedPacket packet) {
        Interface of = new Interface(packet.device(), packet.link().isPresent());
        InterfaceTally known = tallies.get(of);
        if (known == null) {
            Interface counted =
                    tallies.size() < MOST_INTERFACES ? of : new Interface(Optional.empty(), of.isEthernet());
            known = tallies.computeIfAbsent(
                    counted,
                    one -> ledger.add(new InterfaceDefinition(
                            one.isEthernet() ? LinkTypes.ETHERNET : LinkTypes.RAW,
                            0,
                            TimestampUnit.DEFAULT,
                            InterfaceDescription.named(one.name()))));
        }
        return known;
    }

    /** The next line, without what ends it; of a longer one than any packet has, the beginning. */
    private String line() throws IOException {
        byte[] start = new byte[LONGEST];
        int length = 0;
        while (window.require(1)) {
            byte octet = window.buffer().get(window.position());
            window.advance(1);
            if (octet == '\n') {
                break;
            }
            if (length < LONGEST && octet != '\r') {
                start[length++] = octet;
            }
        }
        return new String(start, 0, length, StandardCharsets.UTF_8);
    }
}
