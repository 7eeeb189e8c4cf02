package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.RecordReader;
import java.io.IOException;

/** Windows event traces, as {@code netsh trace} and {@code pktmon} write them: they have no magic number. */
public final class EtlFormat implements CaptureFormat {
    static final FormatName NAME = new FormatName("etl");

    @Override
    public String name() {
        return NAME.text();
    }

    @Override
    public boolean recognises(CaptureOctets file) throws IOException {
        OctetWindow window = file.window();
        return window.require(EtlReader.HEADER_LENGTH) && EtlReader.isTrace(window.buffer(), window.position());
    }

    @Override
    public RecordReader open(CaptureOctets file, CaptureLedger ledger) {
        return new EtlReader(file.ranges(), ledger);
    }
}
