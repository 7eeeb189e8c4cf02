package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Context files for tests: texts of the test itself, and files of the lab. */
public final class Reading {
    private static final Path SAMPLES = Path.of("src/test/resources/io/github/espial/context/file");

    private Reading() {}

    /** What is read of {@code text}. */
    public static ContextFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is read of {@code octets}. */
    public static ContextFile of(byte[] octets) {
        try {
            return ContextReader.read("test", new ByteArrayInputStream(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read of {@code text}, of which every line is recognised, as {@code kind}, and nothing is wrong. */
    public static ContextFile wholly(String kind, String text) {
        ContextFile file = of(text);
        assertThat(file.unrecognised()).isEmpty();
        assertThat(file.problems()).isEmpty();
        assertThat(file.outputs()).extracting(ContextFile.Output::kind).containsOnly(kind);
        return file;
    }

    /** A sample among the test resources, named after the tool that prints it. */
    public static ContextFile sample(String file) {
        return of(text(file));
    }

    /** The text of a sample. */
    public static String text(String file) {
        try {
            return Files.readString(SAMPLES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of a case of the lab. */
    public static ContextFile lab(String lab, String file) {
        try {
            return ContextReader.read(Path.of("testdata", lab, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
