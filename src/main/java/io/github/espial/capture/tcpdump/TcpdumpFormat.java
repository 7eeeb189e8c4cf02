package io.github.espial.capture.tcpdump;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.RecordReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Lines of {@code tcpdump} and tshark, maybe with other text before and between them. */
public final class TcpdumpFormat implements CaptureFormat {
    static final FormatName NAME = new FormatName("tcpdump");

    /** As far as is looked for a line of a packet. */
    private static final int LOOKED_AT = 1 << 14;

    @Override
    public String name() {
        return "lines of tcpdump";
    }

    @Override
    public boolean recognises(CaptureOctets file) throws IOException {
        OctetWindow window = file.window();
        window.require(LOOKED_AT);
        int length = Math.min(LOOKED_AT, window.available());
        ByteBuffer octets = window.buffer();
        int at = window.position();
        for (int i = 0; i < length; i++) {
            byte octet = octets.get(at + i);
            if (octet >= 0
                    && octet < ' '
                    && octet != '\t'
                    && octet != '\n'
                    && octet != '\r'
                    && octet != '\f'
                    && octet != 27) {
                return false;
            }
        }
        byte[] start = new byte[length];
        for (int i = 0; i < length; i++) {
            start[i] = octets.get(at + i);
        }
        PacketLines lines = new PacketLines();
        WrittenPacket written = new WrittenPacket();
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.length() <= TcpdumpReader.LONGEST
                        && lines.read(line).filter(written::write).isPresent());
    }

    @Override
    public RecordReader open(CaptureOctets file, CaptureLedger ledger) {
        return new TcpdumpReader(file.window(), ledger);
    }
}
