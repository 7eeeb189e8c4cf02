package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages that explain findings: Markdown in the resources beside {@link Check}, one for each id. */
public final class Explanation {
    private Explanation() {}

    /** The page of finding {@code id}; throws IllegalArgumentException when there is none. */
    public static String of(String id) {
        try (InputStream page = Check.class.getResourceAsStream(id + ".md")) {
            if (page == null) {
                throw new IllegalArgumentException("no page for " + id);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + id, e);
        }
    }
}
