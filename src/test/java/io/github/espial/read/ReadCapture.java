package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A capture that was read, with its frames kept. */
record ReadCapture(CaptureSummary summary, List<KeptFrame> frames) {
    /** A frame as it was when the reader stood at it; its octets are hexadecimal. */
    record KeptFrame(
            long number,
            int interfaceId,
            int linkType,
            boolean hasTime,
            long nanos,
            long originalLength,
            Direction direction,
            long fileOffset,
            String octets) {
        /** The frame in a whole in which {@code numbers} frames come before the piece that has it. */
        KeptFrame after(long numbers) {
            return new KeptFrame(
                    number + numbers,
                    interfaceId,
                    linkType,
                    hasTime,
                    nanos,
                    originalLength,
                    direction,
                    fileOffset,
                    octets);
        }

        static KeptFrame of(Frame frame) {
            byte[] octets = new byte[frame.capturedLength()];
            frame.octets().get(frame.start(), octets);
            return new KeptFrame(
                    frame.number(),
                    frame.interfaceId(),
                    frame.linkType(),
                    frame.hasTime(),
                    frame.nanos(),
                    frame.originalLength(),
                    frame.direction(),
                    frame.fileOffset(),
                    HexFormat.of().formatHex(octets));
        }
    }

    static ReadCapture of(CaptureSource source) throws CaptureException {
        List<KeptFrame> frames = new ArrayList<>();
        CaptureSummary summary =
                CaptureReader.read(source, frame -> frames.add(KeptFrame.of(frame)), ReadProgress.NONE);
        return new ReadCapture(summary, frames);
    }

    static ReadCapture of(byte[] file) throws CaptureException {
        return of(new CaptureSource.OfStream(new ByteArrayInputStream(file), "test"));
    }

    List<String> problemTexts() {
        return summary.problems().stream().map(CaptureProblem::text).toList();
    }
}
