package io.github.espial.read;

import io.github.espial.bytes.FieldReader;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.DivisibleFormat;
import io.github.espial.capture.ReaderState;
import io.github.espial.capture.etl.EtlFormat;
import io.github.espial.capture.netmon.NetMonFormat;
import io.github.espial.capture.pcap.PcapFormat;
import io.github.espial.capture.pcapng.PcapngFormat;
import io.github.espial.capture.snoop.SnoopFormat;
import io.github.espial.capture.tcpdump.TcpdumpFormat;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The formats of captures that are known. A capture is recognised by its content, never by its name. */
final class CaptureFormats {
    /** The fewer octets tell a format, the earlier it is tried: a pipe may have no more for a while. */
    static final List<CaptureFormat> ALL = List.of(
            new PcapFormat(),
            new PcapngFormat(),
            new NetMonFormat(),
            new SnoopFormat(),
            new EtlFormat(),
            new TcpdumpFormat());

    private CaptureFormats() {}

    /**
     * The format of {@code file}, which has an octet at least, and stays at its beginning.
     *
     * @throws CaptureException if it is no capture; says what it looks like
     */
    static CaptureFormat of(CaptureOctets file) throws IOException {
        for (CaptureFormat format : ALL) {
            if (format.recognises(file)) {
                return format;
            }
        }
        file.window().require(Lookalike.LENGTH);
        int length = Math.min(file.window().available(), Lookalike.LENGTH);
        String looks = Lookalike.describe(file.window().buffer(), file.window().position(), length);
        throw file.refusal("not a capture: it starts with " + looks + "; " + expected());
    }

    /**
     * Reads the state of a reader, which the name of its format stands before.
     *
     * @throws IOException where that is none
     */
    static ReaderState readState(FieldReader from) throws IOException {
        String name = from.text();
        for (CaptureFormat format : ALL) {
            if (format instanceof DivisibleFormat divisible
                    && divisible.reportName().text().equals(name)) {
                return divisible.readState(from);
            }
        }
        throw new IOException("the state of a reader of a format that is not known");
    }

    /** What a file should have been that is no capture. */
    static String expected() {
        // Lines of text are none that anybody who gave a file of another kind could have meant.
        List<String> names = ALL.stream()
                .filter(format -> !(format instanceof TcpdumpFormat))
                .map(CaptureFormat::name)
                .toList();
        int last = names.size() - 1;
        return names.stream().limit(last).collect(Collectors.joining(", ", "expected ", " or ")) + names.get(last);
    }
}
