package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a context file holds, it is read to its end, and what is said of it is bounded and has its line. */
class ContextFuzzTest {
    private static final int LONGEST_TEXT = 1000;

    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void file(byte[] input) throws IOException {
        byte[] octets = Work.boundedText(input);
        ContextFile file = ContextReader.read("file", new ByteArrayInputStream(octets));
        assertThat(file.problems()).hasSizeLessThanOrEqualTo(ContextNotes.MAX_PROBLEMS + 1);
        int lines = octets.length + 1;
        for (ContextProblem problem : file.problems()) {
            assertThat(problem.line()).isBetween(0, lines);
            assertThat(problem.text()).isNotBlank().doesNotContain("\n").hasSizeLessThan(LONGEST_TEXT);
        }
        int last = 0;
        for (ContextFile.Output output : file.outputs()) {
            assertThat(output.lines().first()).isGreaterThan(last);
            last = output.lines().last();
        }
        holdBounded(file.entries().routes(), octets);
        holdBounded(file.entries().neighbors(), octets);
        holdBounded(file.entries().interfaces(), octets);
        file.entries().routes().forEach(route -> assertThat(route.line()).isBetween(1, lines));
    }

    /** An entry takes more than one octet. */
    private static void holdBounded(List<?> entries, byte[] octets) {
        assertThat(entries).hasSizeLessThanOrEqualTo(octets.length);
    }

    static Stream<byte[]> file() {
        return Seeds.context();
    }
}
