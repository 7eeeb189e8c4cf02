package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observations;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;

/**
 * One capture of a case, read from end to end.
 *
 * @param place its place in the case, from 0
 * @param observations its facts, and those of no other
 * @param summary what the file is
 */
public record CaptureScan(int place, Observations observations, CaptureSummary summary) {
    /**
     * Reads a capture, whether a scan of it is kept or not. Of one that is not at hand itself, what was seen of it is what
     * an earlier scan saw, of all of it and knowing what that knew.
     *
     * @param place its place in the case, from 0
     * @param known UDP end points that an earlier scan of the case saw carry ESP; left as is
     * @param how with the window by the capture's own clock
     * @throws CaptureException when it cannot be read at all: no capture, or no access
     */
    public static CaptureScan of(CaptureSource source, int place, UdpPairs known, Reading how) throws CaptureException {
        if (source instanceof CaptureSource.Scanned scanned) {
            return ScansFile.read(scanned, place);
        }
        ObservationCollector collector = new ObservationCollector(place, known, how.window());
        CaptureSummary summary = CaptureReader.read(source, collector, how.divisionOf(1), how.progress());
        return new CaptureScan(place, collector.observations(), summary);
    }
}
