package io.github.espial.capture.etl;

import io.github.espial.bytes.ArrayOctets;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A trace that was read, with its frames kept. */
record ReadTrace(CaptureLedger ledger, List<KeptFrame> frames, EtlReader reader) {
    /** A frame as it was when the reader stood at it; ticks since the start of the trace, octets hexadecimal. */
    record KeptFrame(int interfaceId, int linkType, long ticks, Direction direction, long original, String octets) {}

    static ReadTrace of(EtlBuilder builder) throws IOException {
        return of(builder.toOctets());
    }

    static ReadTrace of(byte[] file) throws IOException {
        CaptureLedger ledger = new CaptureLedger();
        List<KeptFrame> frames = new ArrayList<>();
        EtlReader reader = new EtlReader(ArrayOctets.ranges(file), ledger);
        reader.scan(Long.MAX_VALUE, frame -> {
            byte[] octets = new byte[frame.capturedLength()];
            frame.octets().get(frame.start(), octets);
            frames.add(new KeptFrame(
                    frame.interfaceId(),
                    frame.linkType(),
                    (frame.nanos() - EtlBuilder.START_NANOS) / 100,
                    frame.direction(),
                    frame.originalLength(),
                    HexFormat.of().formatHex(octets)));
        });
        return new ReadTrace(ledger, frames, reader);
    }

    List<String> octets() {
        return frames.stream().map(KeptFrame::octets).toList();
    }

    List<Long> ticks() {
        return frames.stream().map(KeptFrame::ticks).toList();
    }

    List<String> problems() {
        return ledger.problems().list().stream().map(CaptureProblem::text).toList();
    }
}
