package io.github.espial.report.text;

import io.github.espial.diagnose.CaseCapture;
import java.util.HashSet;
import java.util.List;

/** What captures are called where frames are named: without their folder, as long as that tells them apart. */
final class CaptureNames {
    private final List<String> names;

    CaptureNames(List<CaseCapture> captures) {
        List<String> full =
                captures.stream().map(capture -> capture.summary().name()).toList();
        List<String> last = full.stream().map(CaptureNames::lastPart).toList();
        this.names = new HashSet<>(last).size() == last.size() ? last : full;
    }

    /** The name of the capture with that place in the case, from 0. */
    String of(int capture) {
        return names.get(capture);
    }

    /** What follows the last separator of either kind: reports are read on other systems than captures are made on. */
    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
