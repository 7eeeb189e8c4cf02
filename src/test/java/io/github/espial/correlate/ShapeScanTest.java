package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.correlate.shape.Carried;
import io.github.espial.correlate.shape.Likeness;
import io.github.espial.correlate.shape.SaShape;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.Spi;
import io.github.espial.read.Division;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab's captures; keys and the log of strongSwan tell the truth, and nothing else. */
class ShapeScanTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final Pattern PAIR = Pattern.compile("SPIs ([0-9a-f]{8})_i ([0-9a-f]{8})_o");

    @ParameterizedTest
    @ValueSource(strings = {"rekey-and-fix/capture.pcap", "gateway-gcm/both.pcapng"})
    void pairsAsStrongSwanDoes(String capture) throws Exception {
        Map<Spi, Spi> truth = pairs(TESTDATA.resolve(capture).resolveSibling("charon-srv.log"));

        List<SaShape> paired = shapes(capture).stream()
                .filter(shape -> shape.answeredBy().isPresent())
                .toList();

        assertThat(paired)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(shape -> assertThat(shape.answeredBy())
                        .contains(truth.get(shape.sa().spi())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "misrouted-ikev2/capture.pcap",
                "rekey-and-fix/capture.pcap",
                "gateway-gcm/both.pcapng",
                "ikev1-3des/capture.pcap",
                "nat-t/capture.pcap"
            })
    void saysNothingThatKeysDoNotShow(String capture) throws Exception {
        Path file = TESTDATA.resolve(capture);
        List<Flow> flows = LabInside.of(file, Division.NONE, file.resolveSibling("xfrm-state.txt"))
                .flows();

        Set<OuterSa> opened = new HashSet<>();
        flows.forEach(flow -> opened.add(flow.sa()));
        List<SaShape> shapes = new ArrayList<>(shapes(capture));
        shapes.removeIf(shape -> !opened.contains(shape.sa()));
        for (SaShape shape : shapes) {
            List<Integer> protocols = flows.stream()
                    .filter(flow -> flow.sa().equals(shape.sa()))
                    .map(flow -> flow.inner().protocol())
                    .toList();
            for (Carried one : shape.carries()) {
                boolean isPing = one.likeness() == Likeness.PING || one.likeness() == Likeness.UNANSWERED_PING;
                assertThat(protocols)
                        .as("%s %s", shape.sa(), one)
                        .contains(isPing ? IpProtocols.ICMP : IpProtocols.TCP);
            }
        }
    }

    /** Three pings by the wrong router, none of which is answered. */
    @Test
    void findsThePingsThatGoIntoTheVoid() throws Exception {
        Path file = TESTDATA.resolve("misrouted-ikev2/capture.pcap");
        long pings = LabInside.of(file, Division.NONE, file.resolveSibling("xfrm-state.txt")).flows().stream()
                .filter(flow -> flow.inner().protocol() == IpProtocols.ICMP)
                .mapToLong(flow -> flow.span().frames())
                .sum();

        assertThat(shapes("misrouted-ikev2/capture.pcap"))
                .singleElement()
                .satisfies(shape -> assertThat(shape.inVain()).singleElement().satisfies(one -> {
                    assertThat(one.likeness()).isEqualTo(Likeness.UNANSWERED_PING);
                    assertThat(one.span().frames()).isEqualTo(pings);
                }));
    }

    /** The near miss: the same network, where pings are answered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed-ikev2/capture.pcap",
                "control-via-gw/capture.pcap",
                "hairpin-ikev2/capture.pcap",
                "hairpin-ikev2/lan-span.pcap",
                "gateway-gcm/both.pcapng",
                "l2tp-ipsec/capture.pcap"
            })
    void findsNothingInVainWhereAnswersCome(String capture) throws Exception {
        assertThat(shapes(capture))
                .allSatisfy(shape -> assertThat(shape.inVain()).isEmpty());
    }

    @Test
    void looksAtNothingWhereTheTimeIsUp() throws Exception {
        assertThat(shapes("fixed-ikev2/capture.pcap", Deadline.in(Duration.ZERO, () -> 0)))
                .isEmpty();
    }

    private static List<SaShape> shapes(String capture) throws Exception {
        return shapes(capture, Deadline.NONE);
    }

    private static List<SaShape> shapes(String capture, Deadline deadline) throws Exception {
        List<CaptureSource> sources = List.of(CaptureSource.file(TESTDATA.resolve(capture)));
        CaseScan scan = CaseScan.of(sources, Reading.USUAL);
        return ShapeScan.of(sources, scan.observations(), TunnelContents.UNKNOWN, Reading.USUAL, deadline)
                .shapes();
    }

    private static Map<Spi, Spi> pairs(Path log) throws Exception {
        Map<Spi, Spi> pairs = new HashMap<>();
        Matcher matcher = PAIR.matcher(Files.readString(log));
        while (matcher.find()) {
            Spi one = new Spi(Long.parseLong(matcher.group(1), 16));
            Spi other = new Spi(Long.parseLong(matcher.group(2), 16));
            pairs.put(one, other);
            pairs.put(other, one);
        }
        return pairs;
    }
}
