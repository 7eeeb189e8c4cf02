package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.Division;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the captures of a case are read.
 *
 * @param threads captures to read at the same time, at least 1
 */
record ScanReading(List<CaptureSource> sources, int threads, Division division, KeptScans kept, ReadProgress progress) {

    boolean isRepeatable() {
        return sources.stream().allMatch(CaptureSource::isRepeatable);
    }

    /** Reads a part of the case, by the clock of each capture. */
    CaseScan of(TimeWindow window) throws CaptureException, InterruptedException {
        return scan(place -> window, CaseJoining::of);
    }

    /** Reads a part of a case that has been read whole, by the clock of the case. */
    CaseScan within(TimeWindow window, CaseScan whole) throws CaptureException, InterruptedException {
        return scan(
                place -> window.earlier(whole.observations().addedNanos(place)),
                captures -> CaseJoining.of(captures, whole));
    }

    private CaseScan scan(IntFunction<TimeWindow> windows, Function<List<CaptureScan>, CaseScan> joining)
            throws CaptureException, InterruptedException {
        CaseScan scan = joining.apply(scan(new UdpPairs(), windows));
        if (scan.observations().pairs().isEmpty() || !isRepeatable()) {
            return scan;
        }
        return joining.apply(scan(scan.observations().pairs(), windows));
    }

    private List<CaptureScan> scan(UdpPairs known, IntFunction<TimeWindow> windows)
            throws CaptureException, InterruptedException {
        Map<Integer, CaptureScan> scans = new TreeMap<>();
        for (int place = 0; place < sources.size(); place++) {
            kept.find(sources.get(place), place, windows.apply(place), known)
                    .ifPresent(scan -> scans.put(scan.place(), scan));
        }
        List<Integer> missing = IntStream.range(0, sources.size())
                .filter(place -> !scans.containsKey(place))
                .boxed()
                .toList();
        for (CaptureScan scan : read(missing, known, windows)) {
            kept.keep(sources.get(scan.place()), windows.apply(scan.place()), known, scan);
            scans.put(scan.place(), scan);
        }
        return List.copyOf(scans.values());
    }

    /** Reads the captures in {@code places}. */
    private List<CaptureScan> read(List<Integer> places, UdpPairs known, IntFunction<TimeWindow> windows)
            throws CaptureException, InterruptedException {
        if (places.isEmpty()) {
            return List.of();
        }
        List<ObservationCollector> collectors = places.stream()
                .map(place -> new ObservationCollector(place, known, windows.apply(place)))
                .toList();
        // In pieces, ESP on ports found in one piece would not show in the next; a second reading makes up for that.
        Division possible = isRepeatable() ? division : Division.NONE;
        List<CaptureSummary> summaries =
                CaseReading.read(places.stream().map(sources::get).toList(), collectors, threads, possible, progress);
        return IntStream.range(0, places.size())
                .mapToObj(i -> new CaptureScan(places.get(i), collectors.get(i).observations(), summaries.get(i)))
                .toList();
    }
}
