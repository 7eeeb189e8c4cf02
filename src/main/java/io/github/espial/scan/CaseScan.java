package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.RingFile;
import io.github.espial.observe.Observations;
import io.github.espial.read.Division;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.List;
import java.util.Map;

/**
 * The captures of one case, read from end to end, with all times by one clock: that of the first, where captures saw enough
 * of the same packets to tell how far another clock is from it. Files of one ring buffer are one stream,
 * see {@link Streams}: what was seen at a point of the first of them, others saw at the same.
 *
 * @param observations the facts of all
 * @param captures what each file is, in the order given
 * @param remarks what is to be said of a capture beside the others, by its place, from 0; lines without trailing period
 */
public record CaseScan(Observations observations, List<CaptureSummary> captures, Map<Integer, List<String>> remarks) {
    public CaseScan {
        captures = List.copyOf(captures);
        remarks = Map.copyOf(remarks);
    }

    /** A case of whose captures there is nothing to say. */
    public CaseScan(Observations observations, List<CaptureSummary> captures) {
        this(observations, captures, Map.of());
    }

    /** A case without captures. */
    public static CaseScan empty() {
        return new CaseScan(new Observations(), List.of());
    }

    /**
     * Reads captures, one at least, as one case.
     *
     * <p>A capture in which UDP ports other than 4500 turn out to carry ESP is read once more, with these ports known
     * from its first frame on; where one of the case cannot be, such as standard input, ESP on them shows from there on
     * only.
     *
     * <p>Where a part is asked of several captures, they are read as a whole before, for clocks to be compared.
     *
     * @param window the part, by the clock of the case
     * @param threads that read at the same time, at least 1: captures, or pieces of one
     * @param progress told of all captures as if they were one; of a second reading from 0 again
     * @throws CaptureException when one cannot be read at all: no capture, or no access
     */
    public static CaseScan of(List<CaptureSource> sources, TimeWindow window, int threads, ReadProgress progress)
            throws CaptureException, InterruptedException {
        return of(sources, window, threads, Division.among(Math.max(1, threads / sources.size())), progress);
    }

    /**
     * Reads captures, one at least, as one case, each divided in a stated way; what comes of it does not depend on that.
     *
     * @param threads captures to read at the same time, at least 1
     */
    public static CaseScan of(
            List<CaptureSource> sources, TimeWindow window, int threads, Division division, ReadProgress progress)
            throws CaptureException, InterruptedException {
        return of(sources, window, threads, division, KeptScans.NONE, progress);
    }

    /**
     * Takes captures, one at least, as one case, and reads those only of which no scan is kept; what comes of it does not
     * depend on that.
     *
     * @param threads that read at the same time, at least 1: captures, or pieces of one
     * @param kept asked for each capture, and given the scans that were made
     * @param progress told of all captures that are read as if they were one; of a second reading from 0 again
     * @throws CaptureException when one cannot be read at all: no capture, or no access
     */
    public static CaseScan of(
            List<CaptureSource> sources, TimeWindow window, int threads, KeptScans kept, ReadProgress progress)
            throws CaptureException, InterruptedException {
        return of(sources, window, threads, Division.among(Math.max(1, threads / sources.size())), kept, progress);
    }

    /** Scans of all captures of a case as one case, in the order of their places, of which each has one. */
    public static CaseScan of(List<CaptureScan> captures) {
        return CaseJoining.of(captures);
    }

    /**
     * A part of this case, whose captures were read whole: with the clocks of the whole, of which the part may not tell.
     *
     * @param sources those that this case was read from
     * @param window the part, by the clock of the case
     * @throws CaptureException when one cannot be read any more
     */
    public CaseScan within(
            TimeWindow window, List<CaptureSource> sources, int threads, KeptScans kept, ReadProgress progress)
            throws CaptureException, InterruptedException {
        Division division = Division.among(Math.max(1, threads / sources.size()));
        return new ScanReading(sources, threads, division, kept, progress).within(window, this);
    }

    private static CaseScan of(
            List<CaptureSource> sources,
            TimeWindow window,
            int threads,
            Division division,
            KeptScans kept,
            ReadProgress progress)
            throws CaptureException, InterruptedException {
        ScanReading reading = new ScanReading(sources, threads, division, kept, progress);
        boolean mayHaveSeveralClocks = sources.size() > 1
                && sources.stream()
                                .map(source -> RingFile.of(source.name())
                                        .map(RingFile::ring)
                                        .orElse(source.name()))
                                .distinct()
                                .count()
                        > 1;
        if (window.isEverything() || !mayHaveSeveralClocks || !reading.isRepeatable()) {
            return reading.of(window);
        }
        return reading.within(window, reading.of(TimeWindow.EVERYTHING));
    }
}
