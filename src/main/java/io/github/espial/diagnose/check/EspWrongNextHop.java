package io.github.espial.diagnose.check;

import io.github.espial.correlate.Flow;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.diagnose.remedy.Remedy;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ESP that left for another next hop than its peer's proper one.
 *
 * <p>The route of tunnel-mode packets was chosen by their inner destination, before IPsec, and the route for the peer's
 * own address did not count. See the page {@code esp-wrong-next-hop}.
 */
public final class EspWrongNextHop implements Check {
    /** Below this the evidence may be a coincidence: the finding is a warning. */
    private static final double CERTAIN = 0.9;
    /** Beyond this a confidence is not told any more. */
    private static final double CAPPED = 0.9999;

    /** Log-odds that a report does not show. */
    private static final double ROUNDING = 0.05;

    /** A way that was in use this shortly before the end is taken to be still in use, as a share of the capture. */
    private static final double STILL_IN_USE = 0.1;

    /** A probability is shown in per cent with one digit more, and never as more than it is. */
    private static final double IN_ALL = 1000;

    private static final double TENTHS = 10;

    @Override
    public String id() {
        return FindingId.ESP_WRONG_NEXT_HOP;
    }

    @Override
    public String summary() {
        return "ESP for a peer left for another next hop than the peer's proper one";
    }

    @Override
    public List<Finding> examine(Case facts) {
        InnerDestinations inner = new InnerDestinations(facts);
        return facts.peers().stream()
                .flatMap(peer -> examine(facts, inner, peer))
                .toList();
    }

    private Stream<Finding> examine(Case facts, InnerDestinations inner, Peer peer) {
        return peer.expected().stream()
                .flatMap(expected -> facts.conclusions().ways(peer).stream()
                        .filter(way -> way.delivery() == Way.Delivery.WRONG)
                        .map(way -> describe(facts, inner.of(way), peer, expected.nextHop(), way)));
    }

    private Finding describe(Case facts, InnerDestinations.Found inner, Peer peer, Station expected, Way way) {
        boolean isCertain = way.confidence() >= CERTAIN;
        Optional<Mending> mending = Mending.of(facts, peer, way);
        boolean isOngoing = mending.isEmpty() && isOngoing(facts, way);
        String left = isOngoing ? "leaves" : "left";
        String protocol = facts.protocol(peer);
        String title = protocol + " for " + peer.address() + (isCertain ? " " : " probably ") + left
                + " for the wrong next hop"
                + mending.map(since -> ", mended since " + Wording.time(since.sinceNanos()))
                        .orElse("");
        Optional<RightBefore> right = RightBefore.of(facts, peer, way, expected);
        long wrong = way.span().frames() - right.map(RightBefore::frames).orElse(0L);
        String text = Wording.frames(wrong) + " of " + protocol + " for " + peer.address() + " left for "
                + Wording.nextHop(way) + "; its proper next hop is " + expected + ". "
                + right.map(EspWrongNextHop::before).orElse("")
                + mending.map(since -> past(since, expected))
                        .orElseGet(() -> new RouteChoice(facts, expected, way).sentence(inner));
        Finding finding = Finding.of(
                        id(),
                        isCertain ? Severity.ERROR : Severity.WARNING,
                        title,
                        text,
                        Proof.weighed(way.confidence(), evidence(facts, inner, peer, way)))
                .about(peer.address())
                .between(Optional.of(way.nextHop()), Optional.of(expected))
                .over(way.span(), way.spis(), isOngoing)
                .into(inner.networks());
        return mending.map(since -> finding.mendedAt(since.sinceNanos()))
                .orElseGet(() -> finding.mendedBy(remedy(facts, inner, peer, expected)));
    }

    private static String before(RightBefore right) {
        return Wording.frames(right.frames()) + " before " + Wording.time(right.untilNanos())
                + " went there rightly, as IKE did until then. ";
    }

    /** What is past needs no route any more. */
    private static String past(Mending mending, Station expected) {
        return "It is mended since " + Wording.time(mending.sinceNanos()) + ": " + Wording.frames(mending.sent())
                + " went to " + expected + " from then on, and "
                + (mending.answered() == 0 ? "none" : Long.toString(mending.answered())) + " came back";
    }

    private static List<Fix> remedy(Case facts, InnerDestinations.Found inner, Peer peer, Station expected) {
        return Remedy.of(
                new Remedy.Fault(
                        peer.address(),
                        expected,
                        inner.networks(),
                        inner.areGuessed(),
                        inner.spared(),
                        ClearTraffic.movedBy(facts, inner.networks(), expected)),
                facts.machine());
    }

    private static List<Evidence> evidence(Case facts, InnerDestinations.Found inner, Peer peer, Way way) {
        List<Evidence> evidence = new ArrayList<>();
        String protocol = facts.protocol(peer);
        String filter = Filters.ofSpis(protocol, way.spis(), way.server(), way.peer())
                + way.nextHop().mac().map(mac -> " && " + Filters.handedTo(mac)).orElse("");
        String text = Wording.frames(way.span().frames()) + " of " + protocol + " from " + way.server() + " to "
                + way.peer() + " were handed to " + Wording.nextHop(way);
        evidence.add(Evidence.seen("esp-next-hop", text, 0, way.span(), filter));
        if (!inner.aligned().isEmpty()) {
            evidence.add(Evidence.stated("aligned-flows", aligned(inner.aligned()), 0));
        }
        evidence.addAll(SentInVain.of(facts, way.server(), way.peer(), way.spis()::contains));
        evidence.addAll(peer.evidence());
        double shown = peer.evidence().stream().mapToDouble(Evidence::weight).sum();
        double believed = Math.log(way.confidence() / (1 - way.confidence()));
        if (way.confidence() < CAPPED && Math.abs(believed - shown) > ROUNDING) {
            evidence.add(Evidence.stated(
                    "identity",
                    believed < shown
                            ? "little tells that these are two routers, and not one with two MACs"
                            : "the server's frames show two next hops",
                    believed - shown));
        }
        return evidence;
    }

    private static String aligned(List<Flow> flows) {
        double least = 1;
        for (Flow flow : flows) {
            least = Math.min(least, flow.probability());
        }
        return flows.size() + (flows.size() == 1 ? " inner flow" : " inner flows")
                + " among them told without keys, by lengths and times of packets captured in the clear as well, with a"
                + " probability of at least " + Math.floor(least * IN_ALL) / TENTHS + " % each";
    }

    private static boolean isOngoing(Case facts, Way way) {
        boolean isLast = facts.conclusions().ways(way.server(), way.peer()).stream()
                .allMatch(other -> other.span().lastNanos() <= way.span().lastNanos()
                        || other.span().overlaps(way.span()));
        long begin = facts.captures().stream()
                .mapToLong(capture -> capture.firstNanos())
                .min()
                .orElse(0);
        long end = facts.endNanos();
        return isLast && end - way.span().lastNanos() <= STILL_IN_USE * (end - begin);
    }
}
