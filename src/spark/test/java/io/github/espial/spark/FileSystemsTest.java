package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class FileSystemsTest {
    private final FileSystems systems = new FileSystems(new Configuration());

    @Test
    void takesWordsWithoutASchemeForPathsOfThisMachine() throws IOException {
        for (String word : new String[] {"tickets", "/a b/c", "a:b/c", "Überlandleitung 7%20"}) {
            assertThat(systems.path(word)).isEqualTo(Path.of(word));
        }
        assertThat(systems.path("file:///a b/c")).isEqualTo(Path.of("/a b/c"));
    }

    @Test
    void findsWhatTravelled() throws IOException {
        for (String name : new String[] {"/a b/c", "/a:b/c%20d", "/Überlandleitung 7", "/x#y?z"}) {
            Path path = Path.of(name);
            assertThat(systems.travelled(FileSystems.travelling(path))).isEqualTo(path);
        }
    }

    @Test
    void namesTheWordThatIsOfNoFileSystem() {
        assertThatThrownBy(() -> systems.path("flax://host/tickets"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("flax://host/tickets: ");
    }
}
