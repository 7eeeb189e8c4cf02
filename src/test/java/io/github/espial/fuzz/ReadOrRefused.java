package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Frame;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.ProblemLog;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Reads a file that may hold anything, and holds what must be true of every outcome. */
final class ReadOrRefused {
    private static final int LONGEST_MESSAGE = 1000;

    private ReadOrRefused() {}

    static Optional<CaptureSummary> of(byte[] file) {
        return of(file, frame -> {});
    }

    /** Hands each frame to {@code sink}, once it is known to lie within its memory. */
    static Optional<CaptureSummary> of(byte[] file, FrameSink sink) {
        CaptureSource source = new CaptureSource.OfStream(new ByteArrayInputStream(file), "file");
        LastNumber last = new LastNumber();
        try {
            CaptureSummary summary = CaptureReader.read(
                    source,
                    frame -> {
                        holdWithinMemory(frame);
                        last.holdAscends(frame.number());
                        sink.frame(frame);
                    },
                    ReadProgress.NONE);
            assertThat(summary.file().orElseThrow().bytes()).isLessThanOrEqualTo(file.length);
            assertThat(summary.problems()).hasSizeLessThanOrEqualTo(ProblemLog.MAX_KEPT + 2);
            summary.problems().forEach(problem -> holdIsOneLine(problem.text()));
            return Optional.of(summary);
        } catch (CaptureException e) {
            assertThat(e.getMessage()).startsWith("file: ");
            holdIsOneLine(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    // Plain comparisons, as this is called for each frame of millions of files.
    private static void holdWithinMemory(Frame frame) {
        long end = (long) frame.start() + frame.capturedLength();
        if (frame.start() < 0
                || frame.capturedLength() < 0
                || end > frame.octets().capacity()
                || frame.originalLength() < 0
                || frame.fileOffset() < 0) {
            throw new AssertionError("not within its memory: " + frame);
        }
    }

    private static void holdIsOneLine(String text) {
        assertThat(text).isNotBlank().doesNotContain("\n").hasSizeLessThan(LONGEST_MESSAGE);
    }

    private static final class LastNumber {
        private long number;

        void holdAscends(long next) {
            if (next <= number) {
                throw new AssertionError("frame " + next + " after frame " + number);
            }
            number = next;
        }
    }
}
