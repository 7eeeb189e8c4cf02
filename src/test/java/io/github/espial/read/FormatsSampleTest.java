package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.capture.ReadFrame;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public captures of several formats, where they are at hand: their frames as other programs read them. */
class FormatsSampleTest {
    private static final Path FOLDER = Path.of(System.getProperty("espial.formats", "../shared/formats"));

    /** The table was made by a converter that refuses custom blocks; capinfos counts five packets in these. */
    private static final String WITH_CUSTOM_BLOCKS = "advanced/test102.pcapng";

    private static final int PACKETS_AMONG_CUSTOM_BLOCKS = 5;

    /** Digits of each SHA-256 in the tables. */
    private static final int DIGITS = 16;

    @Test
    void countsFramesAsOtherProgramsDo() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no format samples in " + FOLDER);
        List<String> lines = Files.readAllLines(FOLDER.resolve("expected/pcapng-frames.tsv"));
        assertThat(lines).hasSizeGreaterThan(1);
        SoftAssertions all = new SoftAssertions();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            int frames = columns[0].endsWith(WITH_CUSTOM_BLOCKS)
                    ? PACKETS_AMONG_CUSTOM_BLOCKS
                    : Integer.parseInt(columns[1]);
            Path file = FOLDER.resolve("pcapng").resolve(columns[0]);
            ReadCapture capture = ReadCapture.of(CaptureSource.file(file));
            all.assertThat(capture.summary().frames()).as(columns[0]).isEqualTo(frames);
            all.assertThat(capture.frames()).as(columns[0]).hasSize(frames);
            all.assertThat(capture.summary().problems()).as(columns[0]).isEmpty();
        }
        all.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "netmon/FTPv6-1.cap",
        "netmon/Mixed1.cap",
        "netmon/PPPHandshake.cap",
        "snoop/fw1_mon2018.cap",
        "snoop/genbroad.snoop"
    })
    void readsFramesAsOtherProgramsDo(Path file) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no format samples in " + FOLDER);
        List<String> lines = Files.readAllLines(FOLDER.resolve("expected/" + file.getFileName() + ".tsv"));

        ReadCapture capture = ReadCapture.of(CaptureSource.file(FOLDER.resolve(file)));

        assertThat(capture.frames())
                .extracting(FormatsSampleTest::line)
                .containsExactlyElementsOf(lines.subList(1, lines.size()));
        assertThat(capture.summary().problems()).isEmpty();
    }

    private static String line(ReadFrame frame) {
        return String.join(
                "\t",
                Long.toString(frame.number()),
                Integer.toString(frame.linkType()),
                Long.toString(frame.nanos()),
                Integer.toString(frame.octets().length() / 2),
                Long.toString(frame.originalLength()),
                FrameDigest.sha256(frame).substring(0, DIGITS));
    }
}
