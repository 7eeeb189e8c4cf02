package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.capture.ReadFrame;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFilesTest {
    private static final Path CAPTURE = Path.of("testdata/rekey-and-fix/capture.pcap");

    @TempDir
    private Path folder = Path.of("");

    private static List<List<Object>> frames(Path file) throws IOException {
        List<List<Object>> frames = new ArrayList<>();
        assertThat(CaptureReader.read(
                                CaptureSource.file(file),
                                frame -> frames.add(content(ReadFrame.of(frame))),
                                ReadProgress.NONE)
                        .problems())
                .isEmpty();
        return frames;
    }

    private static List<Object> content(ReadFrame frame) {
        return List.of(frame.nanos(), frame.linkType(), frame.originalLength(), frame.octets());
    }

    private void record(RecordedFiles files) throws IOException {
        new LiveCase("test", List.of(), CaseQuestion.plain(1), 2)
                .read(new ByteArrayInputStream(Files.readAllBytes(CAPTURE)), files);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void holdsEveryFrame() throws IOException {
        Path file = folder.resolve("case.pcapng");
        try (RecordedFiles files = new RecordedFiles(file, Optional.empty(), "test", ZoneOffset.UTC)) {
            record(files);
        }

        assertThat(frames(file)).isEqualTo(frames(CAPTURE));
    }

    /** Somebody kills the program: what is there is whole. */
    @Test
    void isValidBeforeItsEnd() throws IOException {
        Path file = folder.resolve("case.pcapng");
        RecordedFiles files = new RecordedFiles(file, Optional.empty(), "test", ZoneOffset.UTC);
        record(files);
        List<List<Object>> before = frames(file);
        files.flush();

        assertThat(frames(CAPTURE).subList(0, before.size())).isEqualTo(before);
        assertThat(frames(file)).isEqualTo(frames(CAPTURE));
    }

    @Test
    void takesTurnsAndRemovesTheOldest() throws IOException {
        Path file = folder.resolve("case.pcapng");
        try (RecordedFiles files =
                new RecordedFiles(file, Optional.of(new RecordedFiles.Ring(3, 4096)), "test", ZoneOffset.UTC)) {
            record(files);
        }

        List<Path> left = files();
        assertThat(left)
                .hasSize(3)
                .allSatisfy(one ->
                        assertThat(one.getFileName().toString()).matches("case_00\\d{3}_20261123090\\d{3}\\.pcapng"));
        List<List<Object>> kept = new ArrayList<>();
        for (Path one : left) {
            kept.addAll(frames(one));
        }
        List<List<Object>> all = frames(CAPTURE);
        assertThat(kept).isEqualTo(all.subList(all.size() - kept.size(), all.size()));
    }

    @Test
    void saysOnceThatItCannotBeWritten() throws IOException {
        Path file = folder.resolve("missing").resolve("case.pcapng");
        RecordedFiles files = new RecordedFiles(file, Optional.empty(), "test", ZoneOffset.UTC);
        record(files);

        assertThatThrownBy(files::throwIfFailed)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": cannot be written");
    }
}
