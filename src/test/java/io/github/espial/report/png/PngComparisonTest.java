package io.github.espial.report.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.compare.Comparison;
import io.github.espial.report.SampleComparisons;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngComparisonTest {
    static List<Comparison> all() {
        return SampleComparisons.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isAsWideAsAReportAndAsHighAsItNeeds(Comparison comparison) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(octets(comparison)));
        assertThat(picture.getWidth()).isEqualTo(Raster.WIDTH);
        assertThat(picture.getHeight()).isBetween(300, Raster.MOST_HEIGHT);
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesTheSameOctetsTwice(Comparison comparison) throws IOException {
        assertThat(octets(comparison)).isEqualTo(octets(comparison));
    }

    private static byte[] octets(Comparison comparison) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngComparison("espial 0.1.0").write(comparison, out);
        return out.toByteArray();
    }
}
