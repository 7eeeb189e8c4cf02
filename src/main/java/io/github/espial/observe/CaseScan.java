package io.github.espial.observe;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.Division;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The captures of one case, read from end to end.
 *
 * @param observations the facts of all
 * @param captures what each file is, in the order given
 */
public record CaseScan(Observations observations, List<CaptureSummary> captures) {
    public CaseScan {
        captures = List.copyOf(captures);
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
        boolean isRepeatable = sources.stream().allMatch(CaptureSource::isRepeatable);
        // In pieces, ESP on ports found in one piece would not show in the next; a second reading makes up for that.
        Division possible = isRepeatable ? division : Division.NONE;
        CaseScan scan = scan(sources, new UdpPairs(), window, threads, possible, progress);
        if (scan.observations().pairs().isEmpty() || !isRepeatable) {
            return scan;
        }
        return scan(sources, scan.observations().pairs(), window, threads, possible, progress);
    }

    private static CaseScan scan(
            List<CaptureSource> sources,
            UdpPairs known,
            TimeWindow window,
            int threads,
            Division division,
            ReadProgress progress)
            throws CaptureException, InterruptedException {
        List<ObservationCollector> collectors = IntStream.range(0, sources.size())
                .mapToObj(capture -> new ObservationCollector(capture, known, window))
                .toList();
        List<CaptureSummary> summaries = CaseReading.read(sources, collectors, threads, division, progress);
        Observations all = new Observations();
        collectors.forEach(collector -> all.merge(collector.observations()));
        return new CaseScan(all, summaries);
    }
}
