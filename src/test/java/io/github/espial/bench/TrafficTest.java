package io.github.espial.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.espial.capture.CaptureException;
import io.github.espial.correlate.LabInside;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.observe.SaTalk;
import io.github.espial.read.Division;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final Workload SOME = Workload.IMIX.withFrames(20_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.pcap", "a.pcapng", "a.pcap.gz", "a.pcapng.gz"})
    void writesWhatTheReaderReads(String name) throws IOException, InterruptedException {
        CaseScan scan = scan(make(name, SOME));

        assertThat(scan.captures().get(0).frames()).isEqualTo(SOME.frames());
        assertThat(scan.captures().get(0).problems()).isEmpty();
        assertThat(scan.captures().get(0).interfaces().get(0).linkType()).isEqualTo(1);
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        Path first = make("first.pcap", SOME);
        assertThat(make("second.pcap", SOME)).hasSameBinaryContentAs(first);
        assertThat(Files.mismatch(make("third.pcap", SOME.withSeed(2)), first)).isNotNegative();
    }

    @Test
    void hasTheMeanLengthAndTheShareOfEspThatWereAskedFor() {
        Traffic traffic = new Traffic(SOME);
        long octets = 0;
        long esp = 0;
        while (traffic.next()) {
            octets += traffic.length();
            esp += traffic.octets()[23] == 50 ? 1 : 0;
        }
        assertThat((double) octets / SOME.frames()).isCloseTo(384, within(8.0));
        assertThat((double) esp / SOME.frames()).isCloseTo(0.7, within(0.01));
    }

    @Test
    void hasAsManySpisPeersAndConnectionsAsWereAskedFor() throws IOException, InterruptedException {
        Workload workload =
                SOME.withSpis(3_000).withPeers(30).withConnections(400).withMeanOctets(220);
        CaseScan scan = scan(make("many.pcap", workload));

        List<SaTalk> sas = scan.observations().sas();
        assertThat(sas).extracting(SaTalk::spi).doesNotHaveDuplicates().hasSize(3_000);
        assertThat(sas.stream().map(SaTalk::destination).distinct()).hasSize(31);
        assertThat(scan.observations().plainTalks()).hasSize(800);
    }

    @Test
    void sealsEspThatTheKeysBesideItOpen() throws Exception {
        Path capture =
                make("sealed.pcap", SOME.withFrames(500).withEspPercent(100).withInnerOctets(1024));
        TunnelContents inside = LabInside.of(capture, Division.NONE, folder.resolve("sealed.pcap.keys"));

        assertThat(inside.opened())
                .hasSize(4)
                .allSatisfy(opened -> assertThat(opened.cipher()).isEqualTo("AES-GCM-16"));
        // The others are neighbors and IKE.
        assertThat(inside.flows().stream()
                        .mapToLong(flow -> flow.span().frames())
                        .sum())
                .isBetween(480L, 500L);
        assertThat(inside.notes()).isEmpty();
    }

    private Path make(String name, Workload workload) throws IOException {
        Path file = folder.resolve(name);
        MakeCaptures.make(file, workload, NOWHERE);
        return file;
    }

    private static CaseScan scan(Path file) throws CaptureException, InterruptedException {
        return CaseScan.of(List.of(CaptureSource.file(file)), Reading.USUAL);
    }
}
