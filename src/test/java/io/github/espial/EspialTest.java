package io.github.espial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.PositionedOctets;
import io.github.espial.cases.TimeBound;
import io.github.espial.cases.UnanswerableException;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.read.Recording;
import io.github.espial.report.json.JsonReport;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspialTest {
    private static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");

    /** The lines between the markers are those of the page on embedding, which {@link #thePageShowsThisExample} holds to them. */
    @Test
    void diagnosesACase() throws Exception {
        // embedding.md
        CaseReport report = Espial.usual().analyze(Path.of("testdata/misrouted-ikev2/capture.pcap"));
        List<String> errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::text)
                .toList();
        // embedding.md
        assertThat(errors).singleElement().asString().contains("ESP for 198.51.100.20 left for the default gateway");
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @Test
    void thePageShowsThisExample() throws IOException {
        String[] parts = Files.readString(Path.of("src/test/java/io/github/espial/EspialTest.java"))
                .split("// embedding.md\n", -1);
        String example = parts[1].substring(0, parts[1].lastIndexOf('\n')).stripIndent();
        assertThat(Files.readString(Path.of("src/docs/embedding.md"))).contains("```java\n" + example + "\n```");
    }

    @Test
    void printsNothing() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            Espial.usual().analyze(MISROUTED, MISROUTED);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void takesWhatIsStated() throws Exception {
        Station gateway = new Station(Optional.empty(), Optional.of(IpAddress.parse("192.0.2.1")));
        Statements stated =
                new Statements(List.of(), List.of(), List.of(), Map.of(IpAddress.parse("198.51.100.20"), gateway));
        assertThat(Espial.usual().stating(stated).analyze(MISROUTED).verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void looksAtAPartOfTheCase() throws Exception {
        CaseReport whole = Espial.usual().withThreads(1).analyze(MISROUTED);
        CaseReport part = Espial.usual()
                .from(TimeBound.parse("+5s"))
                .to(TimeBound.parse("+10s"))
                .analyze(MISROUTED);
        long tenSeconds = 10_000_000_000L;
        assertThat(part.inputs().captures().get(0).lastNanos())
                .isLessThanOrEqualTo(whole.inputs().captures().get(0).firstNanos() + tenSeconds);
        assertThat(part.inputs().captures().get(0).firstNanos())
                .isGreaterThan(whole.inputs().captures().get(0).firstNanos());
    }

    /** Large enough to be read by several threads: one capture many times over. */
    @Test
    void readsOctetsFromAnywhereAsItReadsFiles(@TempDir Path folder) throws Exception {
        Recording once = Recording.of(MISROUTED);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(Files.readAllBytes(once.part(0, 0).write(folder.resolve("header"))));
        int header = octets.size();
        byte[] frames = Files.readAllBytes(once.write(folder.resolve("once")));
        while (octets.size() < 20 << 20) {
            octets.write(frames, header, frames.length - header);
        }
        Path file = Files.write(folder.resolve("capture.pcap"), octets.toByteArray());
        Set<Thread> readers = ConcurrentHashMap.newKeySet();
        PositionedOctets memory = PositionedOctets.of(ByteBuffer.wrap(octets.toByteArray()));
        PositionedOctets watched = new PositionedOctets() {
            @Override
            public long size() throws IOException {
                return memory.size();
            }

            @Override
            public int read(long position, ByteBuffer into) throws IOException {
                readers.add(Thread.currentThread());
                return memory.read(position, into);
            }
        };

        CaseReport ofFile = Espial.usual().withThreads(1).analyze(file);
        CaseReport ofMemory = Espial.usual()
                .withThreads(4)
                .analyzeCaptures(List.of(new CaptureSource.OfRanges(watched, file.toString())), ReadProgress.NONE);

        assertThat(json(ofMemory)).isEqualTo(json(ofFile)).contains("esp-wrong-next-hop");
        assertThat(readers).extracting(Thread::getName).contains("piece");
    }

    /** More than facts can be told apart of: they must not be taken for those of another capture. */
    @Test
    void refusesMoreCapturesThanItCanTellApart() throws Exception {
        PositionedOctets octets = PositionedOctets.of(ByteBuffer.wrap(Files.readAllBytes(MISROUTED)));
        List<CaptureSource> captures = IntStream.rangeClosed(1, 65_536)
                .<CaptureSource>mapToObj(i -> new CaptureSource.OfRanges(octets, "capture " + i))
                .toList();

        assertThatThrownBy(() -> Espial.usual().analyzeCaptures(captures, ReadProgress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("capture 65536: one capture too many: one case has 65535 at the most, and 65536 were given;"
                        + " analyze them as several cases");
        assertThatThrownBy(() -> Espial.usual().analyzeCaptures(List.of(), ReadProgress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String json(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonReport("test").write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatIsWrong(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("notes.pcap"), "no capture");
        assertThatThrownBy(() -> Espial.usual().analyze(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.pcap: not a capture");
        assertThatThrownBy(() -> Espial.usual().analyze(folder.resolve("none.pcap")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.pcap: no such file");
        assertThatThrownBy(() -> Espial.usual()
                        .from(TimeBound.parse("+9s"))
                        .to(TimeBound.parse("+1s"))
                        .analyze(MISROUTED))
                .isInstanceOf(UnanswerableException.class);
        assertThatThrownBy(() -> Espial.usual().analyze()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsToTheLimit(@TempDir Path folder) throws Exception {
        Path packed = folder.resolve("capture.pcap.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(MISROUTED, out);
        }
        CaseReport report =
                Espial.usual().withLimit(DecompressionLimit.of(10_000)).analyze(packed);
        assertThat(report.inputs().captures().get(0).summary().problems())
                .anyMatch(problem -> problem.text().contains("limit of 10000 octets"));
    }
}
