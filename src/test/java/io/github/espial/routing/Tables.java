package io.github.espial.routing;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Machines by what they print. */
public final class Tables {
    private Tables() {}

    /** Files named {@code 1.txt} and so on. */
    public static List<ContextFile> files(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> file(i + 1 + ".txt", texts[i]))
                .toList();
    }

    /** One file. */
    public static ContextFile file(String name, String text) {
        try {
            return ContextReader.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The machine that printed {@code texts}. */
    public static Machine machine(String... texts) {
        return Machine.of(files(texts), Identity.UNKNOWN);
    }

    /** The routing table of Linux that has these lines. */
    public static RouteLookup lookup(String... lines) {
        return machine(String.join("\n", lines) + "\n").lookup();
    }
}
