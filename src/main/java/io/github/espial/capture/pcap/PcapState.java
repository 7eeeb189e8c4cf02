package io.github.espial.capture.pcap;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.InterfaceDefinition;
import io.github.espial.capture.ReaderState;
import io.github.espial.capture.TimestampUnit;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * All that must be known to read pcap records: the header of the file, and the time of its first record. No record tells
 * anything about the next.
 *
 * @param firstSeconds when the first record of the file is from, seconds since 1970; empty where it makes no sense
 */
record PcapState(PcapHeader header, OptionalLong firstSeconds) implements ReaderState {
    private static final byte MICROSECOND_DIGITS = 6;
    private static final byte NANOSECOND_DIGITS = 9;

    @Override
    public FormatName format() {
        return PcapFormat.NAME;
    }

    /** The one that the header is of. */
    @Override
    public List<InterfaceDefinition> interfaces() {
        byte digits = header.isNanosecond() ? NANOSECOND_DIGITS : MICROSECOND_DIGITS;
        return List.of(new InterfaceDefinition(header.linkType(), header.snapLength(), new TimestampUnit(digits, 0)));
    }

    @Override
    public PcapReader reader(OctetWindow window, CaptureLedger ledger) {
        return new PcapReader(this, window, ledger);
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        header.write(to);
        to.someNumber(firstSeconds);
    }

    static PcapState read(FieldReader from) throws IOException {
        PcapHeader header = PcapHeader.read(from);
        OptionalLong firstSeconds = from.someNumber();
        from.hold(firstSeconds.orElse(0) >>> Integer.SIZE == 0, "the time of the first record");
        return new PcapState(header, firstSeconds);
    }
}
