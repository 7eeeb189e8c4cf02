package io.github.espial.diagnose;

import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings of one cause: the same is wrong with each of several peers, by the same next hop, and is mended by the same
 * one. What is about no peer stands alone.
 *
 * @param places of the findings among those of the report, from 0, in ascending order
 * @param findings the same findings, at least one
 */
public record FindingGroup(List<Integer> places, List<Finding> findings) {
    /** What is only seen because something else is wrong: it stands behind what is as severe. */
    private static final Set<String> CONSEQUENCES = Set.of(FindingId.ESP_ONE_WAY, FindingId.ANSWERS_CEASED);

    private static final int CAUSE = 0;
    private static final int OTHER = 1;
    private static final int CONSEQUENCE = 2;

    public FindingGroup {
        places = List.copyOf(places);
        findings = List.copyOf(findings);
        if (findings.isEmpty() || places.size() != findings.size()) {
            throw new IllegalArgumentException(places.size() + " places of " + findings.size() + " findings");
        }
    }

    /** Every finding in one group: the worst first, and of these the cause before its consequences. */
    static List<FindingGroup> of(List<Finding> findings) {
        Map<Likeness, List<Integer>> alike = new LinkedHashMap<>();
        Map<OfPeer, Integer> rounds = new HashMap<>();
        for (int place = 0; place < findings.size(); place++) {
            Finding finding = findings.get(place);
            // A peer stands in a group once: of both directions, say, the second goes with the second of the others.
            int round = rounds.merge(OfPeer.of(finding), 1, Integer::sum);
            alike.computeIfAbsent(
                            Likeness.of(finding, finding.subject().peer().isPresent() ? round : -1 - place),
                            key -> new ArrayList<>())
                    .add(place);
        }
        List<FindingGroup> groups = new ArrayList<>();
        for (List<Integer> places : alike.values()) {
            List<Finding> grouped = new ArrayList<>();
            for (int place : places) {
                grouped.add(findings.get(place));
            }
            groups.add(new FindingGroup(places, grouped));
        }
        groups.sort(FindingGroup::inOrder);
        return List.copyOf(groups);
    }

    private static int inOrder(FindingGroup one, FindingGroup other) {
        int order = one.severity().compareTo(other.severity());
        return order == 0 ? Integer.compare(one.rank(), other.rank()) : order;
    }

    private int rank() {
        if (cause().equals(FindingId.ESP_WRONG_NEXT_HOP)) {
            return CAUSE;
        }
        return CONSEQUENCES.contains(cause()) ? CONSEQUENCE : OTHER;
    }

    /** Findings about one peer that are alike. */
    private record OfPeer(Likeness like, Optional<IpAddress> peer) {
        static OfPeer of(Finding finding) {
            return new OfPeer(Likeness.of(finding, 0), finding.subject().peer());
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof OfPeer of && of.like.equals(like) && of.peer.equals(peer);
        }

        @Override
        public int hashCode() {
            return 31 * like.hashCode() + peer.hashCode();
        }
    }

    /**
     * What findings of one group share.
     *
     * @param round which of a peer's findings of one kind it is, from 1; of a finding that is about no peer, and has its
     *     like nowhere, a number of its own below 0
     */
    private record Likeness(
            String id,
            Severity severity,
            Optional<Station> actual,
            Optional<Station> expected,
            boolean isOngoing,
            boolean isMended,
            int round) {
        static Likeness of(Finding finding, int round) {
            Subject subject = finding.subject();
            return new Likeness(
                    finding.id(),
                    finding.severity(),
                    subject.actualNextHop(),
                    subject.expectedNextHop(),
                    finding.isOngoing(),
                    finding.isMended(),
                    round);
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Likeness like
                    && like.id.equals(id)
                    && like.severity == severity
                    && like.actual.equals(actual)
                    && like.expected.equals(expected)
                    && like.isOngoing == isOngoing
                    && like.isMended == isMended
                    && like.round == round;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * id.hashCode() + actual.hashCode()) + 17 * expected.hashCode() + round;
        }
    }

    /** The id of the findings. */
    public String cause() {
        return first().id();
    }

    public Severity severity() {
        return first().severity();
    }

    /** The first, which stands for the others. */
    public Finding first() {
        return findings.get(0);
    }

    /** Whom it is about, each once, in the order of the findings. */
    public List<IpAddress> peers() {
        Set<IpAddress> peers = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.subject().peer().isPresent()) {
                peers.add(finding.subject().peer().get());
            }
        }
        return List.copyOf(peers);
    }

    /** Where the traffic went. */
    public Optional<Station> actualNextHop() {
        return first().subject().actualNextHop();
    }

    /** Where it should have gone. */
    public Optional<Station> expectedNextHop() {
        return first().subject().expectedNextHop();
    }

    /** What mends all of it, each once, best first. */
    public List<Fix> fixes() {
        Set<Fix> fixes = new LinkedHashSet<>();
        for (Finding finding : findings) {
            fixes.addAll(finding.fixes());
        }
        return List.copyOf(fixes);
    }
}
