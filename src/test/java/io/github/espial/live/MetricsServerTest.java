package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.cases.CaseQuestion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static HttpResponse<String> get(MetricsServer server, String path) throws Exception {
        URI uri = URI.create("http://" + server.address().getHostString() + ":"
                + server.address().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Moment moment(String name) throws Exception {
        LiveCase live = new LiveCase("eth0", List.of(), CaseQuestion.plain(1), 2);
        byte[] octets = Files.readAllBytes(Path.of("testdata", name, "capture.pcap"));
        live.read(new ByteArrayInputStream(octets), FrameRecorder.NONE);
        return live.look().orElseThrow();
    }

    @Test
    void tellsHowThingsStand() throws Exception {
        try (MetricsServer server = MetricsServer.at(ANY_PORT)) {
            assertThat(get(server, "/metrics").body()).isEqualTo("# EOF\n");

            server.tell(moment("partly-fixed-two-sas"));

            HttpResponse<String> answer = get(server, "/metrics");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
            assertThat(answer.body())
                    .endsWith("\n# EOF\n")
                    .contains(
                            "espial_wrong 1.0\n",
                            "espial_verdict{verdict=\"misrouted\"} 1.0\n",
                            "espial_verdict{verdict=\"healthy\"} 0.0\n",
                            "espial_frames_total 1392.0\n",
                            "espial_findings{id=\"esp-wrong-next-hop\"} 1.0\n",
                            wayOfEsp("00:1b:21:aa:00:01", "192.0.2.1", "wrong") + " 31.0\n",
                            wayOfEsp("00:1b:21:bb:00:fe", "192.0.2.254", "proper") + " 185.0\n");
        }
    }

    private static String wayOfEsp(String mac, String nextHop, String routing) {
        return "espial_esp_frames{mac=\"" + mac + "\",next_hop=\"" + nextHop + "\",peer=\"198.51.100.20\",routing=\""
                + routing + "\",server=\"192.0.2.10\"}";
    }

    @Test
    void tellsOfNoErrorWhereItIsMended() throws Exception {
        try (MetricsServer server = MetricsServer.at(ANY_PORT)) {
            server.tell(moment("rekey-and-fix"));

            assertThat(get(server, "/metrics").body())
                    .contains("espial_wrong 0.0\n", "espial_verdict{verdict=\"misrouted\"} 1.0\n")
                    .doesNotContain("id=\"esp-wrong-next-hop\"");
        }
    }

    @Test
    void answersNothingElse() throws Exception {
        try (MetricsServer server = MetricsServer.at(ANY_PORT)) {
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
            assertThat(get(server, "/metrics/more").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysWhereItCannotListen() throws IOException {
        try (MetricsServer server = MetricsServer.at(ANY_PORT)) {
            assertThatThrownBy(() -> MetricsServer.at(server.address()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen");
        }
        assertThatThrownBy(() -> MetricsServer.at(new InetSocketAddress("0.0.0.0", 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
