package io.github.espial.diagnose.check;

import io.github.espial.diagnose.CaseCapture;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Phrases that several checks use, so that one thing is always said in one way. */
final class Wording {
    private static final long NANOS = 1_000_000_000;

    /** Networks that a sentence names. */
    private static final int NETWORKS = 8;
    /** SAs that a sentence names. */
    private static final int NAMED = 4;

    private Wording() {}

    /** {@code 1 frame}, {@code 58 frames}. */
    static String frames(long count) {
        return count == 1 ? "1 frame" : count + " frames";
    }

    /** {@code eth0.pcap}, or the first file of a stream and how many more there are. */
    static String files(List<CaseCapture> stream) {
        String first = stream.get(0).summary().name();
        return switch (stream.size()) {
            case 1 -> first;
            case 2 -> first + " and the file after it";
            default -> first + " and the " + (stream.size() - 1) + " files after it";
        };
    }

    /** {@code holds} of one file, {@code hold} of several. */
    static String verb(List<CaseCapture> stream, String ofOne, String ofSeveral) {
        return stream.size() == 1 ? ofOne : ofSeveral;
    }

    /** How many frames the files of a stream have. */
    static long framesOf(List<CaseCapture> stream) {
        return stream.stream().mapToLong(capture -> capture.summary().frames()).sum();
    }

    /** Networks by comma, and how many more where there are too many. */
    static String networks(List<IpPrefix> networks) {
        String named = networks.stream().limit(NETWORKS).map(IpPrefix::toString).collect(Collectors.joining(", "));
        return networks.size() > NETWORKS ? named + " and " + (networks.size() - NETWORKS) + " more networks" : named;
    }

    /** The next hop of a way, with what it is for the server. */
    static String nextHop(Way way) {
        return (way.isDefaultGateway() ? "the default gateway " : "") + way.nextHop();
    }

    static String nextHop(Station station) {
        return station.toString();
    }

    /** {@code SA 0xc0c86871}, {@code SAs 0xc0c86871 and 0xc7330a2c}, or how many where there are more. */
    static String associations(List<Spi> spis) {
        if (spis.size() > NAMED) {
            return spis.size() + " SAs";
        }
        return (spis.size() == 1 ? "SA " : "SAs ")
                + spis.stream().map(Spi::toString).collect(Collectors.joining(" and "));
    }

    /** {@code frames 12 to 340}, for a reader who goes to look; captures count from 1, in the order of the report. */
    static String where(Span span) {
        FrameReference first = span.firstFrame();
        FrameReference last = span.lastFrame();
        if (span.frames() == 1) {
            return "frame " + first.number();
        }
        return first.capture() == last.capture()
                ? "frames " + first.number() + " to " + last.number()
                : "frame " + first.number() + in(first, last) + " to frame " + last.number() + in(last, first);
    }

    /** {@code of capture 2} after a space, where the frame is in another capture than {@code other}; else nothing. */
    static String in(FrameReference frame, FrameReference other) {
        return frame.capture() == other.capture() ? "" : " of capture " + (frame.capture() + 1);
    }

    /** The time that is {@code nanos} after the epoch, in UTC. */
    static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .toString();
    }

    /** Seconds with one digit of a fraction. */
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
