package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String NO_SPACE = "No space left on device";

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpsOnStandardOutput(String option) {
        Run run = Run.of(option);
        assertThat(run.out())
                .contains("espial analyze ", "espial explain ", "espial COMMAND --help", "Exit status: 0 ");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void tellsItsVersion(String option) {
        Run run = Run.of(option);
        assertThat(run.out()).isEqualTo("espial development\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void helpsOnEachCommand() {
        Run analyze = Run.of("analyze", Run.MISROUTED, "--nonsense", "--help");
        assertThat(analyze.out())
                .startsWith("usage: espial analyze INPUT... [OPTION...]\n")
                .contains(
                        "-o, --output",
                        "-f, --format",
                        "--server",
                        "--gateway",
                        "--next-hop",
                        "--from",
                        "--to",
                        "-q, --quiet",
                        "--color",
                        "--progress",
                        "--threads",
                        "-h, --help",
                        ".json .pdf .png .txt");
        assertThat(analyze.err()).isEmpty();
        assertThat(analyze.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(Run.of("help", "analyze")).isEqualTo(analyze);

        Run explain = Run.of("explain", "-h");
        assertThat(explain.out()).startsWith("usage: espial explain [FINDING [INPUT... [OPTION...]]]\n");
        assertThat(explain.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void namesEveryOptionInTheHelp() {
        String help = Run.of("analyze", "--help").out();
        AnalyzeOptions.options().getOptions().forEach(option -> assertThat(help).contains("--" + option.getLongOpt()));
    }

    @Test
    void analyzesAnInputThatStandsAlone() {
        assertThat(Run.of(Run.MISROUTED, "-f", "json")).isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json"));
        assertThat(Run.of(Run.MISROUTED, Run.FIXED)).isEqualTo(Run.of("analyze", Run.MISROUTED, Run.FIXED));
        Run.reading(new byte[0], "-").assertFailed(ExitStatus.UNREADABLE, "standard input");
        Run.of("case.pcap").assertFailed(ExitStatus.USAGE, "unknown command \"case.pcap\"");
    }

    @ParameterizedTest
    @CsvSource({"analyse, analyze", "analzye, analyze", "explian, explain", "compar, compare", "Batch, batch"})
    void suggestsTheClosestCommand(String typed, String meant) {
        Run.of(typed).assertFailed(ExitStatus.USAGE, "\"" + typed + "\": did you mean " + meant + "?");
    }

    @Test
    void suggestsTheClosestOptionAndFile(@TempDir Path folder) throws IOException {
        Run.of("analyze", Run.MISROUTED, "--outptu", "x")
                .assertFailed(ExitStatus.USAGE, "unknown option --outptu: did you mean --output?");
        Files.createFile(folder.resolve("capture.pcapng"));
        Run.of("analyze", folder.resolve("captrue.pcapng"))
                .assertFailed(
                        ExitStatus.UNREADABLE, "no such file; did you mean " + folder.resolve("capture.pcapng") + "?");
        Run run = Run.of("analyze", folder.resolve("other.etl"));
        run.assertFailed(ExitStatus.UNREADABLE, "no such file");
        assertThat(run.err()).doesNotContain("did you mean");
    }

    @Test
    void takesWhatFollowsTwoHyphensForInputs() {
        Run.of("analyze", "--", "--help").assertFailed(ExitStatus.UNREADABLE, "--help: no such file");
    }

    @Test
    void namesTheCommandsWhereOneIsMissingOrUnknown() {
        Run.of().assertFailed(ExitStatus.USAGE, "no command", "analyze, batch, compare");
        Run.of("analyse").assertFailed(ExitStatus.USAGE, "unknown command \"analyse\"", "analyze, batch, compare");
        Run.of("--verbose").assertFailed(ExitStatus.USAGE, "unknown option --verbose", "analyze, batch, compare");
        Run.of("").assertFailed(ExitStatus.USAGE, "unknown command \"\"");
        Run.of("a\nb\u001b[31m").assertFailed(ExitStatus.USAGE, "unknown command \"a\\u{a}b\\u{1b}[31m\"");
    }

    @Test
    void exitsWithTheNumbersOfTheInterface() {
        assertThat(ExitStatus.CLEAN.code()).isZero();
        assertThat(ExitStatus.FINDINGS.code()).isEqualTo(1);
        assertThat(ExitStatus.USAGE.code()).isEqualTo(2);
        assertThat(ExitStatus.UNREADABLE.code()).isEqualTo(3);
    }

    @Test
    void saysThatStandardOutputIsFull() {
        for (Object[] arguments : new Object[][] {
            {"--help"},
            {"--version"},
            {"explain"},
            {"explain", "--help"},
            {"analyze", Run.MISROUTED},
            {"analyze", Run.MISROUTED, "-f", "json"}
        }) {
            writingTo(NO_SPACE, arguments)
                    .assertFailed(ExitStatus.UNREADABLE, "standard output: cannot be written: " + NO_SPACE);
        }
    }

    @Test
    void keepsItsStatusWhenTheReaderOfItsOutputLeaves() {
        Run run = writingTo("Broken pipe", "analyze", Run.MISROUTED, "-f", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(writingTo("Broken pipe", "explain").status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void writesNothingToStandardOutputWhenQuiet() {
        assertThat(writingTo(NO_SPACE, "analyze", Run.MISROUTED, "--quiet"))
                .isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
    }

    @Test
    void saysHowToGiveItMoreMemory() {
        failingWith(new OutOfMemoryError()).assertFailed(ExitStatus.UNREADABLE, "ESPIAL_OPTS=-Xmx");
    }

    @Test
    void hidesNoDefectOfItsOwn() {
        IndexOutOfBoundsException defect = new IndexOutOfBoundsException();
        assertThatIllegalStateException().isThrownBy(() -> failingWith(defect)).withCause(defect);
    }

    private static Run writingTo(String failure, Object... arguments) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(failure);
            }
        };
        return Run.writing(full, false, new ByteArrayInputStream(new byte[0]), arguments);
    }

    /** A run whose standard input does not fail as streams do. */
    private static Run failingWith(Throwable failure) {
        InputStream input = new InputStream() {
            @Override
            public int read() {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] into, int start, int length) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
        return Run.reading(input, "analyze", "-");
    }
}
