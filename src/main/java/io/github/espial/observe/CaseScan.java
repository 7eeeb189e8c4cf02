package io.github.espial.observe;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.Division;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The captures of one case, read from end to end. Those that were written in turns at one point are one stream, see {@link
 * Streams}: what was seen at a point of the first of them, others saw at the same.
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
        Observations all = new Observations();
        List<Integer> streams = Streams.of(captures);
        for (int i = 0; i < captures.size(); i++) {
            CaptureScan capture = captures.get(i);
            if (streams.get(i) == capture.place()) {
                all.merge(capture.observations());
            } else {
                all.join(capture.observations(), capture.place(), streams.get(i));
            }
        }
        return new CaseScan(all, captures.stream().map(CaptureScan::summary).toList());
    }

    private static CaseScan of(
            List<CaptureSource> sources,
            TimeWindow window,
            int threads,
            Division division,
            KeptScans kept,
            ReadProgress progress)
            throws CaptureException, InterruptedException {
        boolean isRepeatable = sources.stream().allMatch(CaptureSource::isRepeatable);
        // In pieces, ESP on ports found in one piece would not show in the next; a second reading makes up for that.
        Division possible = isRepeatable ? division : Division.NONE;
        CaseScan scan = scan(sources, new UdpPairs(), window, threads, possible, kept, progress);
        if (scan.observations().pairs().isEmpty() || !isRepeatable) {
            return scan;
        }
        return scan(sources, scan.observations().pairs(), window, threads, possible, kept, progress);
    }

    private static CaseScan scan(
            List<CaptureSource> sources,
            UdpPairs known,
            TimeWindow window,
            int threads,
            Division division,
            KeptScans kept,
            ReadProgress progress)
            throws CaptureException, InterruptedException {
        Map<Integer, CaptureScan> scans = new TreeMap<>();
        for (int place = 0; place < sources.size(); place++) {
            kept.find(sources.get(place), place, window, known).ifPresent(scan -> scans.put(scan.place(), scan));
        }
        List<Integer> missing = IntStream.range(0, sources.size())
                .filter(place -> !scans.containsKey(place))
                .boxed()
                .toList();
        for (CaptureScan scan : read(sources, missing, known, window, threads, division, progress)) {
            kept.keep(sources.get(scan.place()), window, known, scan);
            scans.put(scan.place(), scan);
        }
        return of(List.copyOf(scans.values()));
    }

    /** Reads the captures in {@code places}. */
    private static List<CaptureScan> read(
            List<CaptureSource> sources,
            List<Integer> places,
            UdpPairs known,
            TimeWindow window,
            int threads,
            Division division,
            ReadProgress progress)
            throws CaptureException, InterruptedException {
        if (places.isEmpty()) {
            return List.of();
        }
        List<ObservationCollector> collectors = places.stream()
                .map(place -> new ObservationCollector(place, known, window))
                .toList();
        List<CaptureSummary> summaries =
                CaseReading.read(places.stream().map(sources::get).toList(), collectors, threads, division, progress);
        return IntStream.range(0, places.size())
                .mapToObj(i -> new CaptureScan(places.get(i), collectors.get(i).observations(), summaries.get(i)))
                .toList();
    }
}
