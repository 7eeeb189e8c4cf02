package io.github.espial.capture.netmon;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.RecordReader;
import java.io.IOException;

/** Microsoft Network Monitor 1.x ({@code RTSS}), and 2.x and 3.x ({@code GMBU}). */
public final class NetMonFormat implements CaptureFormat {
    @Override
    public String name() {
        return "Network Monitor";
    }

    @Override
    public boolean recognises(CaptureOctets file) throws IOException {
        OctetWindow window = file.window();
        if (!window.require(Integer.BYTES)
                || !NetMonHeader.isMagic(window.buffer().getInt(window.position()))) {
            return false;
        }
        NetMonHeader header = header(file);
        if (header.majorVersion() != 1 && header.majorVersion() != 2) {
            throw file.refusal("Network Monitor version " + header.majorVersion() + "." + header.minorVersion()
                    + ", expected 1 or 2");
        }
        return true;
    }

    @Override
    public RecordReader open(CaptureOctets file, CaptureLedger ledger) throws IOException {
        return new NetMonReader(header(file), file.ranges(), ledger);
    }

    private NetMonHeader header(CaptureOctets file) throws IOException {
        file.requireHeader(name(), NetMonHeader.LENGTH);
        return NetMonHeader.parse(file.window().buffer(), file.window().position());
    }
}
