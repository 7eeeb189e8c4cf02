package io.github.espial.mcp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.mcp.answer.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path served = Path.of("");
    private Path inside = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        served = Files.createDirectories(folder.resolve("served")).toRealPath();
        inside = Files.writeString(
                Files.createDirectories(served.resolve("4711")).resolve("a.pcap"), "a");
        Files.writeString(folder.resolve("secret.txt"), "s");
        Files.createDirectories(folder.resolve("served-not"));
        Files.writeString(folder.resolve("served-not").resolve("b.pcap"), "b");
    }

    @Test
    void takesWhatLiesBelow() throws Exception {
        Roots roots = roots(served);
        assertThat(roots.resolve("4711")).isEqualTo(served.resolve("4711"));
        assertThat(roots.resolve("4711/a.pcap")).isEqualTo(inside);
        assertThat(roots.resolve("4711/../4711/a.pcap")).isEqualTo(inside);
        assertThat(roots.resolve(inside.toString())).isEqualTo(inside);
        assertThat(roots.resolve("4711/a.pcap/..")).as("by its words").isEqualTo(served.resolve("4711"));
        assertThat(roots.resolve(".")).isEqualTo(served);
    }

    @Test
    void takesASecondFolder() throws Exception {
        assertThat(roots(served, folder.resolve("served-not")).resolve("b.pcap"))
                .isEqualTo(folder.resolve("served-not/b.pcap").toRealPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "4711/../../secret.txt",
                "../served-not/b.pcap",
                "/etc/passwd",
                "/",
                "..",
                "4712",
                " ",
                ""
            })
    void takesNothingElse(String input) throws Exception {
        Roots roots = roots(served);
        assertThatThrownBy(() -> roots.resolve(input)).isInstanceOf(RefusedException.class);
    }

    @Test
    void refusesWhatIsNoFileName() throws Exception {
        Roots roots = roots(served);
        assertThatThrownBy(() -> roots.resolve("a\0b")).isInstanceOf(RefusedException.class);
    }

    @Test
    void tellsNotWhetherAFileElsewhereIsThere() throws Exception {
        Roots roots = roots(served);
        assertThatThrownBy(() -> roots.resolve("../secret.txt"))
                .hasMessage("../secret.txt: nothing that can be read has this name below the folders served");
        assertThatThrownBy(() -> roots.resolve("../secret.tx_"))
                .hasMessage("../secret.tx_: nothing that can be read has this name below the folders served");
    }

    @Test
    void followsNoLinkOutOfIt() throws Exception {
        Files.createSymbolicLink(served.resolve("out"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(served.resolve("up"), folder);
        Files.createSymbolicLink(served.resolve("in"), inside);
        Roots roots = roots(served);
        assertThatThrownBy(() -> roots.resolve("out")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> roots.resolve("up/secret.txt")).isInstanceOf(RefusedException.class);
        assertThat(roots.resolve("in")).isEqualTo(inside);
    }

    @Test
    void takesAFolderThatIsALinkItself() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), served);
        Roots roots = roots(link);
        assertThat(roots.resolve("4711/a.pcap")).isEqualTo(inside);
        assertThat(roots.resolve(link.resolve("4711/a.pcap").toString())).isEqualTo(inside);
    }

    @Test
    void isOfFolders() {
        assertThatThrownBy(() -> roots(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> roots(inside)).isInstanceOf(IOException.class);
    }

    private static Roots roots(Path... folders) throws IOException {
        return new Roots(List.of(folders));
    }
}
