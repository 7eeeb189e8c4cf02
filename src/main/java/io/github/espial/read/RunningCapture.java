package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.FrameSink;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A capture that is written while it is read: what is known of it so far can be asked at any time between two frames. Not
 * thread-safe: whoever asks from another thread keeps out the one that reads.
 */
public final class RunningCapture implements Closeable {
    private final String name;
    private final Stored stored;
    private final OpenCapture capture;
    private Optional<CaptureSummary> whole = Optional.empty();

    private RunningCapture(String name, Stored stored) throws IOException {
        this.name = name;
        this.stored = stored;
        this.capture = OpenCapture.of(name, stored);
    }

    /**
     * Waits for the header of a capture, and reads it.
     *
     * @throws CaptureException if it is no capture, or ends before its header does
     */
    public static RunningCapture open(CaptureSource.OfStream source) throws CaptureException {
        try {
            return new RunningCapture(source.name(), Stored.open(source, ReadProgress.NONE));
        } catch (IOException e) {
            throw CaptureReader.unreadable(source.name(), e);
        }
    }

    /**
     * Delivers frames until the capture ends, or is damaged.
     *
     * @throws CaptureException if it turned out that nothing could be read
     */
    public void readThrough(FrameSink sink) throws CaptureException {
        try {
            capture.reader().scan(Long.MAX_VALUE, sink);
        } catch (IOException e) {
            capture.ledger().noteUnreadable(capture.offset(), CaptureReader.reasonOf(e));
        }
        whole = Optional.of(ofNoFile(capture.summary(capture.ledger())));
    }

    /** Frames so far, those included that could not be delivered. */
    public long numbers() {
        return capture.ledger().numbers();
    }

    public List<CaptureInterface> interfaces() {
        return capture.ledger().interfaces();
    }

    /** What is known of it so far, as of a capture that is in no file. */
    public CaptureSummary summary() {
        return whole.orElseGet(() -> {
            CaptureLedger ledger = capture.ledger();
            return new CaptureSummary(
                    name,
                    Optional.empty(),
                    ledger.frames(),
                    ledger.interfaces(),
                    ledger.names(),
                    ledger.comments(),
                    ledger.problems().list());
        });
    }

    private static CaptureSummary ofNoFile(CaptureSummary of) {
        return new CaptureSummary(
                of.name(), Optional.empty(), of.frames(), of.interfaces(), of.names(), of.comments(), of.problems());
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
