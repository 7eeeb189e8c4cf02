package io.github.espial.compare;

import io.github.espial.correlate.Flow;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Station;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One case, asked for what is compared. */
final class CaseView {
    /** From here on a proper next hop is believed, as where a case is diagnosed. */
    private static final double CERTAIN = 0.9;

    private final CaseReport report;
    /** Whether the case as a whole is open for reasons that none of its next hops shows. */
    private final boolean isOpen;

    CaseView(CaseReport report) {
        this.report = report;
        // A leak, or a peer that fell silent, forbids an all-clear and says nothing against the next hops.
        boolean isUnwell = report.findings().stream()
                .anyMatch(finding ->
                        finding.severity() == Severity.ERROR || finding.id().equals(FindingId.ANSWERS_CEASED));
        this.isOpen = report.verdict() == Verdict.UNDETERMINED
                && !isUnwell
                && report.topology().paths().stream()
                        .filter(path -> path.outbound() && path.traffic().isProtected())
                        .allMatch(path -> routing(exactly(path), path) == Routing.PROPER);
    }

    /** Whose traffic there is, by peer and server. */
    Stream<Between> pairs() {
        return Stream.concat(
                        report.topology().peers().stream()
                                .map(peer -> new Between(Optional.of(peer.server()), peer.address())),
                        report.topology().paths().stream().map(CaseView::exactly))
                .distinct();
    }

    /** What is known of {@code pair}'s traffic; empty where the case does not know the peer. */
    Optional<PeerState> state(Between pair) {
        if (pairs().noneMatch(one -> pair.covers(one.server().orElseThrow(), one.peer()))) {
            return Optional.empty();
        }
        List<OuterPath> outbound = paths(pair, Direction.OUTBOUND);
        List<NextHopUse> uses = new ArrayList<>();
        outbound.forEach(path -> station(path).ifPresent(station -> add(uses, pair, path, station)));
        boolean isHidden = outbound.stream().anyMatch(path -> station(path).isEmpty());
        List<Routing> parts = Stream.concat(
                        uses.stream().map(NextHopUse::routing), isHidden ? Stream.of(Routing.OPEN) : Stream.empty())
                .toList();
        Tally received = tally(pair, paths(pair, Direction.INBOUND), Direction.INBOUND);
        boolean isUnanswered = received.frames() == 0
                && findings(pair).anyMatch(finding -> finding.id().equals(FindingId.ESP_ONE_WAY));
        return Optional.of(new PeerState(
                Routing.of(parts), uses, tally(pair, outbound, Direction.OUTBOUND), received, isUnanswered));
    }

    /** What is known to go wrong with {@code pair}'s next hop. */
    List<Finding> misrouted(Between pair) {
        return findings(pair, Severity.ERROR).toList();
    }

