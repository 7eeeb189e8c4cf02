package io.github.espial.compare;

import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.net.IpAddress;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds one case against another. */
final class CaseComparison {
    /** Peers that the conclusion tells of. */
    private static final int TOLD = 3;

    private final CaseReport before;
    private final CaseReport after;
    private final CaseView first;
    private final CaseView second;
    private final boolean areSame;

    CaseComparison(CaseReport before, CaseReport after) {
        this.before = before;
        this.after = after;
        this.first = new CaseView(before);
        this.second = new CaseView(after);
        this.areSame = areSame(before, after);
    }

    Comparison comparison() {
        List<PeerChange> peers = pairs().stream().map(this::change).toList();
        return new Comparison(
                outcome(peers),
                conclusion(peers),
                missing(peers),
                before,
                after,
                peers,
                FindingComparison.changes(before, after));
    }

    private Outcome outcome(List<PeerChange> peers) {
        if (areSame) {
            return Outcome.UNCHANGED;
        }
        Outcome together = new PeersTogether(peers).outcome();
        // An error may be about no peer that ESP was seen for, such as a table without routes.
        return together == Outcome.MENDED && after.hasErrors() ? Outcome.PARTLY_MENDED : together;
    }

    /** By peer address; by server as well where a peer talks with several of them in one case. */
    private List<Between> pairs() {
        Map<IpAddress, Set<IpAddress>> inFirst = servers(first);
        Map<IpAddress, Set<IpAddress>> inSecond = servers(second);
        Set<IpAddress> peers = new TreeSet<>(inFirst.keySet());
        peers.addAll(inSecond.keySet());
        return peers.stream()
                .flatMap(peer ->
                        pairs(peer, inFirst.getOrDefault(peer, Set.of()), inSecond.getOrDefault(peer, Set.of())))
                .toList();
    }

    private static Stream<Between> pairs(IpAddress peer, Set<IpAddress> one, Set<IpAddress> other) {
        if (one.size() <= 1 && other.size() <= 1) {
            return Stream.of(new Between(Optional.empty(), peer));
        }
        Set<IpAddress> servers = new TreeSet<>(one);
        servers.addAll(other);
        return servers.stream().map(server -> new Between(Optional.of(server), peer));
    }

    private static Map<IpAddress, Set<IpAddress>> servers(CaseView view) {
        return view.pairs()
                .collect(Collectors.groupingBy(
                        Between::peer,
                        TreeMap::new,
                        Collectors.mapping(
                                pair -> pair.server().orElseThrow(), Collectors.toCollection(TreeSet::new))));
    }

    private PeerChange change(Between pair) {
        Optional<PeerState> one = first.state(pair);
        Optional<PeerState> other = second.state(pair);
        PeerState was = one.orElse(PeerState.absent());
        PeerState is = other.orElse(PeerState.absent());
        List<NetworkChange> networks = new NetworkComparison(pair, first, second).changes();
        List<String> errorsBefore = first.otherErrors(pair);
        List<String> errorsAfter = second.otherErrors(pair);
        Outcome outcome =
                areSame ? Outcome.UNCHANGED : new PeerJudgement(was, is, networks, errorsBefore, errorsAfter).outcome();
        String text = new PeerSentence(pair, was, is, networks, isOver(pair)).text(errorsBefore, errorsAfter);
        return new PeerChange(pair.peer(), pair.server(), outcome, text, one, other, networks);
    }

    /** Whether the octets of all captures are the same. */
    private static boolean areSame(CaseReport before, CaseReport after) {
        List<Optional<String>> one = digests(before);
        return !one.isEmpty() && one.stream().allMatch(Optional::isPresent) && one.equals(digests(after));
    }

    private static List<Optional<String>> digests(CaseReport report) {
        return report.inputs().captures().stream()
                .map(CaseCapture::summary)
                .map(summary -> summary.sha256())
                .sorted(Comparator.comparing(digest -> digest.orElse("")))
                .toList();
    }

    private String conclusion(List<PeerChange> peers) {
        String intro = areSame ? "Both cases are the same captures. " : "";
        List<String> sentences =
                new PeersTogether(peers).inOrder().map(PeerChange::text).toList();
        if (sentences.isEmpty()) {
            return intro + "Neither case holds ESP, AH or IKE of a machine whose own frames were captured";
        }
        String told = sentences.stream().limit(TOLD).collect(Collectors.joining(". "));
        return intro
                + told
                + (sentences.size() > TOLD ? ". There are " + (sentences.size() - TOLD) + " more peers" : "");
    }

    private List<String> missing(List<PeerChange> peers) {
        Set<String> missing = new LinkedHashSet<>();
        before.judgment().missing().forEach(sentence -> missing.add("BEFORE: " + sentence));
        after.judgment().missing().forEach(sentence -> missing.add("AFTER: " + sentence));
        for (PeerChange peer : peers) {
            if (peer.routingBefore() == Routing.NONE) {
                missing.add("BEFORE: " + traffic(peer));
            }
            if (peer.routingAfter() == Routing.NONE) {
                missing.add("AFTER: " + traffic(peer));
            }
            peer.networks().stream()
                    .filter(NetworkChange::isUntried)
                    .map(network -> "AFTER: packets for " + network.network()
                            + ": ping a host there while capturing, answered or not")
                    .forEach(missing::add);
            if (isOver(new Between(peer.server(), peer.address()))) {
                missing.add("AFTER: a capture begun after the repair: in this one, ESP for " + peer.address()
                        + " took the wrong next hop for a part of the time only");
            }
        }
        return List.copyOf(missing);
    }

    private static String traffic(PeerChange peer) {
        return "ESP for " + peer.address() + ": make traffic to a host behind it while capturing on every outside card"
                + " of the server (a ping will do, answered or not)";
    }

    /** Whether all that went wrong in the second case had ended before the case did. */
    private boolean isOver(Between pair) {
        List<Finding> misrouted = second.misrouted(pair);
        return !misrouted.isEmpty() && misrouted.stream().noneMatch(Finding::isOngoing);
    }
}
