package io.github.espial.observe.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.Encapsulation;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows that are known, and tunnels: whatever a frame is put into, it counts as if it had been dissected. */
class KnownFlowsInTunnelsTest {
    private static final Path TESTDATA = Path.of("testdata");

    /** Of interfaces beyond 65,535 no flow is known. All beyond 16,383 count as one, so that the facts are the same. */
    private static final int KNOWING = 20_000;

    private static final int DISSECTING = 70_000;

    static Stream<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(TESTDATA)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static FactsInFull facts(KeptFrames frames, Encapsulation way, int interfaceId) {
        Observer observer = new Observer(0, new UdpPairs());
        frames.replayChanged(way::of, interfaceId, observer);
        return FactsInFull.of(observer.observations(frames.summary().frames()));
    }

    /** All but octets, which are those of whole frames. */
    private static List<List<Object>> sas(FactsInFull facts) {
        return facts.sas().stream()
                .map(row -> List.<Object>of(
                        row.hop(),
                        row.source(),
                        row.destination(),
                        row.spi(),
                        row.span().frames(),
                        row.sequence()))
                .toList();
    }

    private static List<List<Object>> talks(FactsInFull facts) {
        return Stream.concat(facts.ipsecTalks().stream(), facts.plainTalks().stream())
                .map(row -> List.<Object>of(
                        row.traffic(),
                        row.hop(),
                        row.source(),
                        row.destination(),
                        row.span().frames(),
                        row.leastHops(),
                        row.greatestHops(),
                        row.series()))
                .toList();
    }

    /** Frames inside of frames count as they do outside; the packets outside are plain ones. */
    @ParameterizedTest
    @MethodSource("captures")
    void tellTheSameAsDissectingEveryFrame(Path capture) throws CaptureException {
        KeptFrames frames = ReadCapture.kept(CaptureSource.file(capture));
        FactsInFull bare = facts(frames, Encapsulation.NOTHING, KNOWING);
        for (Encapsulation way : Encapsulation.values()) {
            FactsInFull inside = facts(frames, way, KNOWING);
            assertThat(inside).as("%s", way).isEqualTo(facts(frames, way, DISSECTING));
            if (way.kind() == Encapsulation.Kind.FRAME) {
                assertThat(sas(inside)).as("SAs in %s", way).isEqualTo(sas(bare));
                assertThat(talks(inside)).as("talks in %s", way).containsAll(talks(bare));
                assertThat(inside.claims()).as("claims in %s", way).hasSameSizeAs(bare.claims());
                assertThat(inside.ikeExchanges()).as("IKE in %s", way).hasSameSizeAs(bare.ikeExchanges());
                assertThat(inside.notices()).as("notices in %s", way).hasSameSizeAs(bare.notices());
            }
        }
    }

    /** The key of both frames is the mirror's; what they carry is not the same. */
    @ParameterizedTest
    @EnumSource(Encapsulation.class)
    void aMirrorsFramesAreNoFlow(Encapsulation way) throws CaptureException {
        FrameBuilder segment = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "203.0.113.1")
                .tcp(40_000, 443, 2)
                .payload(30);
        FrameBuilder esp = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(0xc0c8_6871L, 1)
                .payload(60);
        byte[] capture = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN)
                .frame(1, 0, way.of(esp.octets()))
                .frame(1, 1, way.of(segment.octets()))
                .frame(1, 2, way.of(segment.octets()))
                .toOctets();
        Observer observer = new Observer(0, new UdpPairs());
        ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(capture), "test"))
                .replay(0, 3, observer);
        Observations seen = observer.observations(3);

        assertThat(seen.sas()).hasSize(1);
        assertThat(seen.sas().get(0).span().frames()).isEqualTo(1);
        assertThat(seen.ipsecTalks()).hasSize(1);
        assertThat(seen.ipsecTalks().get(0).span().frames()).isEqualTo(1);
        assertThat(List.copyOf(seen.plainTalks())).isNotEmpty();
    }
}
