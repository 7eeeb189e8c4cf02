package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A run of the program with its streams in memory.
 *
 * @param status what it exited with
 * @param out standard output
 * @param err standard error
 */
record Run(ExitStatus status, String out, String err) {
    /** Where the ESP of both SAs goes to the default gateway, though the peer is behind another router. */
    static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");

    /** The same network with routes. */
    static final Path FIXED = Path.of("testdata/fixed-ikev2/capture.pcap");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Run of(Object... arguments) {
        return reading(new byte[0], arguments);
    }

    /** With {@code input} as standard input. */
    static Run reading(byte[] input, Object... arguments) {
        return reading(new ByteArrayInputStream(input), arguments);
    }

    static Run reading(InputStream input, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = writing(out, false, input, arguments);
        return new Run(run.status, out.toString(StandardCharsets.UTF_8), run.err);
    }

    /** With {@code out} as standard output, which is left out of the outcome. */
    static Run writing(OutputStream out, boolean isTerminal, InputStream input, Object... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                input, out, new PrintStream(err, true, StandardCharsets.UTF_8), isTerminal, isTerminal, true, 100);
        ExitStatus status =
                Main.run(List.of(arguments).stream().map(Object::toString).toList(), terminal);
        return new Run(status, "", err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (IOException e) {
            throw new IllegalStateException(out, e);
        }
    }

    /** Holds that the run failed as a user expects it to: one line that says why, and no result. */
    void assertFailed(ExitStatus expected, String... said) {
        assertThat(out).isEmpty();
        assertSaid(expected, said);
    }

    /** Holds that standard error is one line. */
    void assertSaid(ExitStatus expected, String... said) {
        assertThat(err).matches("espial: [^\\p{Cntrl}]+\\R").contains(said);
        assertThat(status).isEqualTo(expected);
    }
}
