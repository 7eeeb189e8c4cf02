package io.github.espial.correlate.shape;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.FrameSink;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.read.CaptureReader;
import io.github.espial.scan.Reading;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the captures of a case once more for what their SAs look like. */
public final class Shapes {
    private Shapes() {}

    /**
     * The SAs of which something can be said; none where there are too many SAs.
     *
     * @param seen what the first pass saw of {@code sources}
     * @param how with the window of the first pass, by the clock of the case
     * @throws CaptureException when a capture cannot be read any more
     */
    public static List<SaShape> of(List<CaptureSource> sources, Observations seen, Reading how)
            throws CaptureException {
        OuterPackets packets = new OuterPackets(seen.pairs());
        for (int capture : inOrder(sources.size(), seen)) {
            long added = seen.addedNanos(capture);
            TimeWindow window = how.window().earlier(added);
            FrameSink sink = packets.of(capture, seen.streamOf(capture), added);
            CaptureReader.readAgain(
                    sources.get(capture), window.isEverything() ? sink : window.before(sink), how.progress());
        }
        return packets.isPart()
                ? List.of()
                : new Shaping(packets.bySa(), new OneLength.Extent(packets.firstNanos(), packets.lastNanos())).shapes();
    }

    /** The captures in the order of their first frames: of an SA that is in several, packets are taken in order. */
    private static List<Integer> inOrder(int captures, Observations seen) {
        long[] firstNanos = new long[captures];
        Arrays.fill(firstNanos, Long.MAX_VALUE);
        for (PointTally point : seen.points()) {
            firstNanos[point.capture()] = Math.min(firstNanos[point.capture()], point.firstNanos());
        }
        List<Integer> order = new ArrayList<>();
        for (int capture = 0; capture < captures; capture++) {
            order.add(capture);
        }
        order.sort((one, other) -> Long.compare(firstNanos[one], firstNanos[other]));
        return order;
    }
}
