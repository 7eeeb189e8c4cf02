package io.github.espial.batch.index;

import io.github.espial.capture.CaptureFile;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Server;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.report.Printable;
import io.github.espial.report.Times;
import io.github.espial.report.words.StationWords;
import java.util.List;
import java.util.Optional;

/**
 * A case with a report, as the index shows it.
 *
 * @param verdict as in the report
 * @param conclusion the verdict in a sentence or two
 * @param extent how much was captured
 * @param parties who is who
 * @param findings worst first
 */
public record Diagnosed(String verdict, String conclusion, Extent extent, Parties parties, List<Found> findings)
        implements CaseOutcome {
    public Diagnosed {
        findings = List.copyOf(findings);
    }

    /**
     * How much was captured.
     *
     * @param captures how many there are
     * @param frames in all of them
     * @param octets of all of them, as stored
     * @param first time of the first frame, in seconds of UTC; empty where no frame has a time
     * @param last time of the last frame
     */
    public record Extent(int captures, long frames, long octets, String first, String last) {}

    /**
     * Who is who.
     *
     * @param servers first address of each, else its MAC
     * @param partners addresses of all peers
     * @param gateways addresses of the default gateways, else their MACs
     */
    public record Parties(List<String> servers, List<String> partners, List<String> gateways) {
        public Parties {
            servers = List.copyOf(servers);
            partners = List.copyOf(partners);
            gateways = List.copyOf(gateways);
        }
    }

    /** What the index shows of {@code report}. */
    public static Diagnosed of(CaseReport report) {
        return new Diagnosed(
                report.verdict().toString(),
                Printable.of(report.judgment().sentence()),
                extent(report.inputs().captures()),
                parties(report.topology()),
                report.findings().stream().map(Diagnosed::found).toList());
    }

    private static Extent extent(List<CaseCapture> captures) {
        long first = captures.stream().mapToLong(CaseCapture::firstNanos).min().orElse(Long.MAX_VALUE);
        long last = captures.stream().mapToLong(CaseCapture::lastNanos).max().orElse(Long.MIN_VALUE);
        return new Extent(
                captures.size(),
                captures.stream()
                        .mapToLong(capture -> capture.summary().frames())
                        .sum(),
                captures.stream()
                        .flatMap(capture -> capture.summary().file().stream())
                        .mapToLong(CaptureFile::bytes)
                        .sum(),
                first <= last ? Times.rfc3339(first, 0) : "",
                first <= last ? Times.rfc3339(last, 0) : "");
    }

    private static Parties parties(Topology topology) {
        return new Parties(
                topology.servers().stream().map(Diagnosed::server).toList(),
                topology.peers().stream().map(peer -> peer.address().toString()).toList(),
                topology.nextHops().stream()
                        .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                        .map(hop -> StationWords.brief(hop.station()))
                        .distinct()
                        .toList());
    }

    /** Findings of {@code severity}. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static Found found(Finding finding) {
        return new Found(
                finding.id(),
                finding.severity(),
                Printable.of(finding.title()),
                finding.subject().peer().map(IpAddress::toString).orElse(""),
                finding.subject().actualNextHop().map(StationWords::brief).orElse(""));
    }

    private static String server(Server server) {
        Optional<String> address = server.addresses().stream().findFirst().map(IpAddress::toString);
        return address.or(() -> server.macs().stream().findFirst().map(MacAddress::toString))
                .orElse("");
    }
}
