package io.github.espial.correlate;

import io.github.espial.bytes.Deadline;
import io.github.espial.capture.CaptureException;
import io.github.espial.correlate.shape.Shapes;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.util.List;

/**
 * Another pass over a case with ESP: tells what its SAs look like from outside. Large captures are not read again for
 * estimates, a stream cannot be read again, and of a scan there are no frames.
 */
public final class ShapeScan {
    /** Frames of captures that are read again, at the most: they take less than half a second. */
    private static final long MOST_FRAMES = 1 << 20;

    /** SAs and links they were seen on, at the most: of a flood nothing is said, so that it is not read again. */
    private static final int MOST_SAS = 1 << 12;

    private ShapeScan() {}

    /**
     * What is known, with what shapes add.
     *
     * @param seen what the first pass saw of {@code sources}
     * @param known what keys and aligning told
     * @param how with the window of the first pass, by the clock of the case
     * @param deadline after which that is not begun
     * @throws CaptureException when a capture cannot be read any more
     */
    public static TunnelContents of(
            List<CaptureSource> sources, Observations seen, TunnelContents known, Reading how, Deadline deadline)
            throws CaptureException {
        if (seen.saCount() == 0 || seen.saCount() > MOST_SAS || deadline.isOver()) {
            return known;
        }
        long frames = 0;
        for (PointTally point : seen.points()) {
            frames += point.frames();
        }
        if (frames > MOST_FRAMES) {
            return known;
        }
        for (CaptureSource source : sources) {
            if (!source.hasFrames() || !source.isRepeatable()) {
                return known;
            }
        }
        return known.withShapes(Shapes.of(sources, seen, how));
    }
}
