package io.github.espial.scan;

import io.github.espial.observe.tally.Observations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one case of captures that were scanned each for itself: stream by stream, all by one clock. */
final class CaseMerge {
    private final List<CaptureScan> captures;
    /** Each stream's captures in their order, by the place of the first. */
    private final TreeMap<Integer, List<CaptureScan>> streams = new TreeMap<>();

    private CaseMerge(List<CaptureScan> captures) {
        this.captures = captures;
        List<Integer> places = Streams.of(captures);
        for (int i = 0; i < captures.size(); i++) {
            streams.computeIfAbsent(places.get(i), key -> new ArrayList<>()).add(captures.get(i));
        }
    }

    /** The case, its clocks set by what the captures show. */
    static CaseScan of(List<CaptureScan> captures) {
        CaseMerge merge = new CaseMerge(captures);
        return merge.streams.size() == 1
                ? merge.scan(join(merge.streams.firstEntry().getValue()), Map.of())
                : merge.byOneClock();
    }

    /** The case, its clocks set as those of {@code whole} are, which is of the same captures. */
    static CaseScan of(List<CaptureScan> captures, CaseScan whole) {
        CaseMerge merge = new CaseMerge(captures);
        Observations all = new Observations();
        merge.streams.forEach(
                (place, files) -> all.join(join(files), whole.observations().addedNanos(place)));
        return merge.scan(all, whole.discrepancies());
    }

    private CaseScan byOneClock() {
        List<Observations> joined =
                streams.values().stream().map(CaseMerge::join).toList();
        List<Integer> places = List.copyOf(streams.keySet());
        List<CaseClocks.Clock> clocks = CaseClocks.of(places, joined);
        Observations all = new Observations();
        Map<Integer, List<Discrepancy>> discrepancies = new HashMap<>();
        DuplicateFrames duplicates = new DuplicateFrames();
        for (int stream = 0; stream < joined.size(); stream++) {
            CaseClocks.Clock clock = clocks.get(stream);
            all.join(joined.get(stream), clock.nanos());
            List<Discrepancy> found =
                    new ArrayList<>(clock.discrepancy().stream().toList());
            duplicates
                    .add(stream, joined.get(stream), clock.nanos())
                    .forEach((other, frames) -> found.add(new Discrepancy.CountedTwice(places.get(other), frames)));
            if (!found.isEmpty()) {
                discrepancies.put(places.get(stream), List.copyOf(found));
            }
        }
        return scan(all, discrepancies);
    }

    private CaseScan scan(Observations all, Map<Integer, List<Discrepancy>> discrepancies) {
        return new CaseScan(all, captures.stream().map(CaptureScan::summary).toList(), discrepancies);
    }

    private static Observations join(List<CaptureScan> files) {
        if (files.size() == 1) {
            return files.get(0).observations();
        }
        Observations stream = new Observations();
        int first = files.get(0).place();
        files.forEach(file -> stream.join(file.observations(), file.place(), first));
        return stream;
    }
}
