package io.github.espial.capture.pcap;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.DivisibleFormat;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.ReaderState;
import java.io.IOException;

/** The classic format of libpcap, with its variants (draft-ietf-opsawg-pcap). Files can be read in pieces. */
public final class PcapFormat implements DivisibleFormat {
    static final FormatName NAME = new FormatName("pcap");

    @Override
    public String name() {
        return NAME.text();
    }

    @Override
    public FormatName reportName() {
        return NAME;
    }

    @Override
    public boolean recognises(CaptureOctets file) throws IOException {
        OctetWindow window = file.window();
        return window.require(Integer.BYTES)
                && PcapHeader.isMagic(window.buffer().getInt(window.position()));
    }

    @Override
    public PcapReader open(CaptureOctets file, CaptureLedger ledger) throws IOException {
        OctetWindow window = file.window();
        file.requireHeader(name(), PcapHeader.LENGTH);
        PcapHeader header = PcapHeader.parse(window.buffer(), window.position());
        file.requireHeader(name(), header.length());
        window.advance(header.length());
        if (header.majorVersion() != PcapHeader.MAJOR_VERSION) {
            ledger.note(
                    0,
                    "pcap version " + header.majorVersion() + "." + header.minorVersion()
                            + ", expected 2.4; read as if it were");
        }
        return PcapReader.of(header.withVariant(window), window, ledger);
    }

    @Override
    public ReaderState readState(FieldReader from) throws IOException {
        return PcapState.read(from);
    }
}
