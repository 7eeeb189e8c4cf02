package io.github.espial.report;

import io.github.espial.infer.OuterPath;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.SampleSeries;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;

/** Traffic between a server and peers, written down by hand. */
public final class SampleTraffic {
    /** 2026-11-23T08:51:29.891683Z, the first frame of the capture that the misrouted sample resembles. */
    public static final long START = 1_795_423_889_891_683_000L;

    private static final long SECOND = 1_000_000_000L;

    private SampleTraffic() {}

    /** So many frames, the first after so many seconds, the last {@code seconds} later. */
    public static Span span(long frames, double after, double seconds) {
        return new Span(
                frames,
                frames * 146,
                START + (long) (after * SECOND),
                START + (long) ((after + seconds) * SECOND),
                new FrameReference(0, 120),
                new FrameReference(0, 1490));
    }

    /** Frames without time stamps. */
    public static Span timeless(long frames) {
        return new Span(
                frames,
                frames * 146,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new FrameReference(0, 1),
                new FrameReference(0, frames));
    }

    public static OuterPath out(IpAddress server, IpAddress peer, Traffic traffic, MacAddress via, Span span) {
        return path(server, peer, traffic, Direction.OUTBOUND, Optional.of(via), span);
    }

    public static OuterPath in(IpAddress server, IpAddress peer, Traffic traffic, MacAddress via, Span span) {
        return path(server, peer, traffic, Direction.INBOUND, Optional.of(via), span);
    }

    /** Outbound traffic of a capture without link-layer destinations. */
    public static OuterPath outSomewhere(IpAddress server, IpAddress peer, Traffic traffic, Span span) {
        return path(server, peer, traffic, Direction.OUTBOUND, Optional.empty(), span);
    }

    private static OuterPath path(
            IpAddress server,
            IpAddress peer,
            Traffic traffic,
            Direction direction,
            Optional<MacAddress> via,
            Span span) {
        Optional<MacAddress> own = via.map(mac -> SampleReports.SERVER_MAC);
        boolean outbound = direction == Direction.OUTBOUND;
        Hop hop = new Hop(new Hop.Point(0, 0), outbound ? own : via, outbound ? via : own, List.of());
        Series series = span.hasTime()
                ? SampleSeries.even(span.frames(), span.firstNanos(), span.lastNanos())
                : SampleSeries.at();
        return new OuterPath(server, peer, traffic, direction, hop, span, series);
    }
}
