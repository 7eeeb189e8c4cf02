package io.github.espial.diagnose;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.PointTally;
import java.util.List;

/**
 * One capture of a case: what its file says of itself, and what its frames showed.
 *
 * @param summary the file
 * @param stream the place in the case, from 0, of the first of the files that were written in turns at one point; its own
 *     where there is no other
 * @param points what each interface with frames delivered
 * @param remarks what is to be said of it beside the other captures, such as how its clock was set; no trailing period
 */
public record CaseCapture(CaptureSummary summary, int stream, List<PointTally> points, List<String> remarks) {
    public CaseCapture {
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
    }

    /** Whole frames in which a header did not fit or contradicted itself. */
    public long malformedFrames() {
        return points.stream().mapToLong(PointTally::malformed).sum();
    }

    /** A sentence for each interface whose link type is not decoded, without trailing period. */
    public List<String> unread() {
        return points.stream()
                .filter(point -> point.unread() > 0)
                .map(point -> summary.name() + ": " + point.unread() + " frames of " + linkType(point.linkType())
                        + " were not read: " + reason(point.linkType()))
                .toList();
    }

    /** Time of the earliest frame in nanoseconds since the epoch; {@link Long#MAX_VALUE} where none has one. */
    public long firstNanos() {
        return points.stream().mapToLong(PointTally::firstNanos).min().orElse(Long.MAX_VALUE);
    }

    /** Time of the latest frame; {@link Long#MIN_VALUE} where none has one. */
    public long lastNanos() {
        return points.stream().mapToLong(PointTally::lastNanos).max().orElse(Long.MIN_VALUE);
    }

    /** Digits of a second's fraction that tell this capture's times apart. */
    public int timestampDigits() {
        return summary.interfaces().stream()
                .mapToInt(point -> Math.min(9, point.timestampDigits()))
                .max()
                .orElse(6);
    }

    private static String reason(int linkType) {
        return LinkTypes.isWireless(linkType) ? "they are encrypted" : "this link type is not decoded";
    }

    private static String linkType(int number) {
        String name = LinkTypes.name(number);
        return name.equals("link type " + number) ? name : "link type " + name + " (" + number + ")";
    }
}
