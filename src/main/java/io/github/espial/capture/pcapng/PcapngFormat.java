package io.github.espial.capture.pcapng;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.DivisibleFormat;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.ReaderState;
import java.io.IOException;

/** The block format (draft-ietf-opsawg-pcapng). Files can be read in pieces. */
public final class PcapngFormat implements DivisibleFormat {
    static final FormatName NAME = new FormatName("pcapng");

    @Override
    public String name() {
        return NAME.text();
    }

    @Override
    public FormatName reportName() {
        return NAME;
    }

    /** The type of a section header reads the same in both octet orders. */
    @Override
    public boolean recognises(CaptureOctets file) throws IOException {
        OctetWindow window = file.window();
        return window.require(Integer.BYTES)
                && window.buffer().getInt(window.position()) == PcapngReader.SECTION_HEADER;
    }

    /** There is no header but that of the first section, which is a block like others. */
    @Override
    public PcapngReader open(CaptureOctets file, CaptureLedger ledger) {
        return new PcapngReader(file.window(), ledger);
    }

    @Override
    public ReaderState readState(FieldReader from) throws IOException {
        return PcapngState.read(from);
    }
}
