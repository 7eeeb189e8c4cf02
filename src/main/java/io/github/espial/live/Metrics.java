package io.github.espial.live;

import io.github.espial.compare.PeerWays;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;

/** How things stand at a moment, in the text form of OpenMetrics 1.0. */
final class Metrics {
    private final StringBuilder text = new StringBuilder();

    private Metrics() {}

    /** What there is to say before the capture has begun. */
    static String none() {
        return "# EOF\n";
    }

    static String of(Moment moment) {
        Metrics metrics = new Metrics();
        metrics.state(moment);
        metrics.peers(moment);
        metrics.findings(moment);
        return metrics.text + none();
    }

    private void state(Moment moment) {
        head("espial_wrong", "gauge", "Whether an error goes on.");
        sample("espial_wrong", moment.isWrong() ? 1 : 0);
        head("espial_verdict", "gauge", "1 for the verdict that holds.");
        for (Verdict verdict : Verdict.values()) {
            sample("espial_verdict", moment.report().verdict() == verdict ? 1 : 0, "verdict", verdict.toString());
        }
        head("espial_frames", "counter", "Frames that were captured.");
        sample("espial_frames_total", moment.capture().frames());
        head("espial_dropped_frames", "counter", "Frames that the system lost.");
        sample("espial_dropped_frames_total", moment.capture().dropped().orElse(0));
    }

    private void peers(Moment moment) {
        head("espial_esp_frames", "gauge", "IPsec frames in the time that is looked at, by next hop.");
        for (PeerWays ways : moment.ways()) {
            for (PeerWays.Hop hop : ways.hops()) {
                sample(
                        "espial_esp_frames",
                        hop.frames(),
                        "server",
                        ways.server().toString(),
                        "peer",
                        ways.peer().toString(),
                        "next_hop",
                        hop.station().address().map(IpAddress::toString).orElse(""),
                        "mac",
                        hop.station().mac().map(MacAddress::toString).orElse(""),
                        "routing",
                        hop.routing().toString());
            }
        }
        head("espial_answers", "gauge", "IPsec frames from a peer in the time that is looked at.");
        for (PeerWays ways : moment.ways()) {
            sample(
                    "espial_answers",
                    ways.answers(),
                    "server",
                    ways.server().toString(),
                    "peer",
                    ways.peer().toString());
        }
    }

    private void findings(Moment moment) {
        head("espial_findings", "gauge", "Findings by id, those that are mended left out.");
        moment.report().findings().stream()
                .filter(finding -> !finding.isMended())
                .map(Finding::id)
                .distinct()
                .sorted()
                .forEach(id -> {
                    long count = moment.report().findings().stream()
                            .filter(finding -> finding.id().equals(id) && !finding.isMended())
                            .count();
                    sample("espial_findings", count, "id", id);
                });
    }

    private void head(String name, String type, String help) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private void sample(String name, long value, String... labels) {
        text.append(name);
        for (int label = 0; label < labels.length; label += 2) {
            text.append(label == 0 ? '{' : ',')
                    .append(labels[label])
                    .append("=\"")
                    .append(escaped(labels[label + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
