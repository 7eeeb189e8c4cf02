package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.RingFile;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.Division;
import io.github.espial.store.CaptureSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Scans the captures of a case, and makes one case of the scans. */
final class CaseScanning {
    private final List<CaptureSource> sources;
    private final Reading how;

    CaseScanning(List<CaptureSource> sources, Reading how) {
        this.sources = sources;
        // In pieces, ESP on ports found in one piece would not show in the next; a second reading makes up for that.
        this.how = isRepeatable(sources) ? how : how.divided(Division.NONE);
    }

    CaseScan run() throws CaptureException, InterruptedException {
        if (how.window().isEverything() || !mayHaveSeveralClocks() || !isRepeatable(sources)) {
            return scan(place -> how.window(), CaseMerge::of);
        }
        return within(scan(place -> TimeWindow.EVERYTHING, CaseMerge::of));
    }

    /** A part of a case that has been read whole, by the clock of the case. */
    CaseScan within(CaseScan whole) throws CaptureException, InterruptedException {
        return scan(
                place -> how.window().earlier(whole.observations().addedNanos(place)),
                captures -> CaseMerge.of(captures, whole));
    }

    /** The files of one ring have one clock. */
    private boolean mayHaveSeveralClocks() {
        Set<String> clocks = new HashSet<>();
        for (CaptureSource source : sources) {
            clocks.add(RingFile.of(source.name()).map(RingFile::ring).orElse(source.name()));
        }
        return clocks.size() > 1;
    }

    private static boolean isRepeatable(List<CaptureSource> sources) {
        for (CaptureSource source : sources) {
            if (!source.isRepeatable()) {
                return false;
            }
        }
        return true;
    }

    /** Reads again, knowing them from the first frame on, where UDP end points turned out to carry ESP. */
    private CaseScan scan(IntFunction<TimeWindow> windows, Function<List<CaptureScan>, CaseScan> merge)
            throws CaptureException, InterruptedException {
        CaseScan scan = merge.apply(scan(new UdpPairs(), windows));
        if (scan.observations().pairs().isEmpty()) {
            return scan;
        }
        return noteScannedApart(
                isRepeatable(sources) ? merge.apply(scan(scan.observations().pairs(), windows)) : scan);
    }

    private CaseScan noteScannedApart(CaseScan scan) throws CaptureException {
        Map<Integer, List<Discrepancy>> discrepancies = new HashMap<>(scan.discrepancies());
        for (int place = 0; place < sources.size(); place++) {
            if (sources.get(place) instanceof CaptureSource.Scanned scanned
                    && ScansFile.lacks(scanned, scan.observations().pairs())) {
                List<Discrepancy> all = new ArrayList<>(discrepancies.getOrDefault(place, List.of()));
                all.add(new Discrepancy.ScannedApart());
                discrepancies.put(place, List.copyOf(all));
            }
        }
        return new CaseScan(scan.observations(), scan.captures(), discrepancies);
    }

    private List<CaptureScan> scan(UdpPairs known, IntFunction<TimeWindow> windows)
            throws CaptureException, InterruptedException {
        Map<Integer, CaptureScan> scans = new TreeMap<>();
        List<Integer> missing = new ArrayList<>();
        List<CaptureSource> unread = new ArrayList<>();
        for (int place = 0; place < sources.size(); place++) {
            Optional<CaptureScan> kept = how.kept().find(sources.get(place), place, windows.apply(place), known);
            if (kept.isPresent()) {
                scans.put(place, kept.get());
            } else {
                missing.add(place);
                unread.add(sources.get(place));
            }
        }
        List<CaptureScan> read = CaseReading.of(unread, how, (i, part) -> {
            int place = missing.get(i);
            return CaptureScan.of(unread.get(i), place, known, part.in(windows.apply(place)));
        });
        for (CaptureScan scan : read) {
            how.kept().keep(sources.get(scan.place()), windows.apply(scan.place()), known, scan);
            scans.put(scan.place(), scan);
        }
        return List.copyOf(scans.values());
    }
}
