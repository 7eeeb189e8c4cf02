package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.cases.CaseQuestion;
import io.github.espial.live.FrameRecorder;
import io.github.espial.live.Happenings;
import io.github.espial.live.LiveCase;
import io.github.espial.live.Moment;
import io.github.espial.report.text.Palette;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchScreenTest {
    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            InputStream.nullInputStream(),
            out,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            true,
            true,
            true,
            100);
    private long nanos;

    private WatchScreen screen(Palette palette) {
        return new WatchScreen(terminal, "eth0", palette, ZoneOffset.UTC, () -> nanos);
    }

    private static Moment moment(String name) throws Exception {
        LiveCase live = new LiveCase("eth0", List.of(), CaseQuestion.plain(1), 2);
        byte[] octets = Files.readAllBytes(Path.of("testdata", name, "capture.pcap"));
        live.read(new ByteArrayInputStream(octets), FrameRecorder.NONE);
        return live.look().orElseThrow();
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsTheVerdictTheNextHopsAndWhatCameAbout() throws Exception {
        Moment moment = moment("partly-fixed-two-sas");
        WatchScreen screen = screen(Palette.plain());
        nanos = SECOND;
        screen.seen(moment, new Happenings().since(moment));

        assertThat(shown())
                .contains("espial watch  eth0  1392 frames, none lost")
                .containsPattern("MISROUTED  since \\d\\d:\\d\\d:\\d\\d\\u001b")
                .containsPattern(
                        "198\\.51\\.100\\.20 +192\\.0\\.2\\.254 \\(00:1b:21:bb:00:fe\\) +proper +185 +185\\u001b")
                .containsPattern(" +192\\.0\\.2\\.1 \\(00:1b:21:aa:00:01\\) +wrong +31 +31\\u001b")
                .contains("ESP for 198.51.100.20 goes to 192.0.2.254\u001b");
    }

    /** The second time nothing is cleared, and what has not grown has no rate. */
    @Test
    void isDrawnInPlace() throws Exception {
        Moment moment = moment("fixed-ikev2");
        WatchScreen screen = screen(Palette.plain());
        nanos = SECOND;
        screen.seen(moment, List.of());
        out.reset();
        nanos = 2 * SECOND;
        screen.note("eth0: is back");
        screen.seen(moment, List.of());

        assertThat(shown())
                .startsWith("\u001b[?7l\u001b[H")
                .endsWith("\u001b[J\u001b[?7h")
                .containsPattern("proper +\\d+ +0\\u001b")
                .contains("eth0: is back");
        assertThat(shown().lines()).hasSizeLessThan(25);
    }

    @Test
    void hasColorsOnlyWhereTheyAreWanted() throws Exception {
        Moment moment = moment("misrouted-ikev2");
        screen(Palette.plain()).seen(moment, List.of());
        assertThat(shown()).doesNotContain("\u001b[3");
        screen(Palette.colored()).seen(moment, List.of());
        assertThat(shown()).contains("\u001b[31");
    }
}
