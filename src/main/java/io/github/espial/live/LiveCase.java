package io.github.espial.live;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.compare.PeerWays;
import io.github.espial.context.file.ContextFile;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.RunningCapture;
import io.github.espial.scan.CaseScan;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A case of one running capture: one thread reads it, another judges what was seen of it so far. */
public final class LiveCase {
    /** Of which next hops are shown; the report has all. */
    private static final int MOST_PEERS = 64;

    private final String name;
    private List<ContextFile> words;
    private final CaseQuestion question;
    private final Windows windows;
    private final Turns turns = new Turns();

    // These are whoever's turn it is.
    private final Observer observer = new Observer(0, new UdpPairs());
    private Optional<RunningCapture> capture = Optional.empty();
    private long taken;
    private boolean isOver;

    /**
     * @param name what messages and reports call the capture
     * @param words of machines
     * @param windows how many are looked at, at least 2
     */
    public LiveCase(String name, List<ContextFile> words, CaseQuestion question, int windows) {
        this.name = name;
        this.words = List.copyOf(words);
        this.question = question;
        this.windows = new Windows(windows);
    }

    /** Does something in between two frames. */
    public void between(BetweenFrames work) throws IOException {
        turns.take();
        try {
            work.run();
        } finally {
            turns.pass();
        }
    }

    /** What is done while no frame is taken. */
    @FunctionalInterface
    public interface BetweenFrames {
        void run() throws IOException;
    }

    /**
     * Reads the capture until it ends; once, by one thread.
     *
     * @param beside takes each frame too
     * @throws CaptureException when it is none, or nothing of it can be read
     */
    public void read(InputStream octets, FrameRecorder beside) throws CaptureException {
        turns.take();
        try (RunningCapture running = RunningCapture.open(new CaptureSource.OfStream(turns.passing(octets), name))) {
            capture = Optional.of(running);
            running.readThrough(frame -> {
                if (!isOver) {
                    observer.frame(frame);
                    beside.record(frame, running);
                }
            });
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureException(name, 0, "cannot be closed: " + e.getMessage());
        } finally {
            turns.pass();
        }
    }

    /** Takes words of machines in place of those before; for the thread that looks. */
    public void take(List<ContextFile> others) {
        words = List.copyOf(others);
    }

    /** Begins a new window of time. */
    public void beginWindow() {
        windows.begin();
    }

    /**
     * Judges what was seen so far, for one thread at a time.
     *
     * @return empty where the capture has not begun
     */
    public Optional<Moment> look() throws CaptureException, InterruptedException {
        return look(false);
    }

    /** The same for the last time: frames that come after it are neither judged nor recorded. */
    public Optional<Moment> lookForTheLastTime() throws CaptureException, InterruptedException {
        return look(true);
    }

    private Optional<Moment> look(boolean isLast) throws CaptureException, InterruptedException {
        CaptureSummary summary;
        Observations piece;
        long frames;
        turns.take();
        try {
            if (capture.isEmpty()) {
                return Optional.empty();
            }
            long numbers = capture.get().numbers();
            piece = observer.observations(numbers);
            summary = capture.get().summary();
            frames = numbers - taken;
            taken = numbers;
            isOver = isLast;
        } finally {
            turns.pass();
        }
        windows.add(piece, frames);
        CaseReport report = CaseAnalysis.ofRunning(new CaseScan(windows.all(), List.of(summary)), words, question);
        return Optional.of(new Moment(summary, report, PeerWays.of(report, MOST_PEERS), windows.left()));
    }

    /** Frames so far that were not looked at yet. */
    public long waiting() {
        turns.take();
        try {
            return capture.map(RunningCapture::numbers).orElse(0L) - taken;
        } finally {
            turns.pass();
        }
    }
}
