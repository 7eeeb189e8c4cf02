package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a process that ends by itself or by force tells its caller. */
@Timeout(60)
class EndingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void tellsTheStatusAndNothingElse(ExitStatus status) throws Exception {
        assertThat(outcomeOf(Ends.class, status.name())).isEqualTo(new Outcome(status.code(), ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEAN", "FINDINGS"})
    void endsThoughAnotherThreadGoesOn(ExitStatus status) throws Exception {
        assertThat(outcomeOf(EndsBesideAnother.class, status.name())).isEqualTo(new Outcome(status.code(), ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEAN", "FINDINGS"})
    void removesWhatWasToBeRemovedAtTheEnd(ExitStatus status) throws Exception {
        Path left = Files.createFile(folder.resolve("left"));
        outcomeOf(EndsAfterPromise.class, status.name(), left.toString());
        assertThat(left).doesNotExist();
    }

    @Test
    void tellsOfADefectByAStatusOfItsOwn() throws Exception {
        Outcome outcome = outcomeOf(Breaks.class);
        assertThat(outcome.status()).isEqualTo(ExitStatus.UNREADABLE.code());
        assertThat(outcome.output()).startsWith("java.lang.IllegalStateException: broken");
    }

    private record Outcome(int status, String output) {}

    private static Outcome outcomeOf(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaProcess.command(program.getName(), arguments))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** Ends with the status that it is told. */
    static final class Ends {
        private Ends() {}

        public static void main(String[] arguments) {
            Ending.handleDefects();
            Ending.with(ExitStatus.valueOf(arguments[0]));
        }
    }

    /** Ends likewise, while a thread waits for what never comes. */
    static final class EndsBesideAnother {
        private EndsBesideAnother() {}

        public static void main(String[] arguments) {
            CountDownLatch never = new CountDownLatch(1);
            new Thread(() -> {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
            Ends.main(arguments);
        }
    }

    /** Ends likewise, and has promised to remove a file. */
    static final class EndsAfterPromise {
        private EndsAfterPromise() {}

        public static void main(String[] arguments) {
            Path.of(arguments[1]).toFile().deleteOnExit();
            Ends.main(arguments);
        }
    }

    /** Has a defect. */
    static final class Breaks {
        private Breaks() {}

        public static void main(String[] arguments) {
            Ending.handleDefects();
            throw new IllegalStateException("broken");
        }
    }
}
