package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedFilesTest {
    private static final String SECTION = "\n\r\r\n";

    @TempDir
    private Path folder = Path.of("");

    /** What happens while nothing is there to read, one after the other. */
    private final Deque<FollowedFiles.Pause> meanwhile = new ArrayDeque<>();

    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All that is read until nothing happens any more. */
    private String follow(String first) throws IOException {
        FollowedFiles[] files = new FollowedFiles[1];
        files[0] = new FollowedFiles(folder.resolve(first), () -> {
            if (meanwhile.isEmpty()) {
                files[0].close();
            } else {
                meanwhile.remove().run();
            }
        });
        return new String(files[0].octets().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void goOnWithWhatIsAppended() throws IOException {
        append("case.pcapng", "one ");
        meanwhile.addAll(List.of(() -> append("case.pcapng", "two "), () -> {}, () -> append("case.pcapng", "three")));

        assertThat(follow("case.pcapng")).isEqualTo("one two three");
    }

    @Test
    void goOnWithTheNextFileOfTheRing() throws IOException {
        append("eth0_00001_20260101120000.pcapng", "one ");
        append("eth2_00002_20260101120100.pcapng", "of another ring");
        append("eth0.pcapng", "of none");
        meanwhile.addAll(List.of(
                () -> {
                    append("eth0_00001_20260101120000.pcapng", "more ");
                    append("eth0_00002_20260101120100.pcapng", SECTION + "two ");
                },
                () -> append("eth0_00002_20260101120100.pcapng", "still two "),
                () -> {
                    Files.delete(folder.resolve("eth0_00001_20260101120000.pcapng"));
                    append("eth0_00003_20260101120200.pcapng", SECTION + "three ");
                    append("eth0_00004_20260101120300.pcapng", SECTION + "four");
                }));

        assertThat(follow("eth0_00001_20260101120000.pcapng"))
                .isEqualTo("one more " + SECTION + "two still two " + SECTION + "three " + SECTION + "four");
    }

    /** Its header would be taken for a frame. */
    @Test
    void refuseAFileThatCannotStandBehindAnother() throws IOException {
        append("eth0_00001_20260101120000.pcap", "one ");
        append("eth0_00002_20260101120100.pcap", "another header");

        assertThatThrownBy(() -> follow("eth0_00001_20260101120000.pcap"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("only rings of pcapng are followed");
    }

    @Test
    void sayWhatIsNotThere() {
        Path missing = folder.resolve("none.pcapng");

        assertThatThrownBy(() -> new FollowedFiles(missing, () -> {})).hasMessage(missing + ": no such file");
    }
}
