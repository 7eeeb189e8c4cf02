package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.read.Division;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab's captures; keys tell the truth, and nothing else. */
class AlignScanTest {
    private static final Path TESTDATA = Path.of("testdata");

    @Test
    void tellsWhatTheKeysTell() throws Exception {
        Path capture = TESTDATA.resolve("gateway-gcm/both.pcapng");
        TunnelContents aligned = aligned(List.of(capture));
        List<Flow> decrypted = LabInside.of(capture, Division.NONE, TESTDATA.resolve("gateway-gcm/xfrm-state.txt"))
                .flows();
        Set<Placing> truth = placings(decrypted);
        Set<Placing> told = placings(aligned.flows());

        assertThat(truth).containsAll(told);
        assertThat((double) told.size()).isGreaterThan(0.9 * truth.size());
        assertThat(aligned.flows()).allSatisfy(flow -> {
            assertThat(flow.match()).isEqualTo(Match.ALIGNED);
            assertThat(flow.probability()).isBetween(0.99, 1.0);
        });
        assertThat(aligned.flows().stream()
                        .mapToLong(flow -> flow.span().frames())
                        .sum())
                .isLessThanOrEqualTo(decrypted.stream()
                        .mapToLong(flow -> flow.span().frames())
                        .sum());
    }

    /** The near miss: one side only. Linux shows decrypted packets on the outside once more, which are no inside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed-ikev2/capture.pcap",
                "misrouted-ikev2/capture.pcap",
                "hairpin-ikev2/lan-span.pcap",
                "two-nics/both.pcapng",
                "nat-t/capture.pcap"
            })
    void findsNothingWhereOneSideIsMissing(String capture) throws Exception {
        assertThat(aligned(List.of(TESTDATA.resolve(capture)))).isEqualTo(TunnelContents.UNKNOWN);
    }

    /** The near miss: the inside of one gateway and the outside of another. */
    @Test
    void findsNothingWhereTheSidesAreOfDifferentGateways() throws Exception {
        TunnelContents both = aligned(
                List.of(TESTDATA.resolve("fixed-ikev2/capture.pcap"), TESTDATA.resolve("gateway-gcm/both.pcapng")));
        Set<Spi> ofGateway = new HashSet<>();
        aligned(List.of(TESTDATA.resolve("gateway-gcm/both.pcapng")))
                .flows()
                .forEach(flow -> ofGateway.add(flow.spi()));

        assertThat(both.flows()).isNotEmpty().allMatch(flow -> ofGateway.contains(flow.spi()));
    }

    @Test
    void saysThatTheTimeWasUp() throws Exception {
        Deadline past = Deadline.in(Duration.ZERO, () -> 0);

        TunnelContents inside = aligned(List.of(TESTDATA.resolve("gateway-gcm/both.pcapng")), past);

        assertThat(inside.flows()).isEmpty();
        assertThat(inside.notes())
                .containsExactly("which flow went into which SA: the time was up (--max-time) before it was looked at");
        assertThat(aligned(List.of(TESTDATA.resolve("nat-t/capture.pcap")), past)
                        .notes())
                .as("one side only")
                .isEmpty();
    }

    private static TunnelContents aligned(List<Path> captures) throws Exception {
        return aligned(captures, Deadline.NONE);
    }

    private static TunnelContents aligned(List<Path> captures, Deadline deadline) throws Exception {
        List<CaptureSource> sources = new ArrayList<>();
        captures.forEach(capture -> sources.add(CaptureSource.file(capture)));
        CaseScan scan = CaseScan.of(sources, Reading.USUAL);
        return AlignScan.of(sources, scan.observations(), TunnelContents.UNKNOWN, Reading.USUAL, deadline);
    }

    private static Set<Placing> placings(List<Flow> flows) {
        Set<Placing> placings = new HashSet<>();
        flows.forEach(flow -> placings.add(new Placing(flow.spi(), flow.inner(), flow.nextHop())));
        return placings;
    }

    private record Placing(Spi spi, FiveTuple inner, Optional<MacAddress> nextHop) {}
}
