package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.observe.tally.Observations;
import io.github.espial.store.CaptureSource;
import java.util.List;
import java.util.Map;

/**
 * The captures of one case, read from end to end, with all times by one clock: that of the first, where captures saw enough
 * of the same packets to tell how far another clock is from it. Those that were written in turns at one point are one stream,
 * see {@link Streams}: what was seen at a point of the first of them, others saw at the same.
 *
 * @param observations the facts of all
 * @param captures what each file is, in the order given
 * @param discrepancies in what a capture does not fit the others, by its place, from 0
 */
public record CaseScan(
        Observations observations, List<CaptureSummary> captures, Map<Integer, List<Discrepancy>> discrepancies) {
    public CaseScan {
        captures = List.copyOf(captures);
        discrepancies = Map.copyOf(discrepancies);
    }

    /** A case whose captures fit each other. */
    public CaseScan(Observations observations, List<CaptureSummary> captures) {
        this(observations, captures, Map.of());
    }

    /** A case without captures. */
    public static CaseScan empty() {
        return new CaseScan(new Observations(), List.of());
    }

    /**
     * Takes captures, one at least, as one case, and reads those of which no scan is kept.
     *
     * <p>A capture in which UDP ports other than 4500 turn out to carry ESP is read once more, with these ports known
     * from its first frame on; where one of the case cannot be, such as standard input, ESP on them shows from there on
     * only.
     *
     * <p>Where a part is asked of several captures, they are read as a whole before, for clocks to be compared: the part
     * is one by the clock of the case.
     *
     * @throws CaptureException when one cannot be read at all: no capture, or no access
     */
    public static CaseScan of(List<CaptureSource> sources, Reading how) throws CaptureException, InterruptedException {
        return new CaseScanning(sources, how).run();
    }

    /** Scans of all captures of a case as one case, in the order of their places, of which each has one. */
    public static CaseScan of(List<CaptureScan> captures) {
        return CaseMerge.of(captures);
    }

    /**
     * A part of this case, whose captures were read whole: with the clocks of the whole, of which the part may not tell.
     *
     * @param sources those that this case was read from
     * @param how tells which part, by the clock of the case
     * @throws CaptureException when one cannot be read any more
     */
    public CaseScan within(List<CaptureSource> sources, Reading how) throws CaptureException, InterruptedException {
        return new CaseScanning(sources, how).within(this);
    }
}
