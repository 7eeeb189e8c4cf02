package io.github.espial.capture.snoop;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.RecordReader;
import java.io.IOException;

/** Solaris snoop (RFC 1761), and what Shomiti's Surveyor made of it. */
public final class SnoopFormat implements CaptureFormat {
    static final FormatName NAME = new FormatName("snoop");

    @Override
    public String name() {
        return NAME.text();
    }

    @Override
    public boolean recognises(CaptureOctets file) throws IOException {
        OctetWindow window = file.window();
        return window.require(SnoopHeader.MAGIC_LENGTH)
                && SnoopHeader.isMagic(window.buffer().getLong(window.position()));
    }

    @Override
    public RecordReader open(CaptureOctets file, CaptureLedger ledger) throws IOException {
        OctetWindow window = file.window();
        file.requireHeader(name(), SnoopHeader.LENGTH);
        SnoopHeader header = SnoopHeader.parse(window.buffer(), window.position());
        window.advance(SnoopHeader.LENGTH);
        return new SnoopReader(header, window, ledger);
    }
}
