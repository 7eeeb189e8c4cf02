package io.github.espial.report.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleReports;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngReportTest {
    @ParameterizedTest
    @MethodSource("all")
    void drawsAPictureOfSensibleSize(CaseReport report) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(octets(report)));
        assertThat(picture.getWidth()).isEqualTo(Raster.WIDTH);
        assertThat(picture.getHeight()).isBetween(400, Raster.MOST_HEIGHT);
        assertThat(colors(picture)).isGreaterThan(20);
    }

    @Test
    void growsWithTheFindings() throws IOException {
        assertThat(height(SampleReports.misrouted())).isGreaterThan(height(SampleReports.healthy()));
    }

    @Test
    void givesTheSameOctetsTwice() throws IOException {
        assertThat(octets(SampleReports.misrouted())).isEqualTo(octets(SampleReports.misrouted()));
    }

    @Test
    void leavesItsStreamOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        new PngReport("espial 0.1.0").write(SampleReports.healthy(), out);
        assertThat(out.size()).isPositive();
    }

    static List<CaseReport> all() {
        return List.of(
                SampleReports.misrouted(),
                SampleReports.healthy(),
                SampleReports.twoPeers(),
                SampleReports.twoServers(),
                SampleReports.cooked(),
                SampleReports.empty(),
                SampleReports.extreme());
    }

    private static int height(CaseReport report) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(octets(report))).getHeight();
    }

    private static byte[] octets(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngReport("espial 0.1.0").write(report, out);
        return out.toByteArray();
    }

    private static long colors(BufferedImage picture) {
        // Every seventh line is enough to tell a drawing from a blank.
        return IntStream.range(0, picture.getHeight() / 7)
                .map(line -> 7 * line)
                .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
                .distinct()
                .count();
    }
}
