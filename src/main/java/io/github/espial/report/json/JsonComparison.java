package io.github.espial.report.json;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.NetworkChange;
import io.github.espial.compare.NetworkState;
import io.github.espial.compare.NextHopUse;
import io.github.espial.compare.PeerChange;
import io.github.espial.compare.PeerState;
import io.github.espial.compare.Tally;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ComparisonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The comparison as one JSON object (RFC 8259) of schema {@value #SCHEMA}, which {@code comparison-1.schema.json} beside
 * this class describes.
 */
public final class JsonComparison implements ComparisonWriter {
    /** Names the members and their meaning. */
    public static final String SCHEMA = "espial/comparison/1";

    private final String toolVersion;

    /** Comparisons that name {@code toolVersion} as the version that wrote them. */
    public JsonComparison(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        int digits = Math.max(
                comparison.before().inputs().timestampDigits(),
                comparison.after().inputs().timestampDigits());
        JsonOutput.write(out, digits, json -> members(comparison, json));
    }

    private void members(Comparison comparison, JsonOutput json) throws IOException {
        json.heading(SCHEMA, toolVersion);
        json.text("verdict", comparison.outcome().toString());
        json.text("conclusion", comparison.conclusion());
        json.texts("missing", comparison.missing());
        json.object("before", () -> caseOf(json, comparison.before()));
        json.object("after", () -> caseOf(json, comparison.after()));
        json.objects("peers", comparison.peers(), peer -> peer(json, peer));
        json.objects("findings", comparison.findings(), finding -> finding(json, finding));
    }

    private static void caseOf(JsonOutput json, CaseReport report) throws IOException {
        json.text("verdict", report.verdict().toString());
        json.text("conclusion", report.judgment().sentence());
        json.objects("captures", report.inputs().captures(), capture -> capture(json, capture));
    }

    private static void capture(JsonOutput json, CaseCapture capture) throws IOException {
        json.text("file", capture.summary().name());
        json.text("sha256", capture.summary().sha256());
        json.number("frames", capture.summary().frames());
        json.times(capture.firstNanos(), capture.lastNanos(), capture.timestampDigits());
    }

    private static void peer(JsonOutput json, PeerChange peer) throws IOException {
        json.text("address", peer.address().toString());
        json.text("server", peer.server());
        json.text("verdict", peer.outcome().toString());
        json.text("text", peer.text());
        state(json, "before", peer.before());
        state(json, "after", peer.after());
        json.objects("networks", peer.networks(), network -> network(json, network));
    }

    private static void state(JsonOutput json, String name, Optional<PeerState> state) throws IOException {
        if (state.isPresent()) {
            json.object(name, () -> state(json, state.get()));
        }
    }

    private static void state(JsonOutput json, PeerState state) throws IOException {
        json.text("routing", state.routing().toString());
        json.objects("nextHops", state.nextHops(), use -> nextHop(json, use));
        json.object("sent", () -> tally(json, state.sent()));
        json.object("received", () -> tally(json, state.received()));
    }

    private static void nextHop(JsonOutput json, NextHopUse use) throws IOException {
        json.station(use.station());
        json.text("routing", use.routing().toString());
        json.number("frames", use.frames());
        json.texts("spis", use.spis());
    }

    private static void tally(JsonOutput json, Tally tally) throws IOException {
        json.number("frames", tally.frames());
        if (tally.loss().isPresent()) {
            json.number("missing", tally.loss().get().missing());
            json.number("expected", tally.loss().get().expected());
        }
    }

    private static void network(JsonOutput json, NetworkChange network) throws IOException {
        json.text("network", network.network().toString());
        json.object("before", () -> state(json, network.before()));
        json.object("after", () -> state(json, network.after()));
    }

    private static void state(JsonOutput json, NetworkState state) throws IOException {
        json.text("routing", state.routing().toString());
        json.objects("nextHops", state.nextHops(), json::station);
        if (state.frames().isPresent()) {
            json.number("sentFrames", state.frames().get().sent());
            json.number("receivedFrames", state.frames().get().received());
        }
    }

    private static void finding(JsonOutput json, FindingChange finding) throws IOException {
        json.text("change", finding.fate().toString());
        json.text("id", finding.id());
        json.text("severity", finding.severity().toString());
        json.text("title", finding.title());
        json.text("peer", finding.peer());
    }
}
