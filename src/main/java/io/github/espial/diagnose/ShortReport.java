package io.github.espial.diagnose;

import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.Server;
import io.github.espial.infer.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report of a size that can be read and kept, whatever the capture holds: lists end somewhere, far behind what any
 * network has, and what was left out is said.
 */
public final class ShortReport {
    /** Findings, worst first: a page of text each. */
    static final int FINDINGS = 500;

    /** SAs, peers, next hops and whatever else there is one row for. */
    static final int ROWS = 5_000;

    /** What one row holds: MACs, addresses, links, evidence, SPIs. */
    static final int IN_ROW = 200;

    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private final Map<String, Integer> all = new LinkedHashMap<>();

    private ShortReport() {}

    /** The report, or as much of it as is told by default; the same where that is all. */
    public static CaseReport of(CaseReport report) {
        ShortReport shorter = new ShortReport();
        CaseReport cut = shorter.cut(report);
        if (shorter.leftOut.isEmpty()) {
            return report;
        }
        Judgment judgment = cut.judgment();
        List<String> missing = new ArrayList<>(judgment.missing());
        missing.add(shorter.sentence());
        return new CaseReport(
                new Judgment(judgment.verdict(), judgment.sentence(), missing, judgment.proof(), judgment.predicted()),
                cut.inputs(),
                cut.topology(),
                cut.findings(),
                cut.innerTraffic(),
                cut.negotiations(),
                cut.predictions());
    }

    private String sentence() {
        return leftOut.entrySet().stream()
                .map(what -> what.getValue() + " of " + all.get(what.getKey()) + " " + what.getKey())
                .collect(Collectors.joining(", ", "this report leaves out ", "; with --all it holds everything"));
    }

    private CaseReport cut(CaseReport report) {
        Topology topology = report.topology();
        return new CaseReport(
                report.judgment(),
                report.inputs(),
                new Topology(
                        rows("servers", topology.servers()).stream()
                                .map(this::cut)
                                .toList(),
                        rows("next hops", topology.nextHops()),
                        rows("peers", topology.peers()).stream().map(this::cut).toList(),
                        rows("SAs", topology.associations()).stream()
                                .map(this::cut)
                                .toList(),
                        topology.paths()),
                first("findings", report.findings(), FINDINGS).stream()
                        .map(this::cut)
                        .toList(),
                new InnerTraffic(
                        rows("opened SAs", report.innerTraffic().opened()),
                        rows("remarks on SAs", report.innerTraffic().unopened()),
                        rows("inner flows", report.innerTraffic().flows()),
                        report.innerTraffic().shapes()),
                new Negotiations(
                        rows("negotiations", report.negotiations().ikeSas()),
                        rows("L2TP tunnels", report.negotiations().tunnels())),
                report.predictions());
    }

    private Server cut(Server server) {
        return new Server(
                parts("MACs of servers", server.macs()),
                parts("addresses of servers", server.addresses()),
                parts("pieces of evidence", server.evidence()));
    }

    private Peer cut(Peer peer) {
        return new Peer(peer.address(), peer.server(), peer.expected(), parts("pieces of evidence", peer.evidence()));
    }

    private SecurityAssociation cut(SecurityAssociation sa) {
        return new SecurityAssociation(
                sa.traffic(),
                sa.source(),
                sa.destination(),
                sa.spi(),
                sa.direction(),
                sa.span(),
                sa.sequence(),
                parts("links of SAs", sa.links()));
    }

    private Finding cut(Finding finding) {
        Subject subject = finding.subject();
        return new Finding(
                finding.id(),
                finding.severity(),
                finding.title(),
                finding.text(),
                new Subject(
                        subject.peer(),
                        parts("SPIs of findings", subject.spis()),
                        subject.formerNextHop(),
                        subject.actualNextHop(),
                        subject.expectedNextHop(),
                        parts("networks of findings", subject.innerDestinations())),
                finding.extent(),
                new Proof(
                        finding.proof().confidence(),
                        parts("pieces of evidence", finding.proof().evidence())),
                finding.fixes());
    }

    private <T> List<T> rows(String what, List<T> list) {
        return first(what, list, ROWS);
    }

    private <T> List<T> parts(String what, List<T> list) {
        return first(what, list, IN_ROW);
    }

    private <T> List<T> first(String what, List<T> list, int most) {
        all.merge(what, list.size(), Integer::sum);
        if (list.size() <= most) {
            return list;
        }
        leftOut.merge(what, list.size() - most, Integer::sum);
        return list.subList(0, most);
    }
}
