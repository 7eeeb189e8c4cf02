package io.github.espial.diagnose;

import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Discrepancy;
import java.util.List;
import java.util.Locale;

/** What is to be said of a capture beside the others of its case. */
final class CaptureRemarks {
    private final CaseScan scan;

    private CaptureRemarks(CaseScan scan) {
        this.scan = scan;
    }

    /** Of the capture in this place, from 0, a line each, without trailing period. */
    static List<String> of(int capture, CaseScan scan) {
        CaptureRemarks remarks = new CaptureRemarks(scan);
        return scan.discrepancies().getOrDefault(capture, List.of()).stream()
                .map(remarks::remark)
                .toList();
    }

    private String remark(Discrepancy discrepancy) {
        if (discrepancy instanceof Discrepancy.OtherClock clock) {
            return otherClock(clock);
        }
        if (discrepancy instanceof Discrepancy.UnclearClock clock) {
            return unclearClock(clock);
        }
        if (discrepancy instanceof Discrepancy.ScannedApart) {
            return "its scan was made before another capture of the case showed that UDP ports other than 4500 carry ESP:"
                    + " ESP on these may be missing; scan the captures of the case in one call";
        }
        Discrepancy.CountedTwice twice = (Discrepancy.CountedTwice) discrepancy;
        return twice.frames() + " of its IPsec frames are in " + name(twice.other())
                + " too, at the same times: they count twice unless one of both is left out";
    }

    private String otherClock(Discrepancy.OtherClock clock) {
        return "its clock is " + seconds(Math.abs(clock.nanos())) + (clock.nanos() > 0 ? " behind" : " ahead of")
                + " that of " + name(clock.reference()) + ", as " + clock.packets() + " packets tell that "
                + (clock.compared() == clock.reference() ? "both" : "it and " + name(clock.compared())) + " saw"
                + (clock.isTwoWay() ? "" : " in one direction only")
                + "; its times are shown by that clock";
    }

    private String unclearClock(Discrepancy.UnclearClock clock) {
        return "how far its clock is from that of " + name(clock.compared()) + " could not be told: of "
                + clock.packets() + " packets that both saw, some show " + seconds(clock.spreadNanos())
                + " more or less than others; its times are shown by its own clock";
    }

    private String name(int capture) {
        return scan.captures().get(capture).name();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
