package io.github.espial.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
    private static final String PREFIX =
            "espial-test-" + Long.toString(ProcessHandle.current().pid(), 36) + "-";

    @Test
    void removesWhatAKilledProcessLeftAndNothingThatIsUsed() throws IOException {
        Path left = Files.createTempDirectory(PREFIX);
        Files.createFile(left.resolve("in-use"));
        Files.writeString(left.resolve("font.ttf"), "half a font");
        Path withoutLock = Files.createTempDirectory(PREFIX);

        Path used = TemporaryFolder.create(PREFIX);
        Path second = TemporaryFolder.create(PREFIX);

        assertThat(left).doesNotExist();
        assertThat(withoutLock).isDirectory();
        assertThat(used).isDirectory().isNotEqualTo(second);
        Files.delete(withoutLock);
    }
}
