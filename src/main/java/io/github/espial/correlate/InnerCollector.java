package io.github.espial.correlate;

import io.github.espial.capture.FrameSink;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.table.Placement;
import io.github.espial.read.FrameCollector;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.Disguise;
import java.util.Optional;

/** Opens the pieces of one capture, and merges what came of them. */
final class InnerCollector implements FrameCollector<InnerPiece> {
    private final int capture;
    private final Plans plans;
    private final UdpPairs known;
    private final TimeWindow window;
    private final Optional<Disguise> disguise;
    private final InnerPiece whole;
    private long frames;

    /**
     * @param capture the capture's place in the case, from 0
     * @param disguise in which it is read, if in any
     */
    InnerCollector(int capture, Plans plans, UdpPairs known, TimeWindow window, Optional<Disguise> disguise) {
        this.disguise = disguise;
        this.capture = capture;
        this.plans = plans;
        this.known = known;
        this.window = window;
        this.whole = supply();
    }

    @Override
    public InnerPiece supply() {
        return new InnerPiece(capture, plans, known, new InnerPacketReader(disguise.flatMap(Disguise::opened)));
    }

    @Override
    public FrameSink accumulator(InnerPiece piece) {
        return window.isEverything() ? piece : window.before(piece);
    }

    @Override
    public void combine(InnerPiece piece, long numbers) {
        long before = frames;
        whole.merge(piece, Placement.behind(one -> before));
        frames += numbers;
    }

    /** What came of all pieces. */
    InnerPiece whole() {
        return whole;
    }
}
