package io.github.espial.diagnose;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.tally.MisfitTally;
import io.github.espial.observe.tally.OpaqueTally;
import io.github.espial.observe.tally.PointTally;
import java.util.ArrayList;
import java.util.List;

/**
 * One capture of a case: what its file says of itself, and what its frames showed.
 *
 * @param summary the file
 * @param stream the place in the case, from 0, of the first of the files that were written in turns at one point; its own
 *     where there is no other
 * @param points what each interface with frames delivered
 * @param opaque frames that may hold IPsec and were not looked into
 * @param misfits whole frames in which a header did not fit, by where
 * @param remarks what is to be said of it beside the other captures, such as how its clock was set; no trailing period
 */
public record CaseCapture(
        CaptureSummary summary,
        int stream,
        List<PointTally> points,
        List<OpaqueTally> opaque,
        List<MisfitTally> misfits,
        List<String> remarks) {
    /** Ways of being malformed that are told one by one. */
    private static final int MOST_MISFITS = 5;

    public CaseCapture {
        points = List.copyOf(points);
        opaque = List.copyOf(opaque);
        misfits = List.copyOf(misfits);
        remarks = List.copyOf(remarks);
    }

    /** A capture of which every frame was read to its end. */
    public CaseCapture(CaptureSummary summary, int stream, List<PointTally> points, List<String> remarks) {
        this(summary, stream, points, List.of(), List.of(), remarks);
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

    /** A sentence for each header that frames do not fit in, the most frequent ones, and each kind that was not looked into. */
    public List<String> obstacles() {
        List<String> all = new ArrayList<>();
        misfits.stream()
                .limit(MOST_MISFITS)
                .forEach(misfit -> all.add("malformed: " + frames(misfit.span().frames()) + ", the first is frame "
                        + misfit.span().firstFrame().number() + ": "
                        + misfit.fault().layer() + " at octet "
                        + misfit.octet() + ", expected " + misfit.fault().expected()));
        if (misfits.size() > MOST_MISFITS) {
            all.add("malformed in " + (misfits.size() - MOST_MISFITS) + " more ways; the JSON report has all");
        }
        new BlindSpots(opaque)
                .byKind()
                .forEach((kind, frames) -> all.add(
                        "not looked into: " + frames(frames) + (frames == 1 ? " is " : " are ") + kind.words()));
        return List.copyOf(all);
    }

    private static String frames(long count) {
        return count == 1 ? "1 frame" : count + " frames";
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
