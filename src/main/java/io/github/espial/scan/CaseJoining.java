package io.github.espial.scan;

import io.github.espial.observe.Observations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one case of captures that were scanned each for itself: stream by stream, all by one clock. */
final class CaseJoining {
    private final List<CaptureScan> captures;
    /** Each stream's captures in their order, by the place of the first. */
    private final TreeMap<Integer, List<CaptureScan>> streams = new TreeMap<>();

    private CaseJoining(List<CaptureScan> captures) {
        this.captures = captures;
        List<Integer> places = Streams.of(captures);
        for (int i = 0; i < captures.size(); i++) {
            streams.computeIfAbsent(places.get(i), key -> new ArrayList<>()).add(captures.get(i));
        }
    }

    /** The case, its clocks set by what the captures show. */
    static CaseScan of(List<CaptureScan> captures) {
        CaseJoining joining = new CaseJoining(captures);
        return joining.streams.size() == 1
                ? joining.scan(join(joining.streams.firstEntry().getValue()), Map.of())
                : joining.byOneClock();
    }

    /** The case, its clocks set as those of {@code whole} are, which is of the same captures. */
    static CaseScan of(List<CaptureScan> captures, CaseScan whole) {
        CaseJoining joining = new CaseJoining(captures);
        Observations all = new Observations();
        joining.streams.forEach(
                (place, files) -> all.join(join(files), whole.observations().addedNanos(place)));
        return joining.scan(all, whole.remarks());
    }

    private CaseScan byOneClock() {
        List<Observations> joined =
                streams.values().stream().map(CaseJoining::join).toList();
        List<String> names = streams.values().stream()
                .map(files -> files.get(0).summary().name())
                .toList();
        List<CaseClocks.Clock> clocks = CaseClocks.of(names, joined);
        List<Integer> places = List.copyOf(streams.keySet());
        Observations all = new Observations();
        Map<Integer, List<String>> remarks = new HashMap<>();
        TwinFrames twins = new TwinFrames();
        for (int stream = 0; stream < joined.size(); stream++) {
            CaseClocks.Clock clock = clocks.get(stream);
            all.join(joined.get(stream), clock.nanos());
            List<String> told = new ArrayList<>();
            if (!clock.remark().isEmpty()) {
                told.add(clock.remark());
            }
            twins.add(stream, joined.get(stream), clock.nanos())
                    .forEach((other, frames) -> told.add(frames + " of its IPsec frames are in " + names.get(other)
                            + " too, at the same times: they count twice unless one of both is left out"));
            if (!told.isEmpty()) {
                remarks.put(places.get(stream), told);
            }
        }
        return scan(all, remarks);
    }

    private CaseScan scan(Observations all, Map<Integer, List<String>> remarks) {
        return new CaseScan(all, captures.stream().map(CaptureScan::summary).toList(), remarks);
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
