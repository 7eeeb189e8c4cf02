package io.github.espial.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.correlate.Flow;
import io.github.espial.correlate.Match;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.check.EspWrongNextHop;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.infer.Statements;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Inner flows are held against wrong next hops as long as that takes no more than a second")
class ManyFlowsTest {
    private static final String NOT_LOOKED_FOR = "too many flows and wrong next hops";

    /** Times nine thousand flows these are more than fifty million comparisons. */
    private static final int PEERS = 6_000;

    @Test
    @DisplayName(
            "Of very many of both, the networks of those that come last are not looked for, which their findings say")
    void saysWhatWasNotLookedFor() throws IOException, InterruptedException {
        List<Finding> findings = wrong(PEERS, 9_000);

        assertThat(findings).hasSize(PEERS);
        assertThat(findings.get(0).text()).doesNotContain(NOT_LOOKED_FOR);
        assertThat(findings.get(PEERS - 1).text()).contains(NOT_LOOKED_FOR);
    }

    @Test
    @DisplayName("Of as many wrong next hops and a hundred flows all are looked for")
    void looksForAllOfFewFlows() throws IOException, InterruptedException {
        assertThat(wrong(PEERS, 100))
                .hasSize(PEERS)
                .noneSatisfy(finding -> assertThat(finding.text()).contains(NOT_LOOKED_FOR));
    }

    private static List<Finding> wrong(int peers, int flows) throws IOException, InterruptedException {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        long millis = 0;
        for (int i = 0; i < peers; i++) {
            for (FrameBuilder frame : Distinct.PEERS.frames(i)) {
                file.frame(millis / 1000, millis % 1000 * 1000, frame.octets());
                millis++;
            }
        }
        CaptureSource source = new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "many.pcap");
        CaseScan scan = CaseScan.of(List.of(source), Reading.USUAL);
        List<Flow> all = IntStream.range(0, flows).mapToObj(ManyFlowsTest::flow).toList();
        TunnelContents inside = new TunnelContents(all, List.of(), List.of(), List.of());
        return Diagnosis.of(scan, inside, Statements.NONE, List.of(new EspWrongNextHop()))
                .findings();
    }

    private static Flow flow(int i) {
        FrameReference frame = new FrameReference(0, 1);
        return new Flow(
                new OuterSa(
                        Traffic.ESP,
                        IpAddress.parse("192.0.2.10"),
                        IpAddress.parse("203.0.113.77"),
                        new Spi(0x9000_0000L + i)),
                InnerPacket.Carriage.TUNNEL,
                new FiveTuple(17, IpAddress.parse("10.1.0.50"), 1024, IpAddress.ofIpv4(0x0a140000 + i), 53),
                Optional.of(MacAddress.parse("00:1b:21:aa:00:01")),
                Optional.of(MacAddress.parse("00:1b:21:aa:00:02")),
                new Span(1, 100, 0, 1, frame, frame),
                Match.DECRYPTED,
                1);
    }
}
