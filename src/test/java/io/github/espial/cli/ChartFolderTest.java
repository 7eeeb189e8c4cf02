package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFolderTest {
    @TempDir
    Path folder;

    @Test
    void getsEveryChartAsPngAndSvg() throws Exception {
        Run run = Run.of("analyze", Run.MISROUTED, "-q", "-o", folder.resolve("charts") + "/");
        assertThat(run).isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
        assertThat(names(folder.resolve("charts")))
                .containsExactly(
                        "esp-over-time.png",
                        "esp-over-time.svg",
                        "network.png",
                        "network.svg",
                        "next-hops.png",
                        "next-hops.svg");
        for (String name : List.of("esp-over-time", "network", "next-hops")) {
            assertThat(ImageIO.read(folder.resolve("charts/" + name + ".png").toFile())
                            .getWidth())
                    .isEqualTo(1440);
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(folder.resolve("charts/" + name + ".svg").toFile())
                            .getDocumentElement()
                            .getTextContent())
                    .contains("192.0.2.1");
        }
    }

    @Test
    void leavesOutChartsWithNothingInThem() throws IOException {
        Run.of("analyze", "testdata/no-ipsec/capture.pcap", "-q", "-o", folder + "/");
        assertThat(names(folder)).containsExactly("network.png", "network.svg");
    }

    @Test
    void getsTheChartsOfBothCasesOfAComparison() throws IOException {
        Run.of("compare", Run.MISROUTED, Run.FIXED, "-q", "-o", folder + "/");
        assertThat(names(folder)).contains("before-network.svg", "after-network.svg", "after-next-hops.png");
    }

    @Test
    void saysWhereItCannotBe() throws IOException {
        Files.createFile(folder.resolve("file"));
        Run.of("analyze", Run.MISROUTED, "-o", folder.resolve("file") + "/")
                .assertFailed(ExitStatus.UNREADABLE, "it is no folder");
        Run.of("analyze", Run.MISROUTED, "-o", folder.resolve("gone/charts") + "/")
                .assertFailed(ExitStatus.UNREADABLE, "does not exist");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
