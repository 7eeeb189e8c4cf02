package io.github.espial.correlate.align;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.FrameSink;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.observe.tally.Observations;
import io.github.espial.read.CaptureReader;
import io.github.espial.scan.Reading;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.util.List;
import java.util.Set;

/** Reads the captures of a case once more, where they show both sides of a gateway, and aligns these. */
public final class Alignments {
    private Alignments() {}

    /**
     * Aligns.
     *
     * @param seen what the first pass saw of {@code sources}
     * @param sides which packets in the clear may be inside ESP
     * @param opened SAs whose packets are known, which are left out
     * @param how with the window of the first pass, by the clock of the case
     * @throws CaptureException when a capture cannot be read any more
     */
    public static Aligned of(
            List<CaptureSource> sources, Observations seen, BothSides sides, Set<OuterSa> opened, Reading how)
            throws CaptureException {
        SideCollector collector = new SideCollector(sides, opened, seen.pairs());
        for (int capture = 0; capture < sources.size(); capture++) {
            long added = seen.addedNanos(capture);
            TimeWindow window = how.window().earlier(added);
            FrameSink sink = collector.of(capture, seen.streamOf(capture), added);
            CaptureReader.readAgain(
                    sources.get(capture), window.isEverything() ? sink : window.before(sink), how.progress());
        }
        return new Aligning(collector, seen::streamOf).run();
    }
}
