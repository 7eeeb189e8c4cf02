package io.github.espial.ike;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.Secret;
import io.github.espial.context.file.ContextReader;
import io.github.espial.net.Spi;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are derived from an IKE SA's are those that the kernel was given. */
class DerivedKeysTest {
    static Stream<Path> cases() throws Exception {
        return LabStories.withKeys();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areTheKernels(Path folder) throws Exception {
        Map<Spi, List<Secret>> installed = secrets(
                ContextReader.read(folder.resolve("xfrm-state.txt")).entries().keys());
        IkeStories stories = LabStories.of(folder, LabStories.keys(folder));
        Map<Spi, List<Secret>> derived = secrets(stories.childKeys());

        assertThat(stories.notes()).isEmpty();
        assertThat(installed).isNotEmpty();
        assertThat(derived).containsAllEntriesOf(installed);
    }

    private static Map<Spi, List<Secret>> secrets(List<SaKeyEntry> entries) {
        Map<Spi, List<Secret>> secrets = new HashMap<>();
        for (SaKeyEntry entry : entries) {
            secrets.put(
                    new Spi(entry.spi().bits()),
                    Stream.concat(entry.encryption().stream(), entry.integrity().stream())
                            .map(KeyedAlgorithm::key)
                            .filter(key -> !key.isEmpty())
                            .toList());
        }
        return secrets;
    }
}
