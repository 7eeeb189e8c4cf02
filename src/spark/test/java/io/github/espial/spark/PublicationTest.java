package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.spark.hadoop.HadoopFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To a folder of this machine, and to one that Hadoop writes. */
class PublicationTest {
    @TempDir
    private Path folder = Path.of("");

    private Path target(boolean isHadoop) throws IOException {
        Path here = folder.resolve("reports/cases/one");
        if (!isHadoop) {
            return here;
        }
        RawLocalFileSystem hadoop = new RawLocalFileSystem();
        hadoop.initialize(URI.create("file:///"), new Configuration(false));
        return new HadoopFiles(hadoop).path(here.toUri());
    }

    private Path made(String... names) throws IOException {
        Path made = Files.createTempDirectory(folder, "made");
        for (String name : names) {
            Files.writeString(made.resolve(name), "new " + name);
        }
        return made;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("reports/cases/one"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void replacesWhatWasThereAndTouchesNothingElse(boolean isHadoop) throws IOException {
        Path there = Files.createDirectories(folder.resolve("reports/cases/one"));
        for (String name : List.of("case.json", "report.json", "report.pdf", "remarks.txt")) {
            Files.writeString(there.resolve(name), "old");
        }

        Publication.ofCase(made("case.json", "report.json", "report.html"), target(isHadoop));

        assertThat(names()).containsExactly("case.json", "remarks.txt", "report.html", "report.json");
        assertThat(there.resolve("report.json")).hasContent("new report.json");
        assertThat(there.resolve("case.json")).hasContent("new case.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void renewsTheMarkAloneWhereNothingElseIsNew(boolean isHadoop) throws IOException {
        Publication.ofCase(made("case.json", "report.json"), target(isHadoop));

        Publication.ofCase(made("case.json"), target(isHadoop));

        assertThat(names()).containsExactly("case.json", "report.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNoReportOfACaseThatHasNone(boolean isHadoop) throws IOException {
        Publication.ofCase(made("case.json", "report.json"), target(isHadoop));

        Publication.ofCase(made(), target(isHadoop));

        assertThat(names()).isEmpty();
    }
}
