package io.github.espial.report.words;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingGroup;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Span;
import io.github.espial.report.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Findings of one cause, in words: said once, with a table of the peers.
 *
 * @param words the finding, or all of them together
 * @param peers a row for each; none where there is one finding only
 */
public record GroupWords(FindingWords words, Table peers) {
    /** Peers at the most: the group is to be read at a glance. */
    private static final int MOST = 24;

    private static final Table NONE = new Table("", List.of(), List.of(), "", "");

    /**
     * What is said of {@code group}.
     *
     * @param timestampDigits digits of a second's fraction
     */
    public static GroupWords of(FindingGroup group, CaptureNames captures, int timestampDigits) {
        FindingWords first = FindingWords.of(group.first(), captures, timestampDigits);
        return group.findings().size() == 1
                ? new GroupWords(first, NONE)
                : new GroupWords(together(group, first, timestampDigits), table(group, first, timestampDigits));
    }

    private static FindingWords together(FindingGroup group, FindingWords first, int timestampDigits) {
        return new FindingWords(
                first.severity(),
                title(group),
                text(group),
                facts(group, first, timestampDigits),
                first.isWeighed(),
                first.evidence(),
                RemedyWords.of(group.fixes()),
                first.more());
    }

    /** What all have in common; of one finding, its title. */
    static String title(FindingGroup group) {
        if (group.findings().size() == 1) {
            return group.first().title();
        }
        String peers = peers(group);
        if (group.actualNextHop().isPresent() && group.expectedNextHop().isPresent()) {
            String by = group.first().isOngoing() ? " leaves for " : " left for ";
            return "ESP for " + peers + by
                    + StationWords.brief(group.actualNextHop().get()) + " instead of "
                    + StationWords.brief(group.expectedNextHop().get());
        }
        for (Check check : Checks.all()) {
            if (check.id().equals(group.cause())) {
                return check.summary() + ": " + peers;
            }
        }
        return group.first().title() + ", and so of " + (group.findings().size() - 1) + " more";
    }

    private static String text(FindingGroup group) {
        Finding first = group.first();
        return peers(group) + " have this in common. Of "
                + first.subject().peer().map(IpAddress::toString).orElse("one") + ": " + first.text();
    }

    private static String peers(FindingGroup group) {
        return Numbers.counted(group.peers().size(), "peer");
    }

    /** Those of the first that hold for all, and what sums up. */
    private static List<Fact> facts(FindingGroup group, FindingWords first, int timestampDigits) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : first.facts()) {
            if (fact.kind() != Fact.Kind.PLAIN) {
                facts.add(fact);
            }
        }
        if (first.isWeighed()) {
            facts.add(new Fact(Fact.Kind.PLAIN, "confidence", confidence(group)));
        }
        long frames = 0;
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Finding finding : group.findings()) {
            if (finding.extent().isPresent()) {
                Span span = finding.extent().get().span();
                frames += span.frames();
                from = Math.min(from, span.firstNanos());
                to = Math.max(to, span.lastNanos());
            }
        }
        if (frames > 0) {
            facts.add(new Fact(Fact.Kind.PLAIN, "frames", Long.toString(frames)));
        }
        if (from <= to) {
            String ongoing = group.first().isOngoing() ? ", still going on" : "";
            facts.add(new Fact(Fact.Kind.PLAIN, "when", TimeWords.range(from, to, timestampDigits) + ongoing));
        }
        return facts;
    }

    private static String confidence(FindingGroup group) {
        double lowest = 1;
        double highest = 0;
        for (Finding finding : group.findings()) {
            if (finding.proof().confidence().isPresent()) {
                double confidence = finding.proof().confidence().getAsDouble();
                lowest = Math.min(lowest, confidence);
                highest = Math.max(highest, confidence);
            }
        }
        String least = Numbers.confidence(lowest);
        String most = Numbers.confidence(highest);
        return least.equals(most) ? least : least + " to " + most;
    }

    private static Table table(FindingGroup group, FindingWords first, int timestampDigits) {
        List<Table.Column> columns = List.of(
                Table.Column.of("peer", 0),
                new Table.Column("frames", true, 0),
                Table.Column.of("confidence", 0),
                Table.Column.of("from", 0),
                Table.Column.of("to", 0));
        List<List<String>> rows = new ArrayList<>();
        List<Finding> findings = group.findings();
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            rows.add(row(finding, timestampDigits));
        }
        String whose = first.evidence().isEmpty()
                ? ""
                : "The evidence below is that of "
                        + group.first()
                                .subject()
                                .peer()
                                .map(IpAddress::toString)
                                .orElse("the first")
                        + "; the JSON report has that of each";
        return new Table("Peers", columns, rows, Numbers.rest(findings.size(), MOST, "peers"), whose);
    }

    private static List<String> row(Finding finding, int timestampDigits) {
        String peer = finding.subject().peer().map(IpAddress::toString).orElse("");
        OptionalDouble probability = finding.proof().confidence();
        String confidence = probability.isPresent() ? Numbers.confidence(probability.getAsDouble()) : "";
        if (finding.extent().isEmpty()) {
            return List.of(peer, "", confidence, "", "");
        }
        Span span = finding.extent().get().span();
        return List.of(
                peer,
                Long.toString(span.frames()),
                confidence,
                span.hasTime() ? Times.rfc3339(span.firstNanos(), timestampDigits) : "",
                span.hasTime() ? Times.rfc3339(span.lastNanos(), timestampDigits) : "");
    }
}
