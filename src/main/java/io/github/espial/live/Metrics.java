package io.github.espial.live;

import io.github.espial.compare.PeerWays;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** How things stand at a moment, in the text form of OpenMetrics 1.0. */
final class Metrics {
    /** The media type of the text. */
    static final String TYPE = OpenMetricsTextFormatWriter.CONTENT_TYPE;

    private static final OpenMetricsTextFormatWriter WRITER = OpenMetricsTextFormatWriter.create();

    private Metrics() {}

    /** What there is to say before the capture has begun. */
    static byte[] none() {
        return written(MetricSnapshots.builder().build());
    }

    static byte[] of(Moment moment) {
        return written(MetricSnapshots.builder()
                .metricSnapshot(gauge(
                        "espial_wrong", "Whether an error goes on.", Map.of(Labels.EMPTY, moment.isWrong() ? 1L : 0L)))
                .metricSnapshot(gauge("espial_verdict", "1 for the verdict that holds.", verdicts(moment)))
                .metricSnapshot(counter(
                        "espial_frames",
                        "Frames that were captured.",
                        moment.capture().frames()))
                .metricSnapshot(counter(
                        "espial_dropped_frames",
                        "Frames that the system lost.",
                        moment.capture().dropped().orElse(0)))
                .metricSnapshot(gauge(
                        "espial_esp_frames",
                        "IPsec frames in the time that is looked at, by next hop.",
                        frames(moment)))
                .metricSnapshot(gauge(
                        "espial_answers", "IPsec frames from a peer in the time that is looked at.", answers(moment)))
                .metricSnapshot(
                        gauge("espial_findings", "Findings by id, those that are mended left out.", findings(moment)))
                .build());
    }

    private static Map<Labels, Long> verdicts(Moment moment) {
        Map<Labels, Long> values = new TreeMap<>();
        for (Verdict verdict : Verdict.values()) {
            values.put(Labels.of("verdict", verdict.toString()), moment.report().verdict() == verdict ? 1L : 0L);
        }
        return values;
    }

    private static Map<Labels, Long> frames(Moment moment) {
        Map<Labels, Long> values = new TreeMap<>();
        for (PeerWays ways : moment.ways()) {
            for (PeerWays.Hop hop : ways.hops()) {
                Labels labels = peer(ways)
                        .add(
                                "next_hop",
                                hop.station().address().map(IpAddress::toString).orElse(""))
                        .add(
                                "mac",
                                hop.station().mac().map(MacAddress::toString).orElse(""))
                        .add("routing", hop.routing().toString());
                values.merge(labels, hop.frames(), Long::sum);
            }
        }
        return values;
    }

    private static Map<Labels, Long> answers(Moment moment) {
        Map<Labels, Long> values = new TreeMap<>();
        for (PeerWays ways : moment.ways()) {
            values.merge(peer(ways), ways.answers(), Long::sum);
        }
        return values;
    }

    private static Labels peer(PeerWays ways) {
        return Labels.of("server", ways.server().toString(), "peer", ways.peer().toString());
    }

    private static Map<Labels, Long> findings(Moment moment) {
        Map<Labels, Long> values = new TreeMap<>();
        for (Finding finding : moment.report().findings()) {
            if (!finding.isMended()) {
                values.merge(Labels.of("id", finding.id()), 1L, Long::sum);
            }
        }
        return values;
    }

    private static GaugeSnapshot gauge(String name, String help, Map<Labels, Long> values) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }

    private static CounterSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) value).build())
                .build();
    }

    private static byte[] written(MetricSnapshots metrics) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            WRITER.write(text, metrics, EscapingScheme.ALLOW_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }
}
