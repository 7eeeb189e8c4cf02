package io.github.espial.extract.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.Espial;
import io.github.espial.capture.Frame;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFramesTest {
    private static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");

    private static List<FrameTree> frames(Path capture) throws Exception {
        CaseReport report = Espial.usual().analyze(capture);
        return EvidenceFrames.of(List.of(CaptureSource.file(capture)), report);
    }

    private static Map<String, String> fields(Header header) {
        return header.fields().stream().collect(Collectors.toMap(Header.Field::name, Header.Field::value));
    }

    private static Header header(FrameTree frame, String name) {
        return frame.headers().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Frame 815 by tshark: the first that left for the wrong next hop. */
    @Test
    void showsTheFrameThatProvesAMisroute() throws Exception {
        FrameTree frame = frames(MISROUTED).stream()
                .filter(one -> one.frame().number() == 815)
                .findFirst()
                .orElseThrow();
        assertThat(frame.proves()).anyMatch(sentence -> sentence.startsWith("esp-wrong-next-hop: "));
        assertThat(frame.headers()).extracting(Header::name).containsExactly("Ethernet", "IPv4", "ESP");
        assertThat(fields(header(frame, "Ethernet")))
                .containsEntry("destination", "00:1b:21:aa:00:01")
                .containsEntry("source", "00:0c:29:5e:10:0a");
        assertThat(fields(header(frame, "IPv4")))
                .containsEntry("source", "192.0.2.10")
                .containsEntry("destination", "198.51.100.20");
        assertThat(fields(header(frame, "ESP")))
                .containsEntry("SPI", "0xcd1d3508")
                .containsEntry("sequence number", "1");
        assertThat(header(frame, "ESP").fields().get(0).octets()).isEqualTo("cd 1d 35 08");
        assertThat(header(frame, "ESP").fields())
                .filteredOn(Header.Field::isDeciding)
                .extracting(Header.Field::name)
                .containsExactly("SPI");
    }

    /** Whatever of a frame was captured, only that is shown. */
    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "l2tp-ipsec", "nat-t", "hairpin-ikev2", "two-peers"})
    void readsNoOctetBehindTheCapturedOnes(String name) throws Exception {
        HeaderReader reader = new HeaderReader();
        Path capture = Path.of("testdata", name, "capture.pcap");
        List<String> misfits = new ArrayList<>();
        CaptureReader.read(
                CaptureSource.file(capture), frame -> misfits.addAll(misfits(reader, frame)), ReadProgress.NONE);
        assertThat(misfits).isEmpty();
    }

    /** Headers and what follows them are all that was captured; fields stand within it. */
    private static List<String> misfits(HeaderReader reader, Frame frame) {
        List<String> misfits = new ArrayList<>();
        HeaderReader.Headers read = reader.read(frame);
        int octets = read.headers().stream()
                .flatMap(header -> header.fields().stream())
                .mapToInt(field -> (field.octets().length() + 1) / 3)
                .sum();
        if (octets + read.rest() > frame.capturedLength() || read.rest() < 0) {
            misfits.add("frame " + frame.number() + ": " + octets + " + " + read.rest());
        }
        return misfits;
    }

    @Test
    void namesEachFrameOnceInTheOrderOfTheCapture() throws Exception {
        List<Long> numbers =
                frames(MISROUTED).stream().map(frame -> frame.frame().number()).toList();
        assertThat(numbers)
                .isNotEmpty()
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(EvidenceFrames.MOST);
    }

    @Test
    void showsWhatAHealthyVerdictRestsOn() throws Exception {
        Map<String, Integer> headers = new TreeMap<>();
        for (FrameTree frame : frames(Path.of("testdata/fixed-ikev2/capture.pcap"))) {
            frame.headers().forEach(header -> headers.merge(header.name(), 1, Integer::sum));
        }
        assertThat(headers).containsKeys("Ethernet", "IPv4", "ESP", "IKE");
    }
}
