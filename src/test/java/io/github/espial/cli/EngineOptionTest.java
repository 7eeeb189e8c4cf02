package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineOptionTest {
    @TempDir
    private Path folder = Path.of("");

    private Run batch(Object... options) {
        Object[] arguments = new Object[options.length + 4];
        arguments[0] = "batch";
        arguments[1] = folder;
        arguments[2] = "-o";
        arguments[3] = folder.resolveSibling(folder.getFileName() + "-reports");
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Run.of(arguments);
    }

    private static void isUsage(Run run, String text) {
        assertThat(run.err()).isEqualTo("espial: " + text + "\n");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void knowsTwoEngines() {
        isUsage(batch("--engine", "flink"), "--engine flink: expected threads or spark");
        assertThat(batch("--engine", "threads", "-q").status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void refusesWhatOtherProcessesCannotHave() {
        isUsage(
                batch("--engine", "spark", "--redact"),
                "--redact is not for --engine spark: its key would have to travel to other machines; make copies of the captures with espial redact");
        isUsage(
                batch("--engine", "spark", "--memory", "1G"),
                "--memory is not for --engine spark: spark.executor.memory says it");
        isUsage(
                batch("--engine", "spark", "--threads", "2"),
                "--threads is not for --engine spark: spark.executor.cores and spark.task.cpus say it, and local[N] here");
        isUsage(batch("--master", "local[2]"), "--master is for --engine spark");
    }
}
