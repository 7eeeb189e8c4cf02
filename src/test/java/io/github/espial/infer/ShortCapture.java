package io.github.espial.infer;

import io.github.espial.bytes.Deadline;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.routing.Machine;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** One capture of given frames, a tenth of a second apart, and what is inferred of it. */
final class ShortCapture {
    private static final int FRAMES_A_SECOND = 10;
    private static final int STEP_MICROS = 100_000;

    private final PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
    private int frames;

    ShortCapture frame(FrameBuilder frame) {
        file.frame(frames / FRAMES_A_SECOND, (long) (frames % FRAMES_A_SECOND) * STEP_MICROS, frame.octets());
        frames++;
        return this;
    }

    Conclusions conclusions() throws IOException, InterruptedException {
        return conclusions(Statements.NONE);
    }

    Conclusions conclusions(Statements stated) throws IOException, InterruptedException {
        CaptureSource source = new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "short.pcap");
        CaseScan scan = CaseScan.of(List.of(source), Reading.USUAL);
        return Inference.conclude(
                Facts.of(scan.observations()), stated, Machine.UNKNOWN, point -> Optional.empty(), Deadline.NONE);
    }
}