    /** Ids of what else is an error of {@code pair}'s. */
    List<String> otherErrors(Between pair) {
        return findings(pair)
                .filter(finding ->
                        finding.severity() == Severity.ERROR && !finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP))
                .map(Finding::id)
                .distinct()
                .toList();
    }

    /** Flows inside tunnels from the server to the peer, or back. */
    List<Flow> flows(Between pair, Direction direction) {
        return report.innerTraffic().flows().stream()
                .filter(Flow::isRouted)
                .filter(flow -> direction == Direction.OUTBOUND
                        ? pair.covers(flow.sa().source(), flow.sa().destination())
                        : pair.covers(flow.sa().destination(), flow.sa().source()))
                .toList();
    }

    /** A next hop by all that is known of it. */
    Station station(MacAddress mac) {
        return report.topology()
                .nextHop(mac)
                .map(NextHop::station)
                .orElse(new Station(Optional.of(mac), Optional.empty()));
    }

    private void add(List<NextHopUse> uses, Between pair, OuterPath path, Station station) {
        long frames = path.span().frames();
        for (int i = 0; i < uses.size(); i++) {
            NextHopUse use = uses.get(i);
            if (SameRouter.is(use.station(), station)) {
                Routing both = Routing.of(List.of(use.routing(), routing(pair, path)));
                uses.set(i, new NextHopUse(use.station(), both, use.frames() + frames, spis(pair, use.station())));
                return;
            }
        }
        uses.add(new NextHopUse(station, routing(pair, path), frames, spis(pair, station)));
    }

    private Routing routing(Between pair, OuterPath path) {
        Optional<Station> station = station(path);
        if (station.isEmpty()) {
            return Routing.OPEN;
        }
        if (isTakenBy(findings(pair, Severity.ERROR), station.get())) {
            return Routing.WRONG;
        }
        if (isOpen || isTakenBy(findings(pair, Severity.WARNING), station.get())) {
            return Routing.OPEN;
        }
        boolean isProper = report.verdict() == Verdict.HEALTHY || isExpected(pair, station.get());
        return isProper ? Routing.PROPER : Routing.OPEN;
    }

    private boolean isExpected(Between pair, Station station) {
        return report.topology().peers().stream()
                .filter(pair::covers)
                .flatMap(peer -> peer.expected().stream())
                .filter(expected -> expected.confidence() >= CERTAIN)
                .map(Peer.Expectation::nextHop)
                .anyMatch(expected -> SameRouter.is(expected, station));
    }

    private static boolean isTakenBy(Stream<Finding> misrouted, Station station) {
        return misrouted
                .flatMap(finding -> finding.subject().actualNextHop().stream())
                .anyMatch(actual -> SameRouter.is(actual, station));
    }

    private Stream<Finding> findings(Between pair, Severity severity) {
        return findings(pair)
                .filter(finding -> finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP) && finding.severity() == severity);
    }

    /** Findings about the peer; those that name SAs, only where one of them is {@code pair}'s. */
    private Stream<Finding> findings(Between pair) {
        return report.findings().stream()
                .filter(finding ->
                        finding.subject().peer().filter(pair.peer()::equals).isPresent())
                .filter(finding -> pair.server().isEmpty()
                        || finding.subject().spis().isEmpty()
                        || associations(pair)
                                .anyMatch(sa -> finding.subject().spis().contains(sa.spi())));
    }

    private Stream<SecurityAssociation> associations(Between pair) {
        return report.topology().associations().stream()
                .filter(sa -> pair.covers(sa.source(), sa.destination()) || pair.covers(sa.destination(), sa.source()));
    }

    private List<Spi> spis(Between pair, Station station) {
        return associations(pair)
                .filter(sa -> sa.direction() == Direction.OUTBOUND)
                .filter(sa -> sa.links().stream()
                        .flatMap(link -> link.hop().destination().stream())
                        .anyMatch(mac -> SameRouter.is(station(mac), station)))
                .map(SecurityAssociation::spi)
                .distinct()
                .sorted()
                .toList();
    }

    private Tally tally(Between pair, List<OuterPath> paths, Direction direction) {
        List<Optional<Tally.Loss>> losses = associations(pair)
                .filter(sa -> sa.direction() == direction)
                .map(sa -> sa.sequence()
                        .gaps()
                        .map(gaps -> new Tally.Loss(
                                gaps.missing(),
                                sa.sequence().highest() - sa.sequence().lowest() + 1)))
                .toList();
        boolean isKnown = losses.stream().allMatch(Optional::isPresent);
        return new Tally(
                paths.stream().mapToLong(path -> path.span().frames()).sum(),
                isKnown ? losses.stream().flatMap(Optional::stream).reduce(Tally.Loss::plus) : Optional.empty());
    }

    private List<OuterPath> paths(Between pair, Direction direction) {
        return report.topology().paths().stream()
                .filter(path -> path.direction() == direction && path.traffic().isProtected() && pair.covers(path))
                .toList();
    }

    /** Whom a path's frames were handed to; a group of stations is no next hop. */
    private Optional<Station> station(OuterPath path) {
        return path.hop().destination().filter(mac -> !mac.isGroup()).map(this::station);
    }

    private static Between exactly(OuterPath path) {
        return new Between(Optional.of(path.server()), path.peer());
    }
}
