package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.ReadFrame;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** A capture that was read, with its frames kept. */
public record ReadCapture(CaptureSummary summary, List<ReadFrame> frames) {
    /** The frames of a capture, to be replayed in pieces. */
    public static KeptFrames kept(CaptureSource source) throws CaptureException {
        return KeptFrames.of(sink -> CaptureReader.read(source, sink, ReadProgress.NONE));
    }

    static ReadCapture of(CaptureSource source) throws CaptureException {
        List<ReadFrame> frames = new ArrayList<>();
        CaptureSummary summary =
                CaptureReader.read(source, frame -> frames.add(ReadFrame.of(frame)), ReadProgress.NONE);
        return new ReadCapture(summary, frames);
    }

    static ReadCapture of(byte[] file) throws CaptureException {
        return of(new CaptureSource.OfStream(new ByteArrayInputStream(file), "test"));
    }

    List<String> problemTexts() {
        return summary.problems().stream().map(CaptureProblem::text).toList();
    }
}
