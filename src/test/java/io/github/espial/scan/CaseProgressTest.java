package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseProgressTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final ReadProgress whole = (octets, total) ->
            told.add(octets + " of " + (total.isPresent() ? String.valueOf(total.getAsLong()) : "?"));

    @Test
    void sumsWhatCapturesTellInTurns() throws IOException {
        CaseProgress progress = CaseProgress.of(List.of(file("a", 100), file("b", 50)), whole);
        ReadProgress one = progress.part();
        ReadProgress other = progress.part();
        one.advanced(40, OptionalLong.of(100));
        other.advanced(50, OptionalLong.of(50));
        one.advanced(40, OptionalLong.of(100));
        one.advanced(100, OptionalLong.of(100));
        assertThat(told).containsExactly("40 of 150", "90 of 150", "90 of 150", "150 of 150");
    }

    @Test
    void knowsNoTotalOfStreams() throws IOException {
        CaptureSource stream = CaptureSource.standardInput(InputStream.nullInputStream());
        CaseProgress progress = CaseProgress.of(List.of(file("a", 100), stream), whole);
        progress.part().advanced(40, OptionalLong.of(100));
        assertThat(told).containsExactly("40 of ?");
    }

    @Test
    void knowsNoTotalWhereAFileIsMissing() throws IOException {
        CaptureSource missing = CaptureSource.file(folder.resolve("missing"));
        CaseProgress progress = CaseProgress.of(List.of(file("a", 100), missing), whole);
        progress.part().advanced(40, OptionalLong.of(100));
        assertThat(told).containsExactly("40 of ?");
    }

    private CaptureSource file(String name, int size) throws IOException {
        return CaptureSource.file(Files.write(folder.resolve(name), new byte[size]));
    }
}
