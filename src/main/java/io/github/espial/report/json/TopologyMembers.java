package io.github.espial.report.json;

import io.github.espial.infer.Evidence;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.infer.Topology;
import java.io.IOException;
import java.util.List;

/** The members {@code servers}, {@code nextHops} and {@code peers}. */
final class TopologyMembers {
    private TopologyMembers() {}

    static void write(JsonOutput json, Topology topology) throws IOException {
        json.objects("servers", topology.servers(), server -> server(json, server));
        json.objects("nextHops", topology.nextHops(), hop -> nextHop(json, hop));
        json.objects("peers", topology.peers(), peer -> peer(json, peer));
    }

    private static void server(JsonOutput json, Server server) throws IOException {
        json.texts("macs", server.macs());
        json.texts("addresses", server.addresses());
        evidenceTexts(json, server.evidence());
    }

    private static void nextHop(JsonOutput json, NextHop hop) throws IOException {
        json.text("mac", hop.mac().toString());
        json.texts("addresses", hop.addresses());
        json.text("interface", hop.interfaceName());
        json.texts("roles", hop.roles());
        evidenceTexts(json, hop.evidence());
    }

    private static void peer(JsonOutput json, Peer peer) throws IOException {
        json.text("address", peer.address().toString());
        if (peer.expected().isPresent()) {
            Peer.Expectation expected = peer.expected().get();
            json.object("expectedNextHop", () -> {
                json.station(expected.nextHop());
                json.confidence(expected.confidence());
            });
        }
        json.objects("evidence", peer.evidence(), evidence -> {
            json.text("kind", evidence.kind());
            json.text("text", evidence.text());
            json.weight(evidence.weight());
        });
    }

    private static void evidenceTexts(JsonOutput json, List<Evidence> evidence) throws IOException {
        json.texts("evidence", evidence.stream().map(Evidence::text).toList());
    }
}
