package io.github.espial.report.csv;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.Times;
import io.github.espial.report.words.SeenLink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row for each link on which packets of an SA were seen: whom they were handed to, whom they should go to, and which
 * findings name them. A case without SAs has one row, which holds its verdict.
 */
public final class CsvReport implements ReportWriter {
    private static final List<String> COLUMNS = List.of(
            "verdict",
            "protocol",
            "encapsulation",
            "direction",
            "source",
            "destination",
            "spi",
            "sourceMac",
            "destinationMac",
            "vlan",
            "nextHop",
            "expectedNextHop",
            "frames",
            "bytes",
            "first",
            "last",
            "findings");

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        Map<IpAddress, List<Finding>> findings = new HashMap<>();
        for (Finding finding : report.findings()) {
            finding.subject()
                    .peer()
                    .ifPresent(peer -> findings.computeIfAbsent(peer, key -> new ArrayList<>())
                            .add(finding));
        }
        List<List<String>> rows = new ArrayList<>();
        for (SecurityAssociation association : report.topology().associations()) {
            Map<SeenLink, Span> links = SeenLink.of(association);
            List<Finding> about = Stream.of(association.source(), association.destination())
                    .flatMap(end -> findings.getOrDefault(end, List.of()).stream())
                    .filter(finding -> names(finding, association))
                    .toList();
            if (links.isEmpty()) {
                SeenLink hidden = new SeenLink(Optional.empty(), Optional.empty(), Optional.empty());
                rows.add(row(report, association, about, hidden, association.span()));
            }
            links.forEach((link, span) -> rows.add(row(report, association, about, link, span)));
        }
        if (rows.isEmpty()) {
            List<String> row = new ArrayList<>(List.of(report.verdict().toString()));
            COLUMNS.stream().skip(2).map(column -> "").forEach(row::add);
            row.add(report.findings().stream().map(Finding::id).distinct().collect(Collectors.joining(" ")));
            rows.add(row);
        }
        CsvRows.write(COLUMNS, rows, out);
    }

    private static List<String> row(
            CaseReport report, SecurityAssociation association, List<Finding> findings, SeenLink link, Span span) {
        boolean isOutbound = association.direction() == Direction.OUTBOUND;
        int digits = report.inputs().timestampDigits();
        return List.of(
                report.verdict().toString(),
                association.traffic() == Traffic.AH ? "ah" : "esp",
                association.traffic() == Traffic.UDP_ESP ? "udp" : "none",
                association.direction().toString(),
                association.source().toString(),
                association.destination().toString(),
                association.spi().toString(),
                link.source().map(MacAddress::toString).orElse(""),
                link.destination().map(MacAddress::toString).orElse(""),
                link.vlan().map(id -> id.toString()).orElse(""),
                isOutbound ? addresses(report, link.destination()) : "",
                isOutbound ? expected(findings, link) : "",
                Long.toString(span.frames()),
                Long.toString(span.octets()),
                span.hasTime() ? Times.rfc3339(span.firstNanos(), digits) : "",
                span.hasTime() ? Times.rfc3339(span.lastNanos(), digits) : "",
                findings.stream().map(Finding::id).distinct().collect(Collectors.joining(" ")));
    }

    /** Whether a finding about an end of an SA is about the SA: it names its SPI, or none. */
    private static boolean names(Finding finding, SecurityAssociation association) {
        return finding.subject().spis().isEmpty() || finding.subject().spis().contains(association.spi());
    }

    private static String addresses(CaseReport report, Optional<MacAddress> mac) {
        return mac.flatMap(one -> report.topology().nextHop(one)).map(NextHop::addresses).orElse(List.of()).stream()
                .map(IpAddress::toString)
                .collect(Collectors.joining(" "));
    }

    /** Where frames of this link should have gone, where a finding says that they went wrong. */
    private static String expected(List<Finding> findings, SeenLink link) {
        return findings.stream()
                .filter(finding ->
                        finding.subject().actualNextHop().flatMap(Station::mac).equals(link.destination()))
                .flatMap(finding -> finding.subject().expectedNextHop().stream())
                .map(CsvReport::name)
                .findFirst()
                .orElse("");
    }

    private static String name(Station station) {
        return station.address().map(IpAddress::toString).orElseGet(station::toString);
    }
}
