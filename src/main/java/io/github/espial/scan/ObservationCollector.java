package io.github.espial.scan;

import io.github.espial.capture.FrameSink;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.observe.tally.Sampling;
import io.github.espial.read.FrameCollector;
import java.util.Optional;

/** Observes the pieces of one capture, and merges what was seen. */
final class ObservationCollector implements FrameCollector<Observer> {
    /** Distinct things in a piece below which gathering them twice takes no time. */
    private static final int FLOOD = 1 << 15;

    /** Where traffic is no flood, a flow has more frames than this. */
    private static final int FRAMES_OF_ONE = 8;

    private final int capture;
    private final UdpPairs known;
    private final TimeWindow window;
    private Optional<Observations> whole = Optional.empty();
    /** What is left out of {@link #whole}: what pieces that are begun later need not gather. */
    private volatile Sampling sampling = Sampling.NONE;

    private boolean isFlood;

    /**
     * @param capture the capture's place in the case, from 0
     * @param known UDP end points that an earlier scan of the case saw carry ESP; left as is
     */
    ObservationCollector(int capture, UdpPairs known, TimeWindow window) {
        this.capture = capture;
        this.known = known;
        this.window = window;
    }

    @Override
    public Observer supply() {
        return new Observer(capture, known, sampling);
    }

    @Override
    public FrameSink accumulator(Observer piece) {
        return window.isEverything() ? piece : window.before(piece, piece::hear);
    }

    @Override
    public void combine(Observer piece, long numbers) {
        Observations seen = piece.observations(numbers);
        if (whole.isPresent()) {
            whole.get().merge(seen);
        } else {
            whole = Optional.of(seen);
        }
        sampling = whole.get().sampling();
        long rows = seen.rowsWithin(whole.get());
        isFlood = rows > FLOOD && rows * FRAMES_OF_ONE > numbers;
    }

    /** In a flood of distinct things every piece has its own, so that all are gathered twice. */
    @Override
    public boolean isBetterUndivided() {
        return isFlood;
    }

    /** What was seen of all pieces. */
    Observations observations() {
        return whole.orElseGet(Observations::new);
    }
}
