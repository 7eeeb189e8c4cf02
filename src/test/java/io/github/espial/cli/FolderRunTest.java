package io.github.espial.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * The whole program over every file of a folder: whatever a file holds, a run ends as scripts expect it to. No file may
 * raise the alarm, so the folder is to be one of captures in which nothing is known to go astray.
 */
class FolderRunTest {
    private static final String FOLDER = System.getProperty("espial.captures", "");

    private static final String ALARM = "esp-wrong-next-hop";

    @Test
    void endsAsExpectedWhateverAFileHolds() throws IOException {
        assumeTrue(!FOLDER.isEmpty(), "set -Despial.captures=FOLDER to run over the files in there");
        SoftAssertions all = new SoftAssertions();
        try (Stream<Path> files = Files.walk(Path.of(FOLDER))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                examine(file, Run.of("analyze", "-f", "json", "--progress", "never", file), all);
            }
        }
        all.assertAll();
    }

    private static void examine(Path file, Run run, SoftAssertions all) {
        all.assertThat(run.status()).as("%s", file).isNotEqualTo(ExitStatus.USAGE);
        List<String> said = run.err().lines().toList();
        all.assertThat(said).as("%s", file).allMatch(line -> line.matches("espial: [^\\p{Cntrl}]+"));
        if (run.status() == ExitStatus.UNREADABLE) {
            all.assertThat(said).as("%s", file).hasSize(1);
            all.assertThat(run.out()).as("%s", file).isEmpty();
            return;
        }
        JsonNode findings = run.json().get("findings");
        all.assertThat(findings.findValuesAsText("id")).as("%s", file).doesNotContain(ALARM);
        boolean hasErrors = findings.findValuesAsText("severity").contains("error");
        all.assertThat(run.status()).as("%s", file).isEqualTo(hasErrors ? ExitStatus.FINDINGS : ExitStatus.CLEAN);
    }
}
