package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The pages that explain findings: Markdown in the resources beside {@link Check}, one for each id. */
public final class Explanation {
    private static final String MEANING = "## What it means\n";

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

    /** What finding {@code id} means, in a paragraph or two: the first part of its page, each paragraph on one line. */
    public static List<String> meaning(String id) {
        String page = of(id);
        int start = page.indexOf(MEANING) + MEANING.length();
        return Stream.of(page.substring(start, page.indexOf("\n## ", start)).split("\n\n"))
                .map(paragraph -> paragraph.replace('\n', ' ').strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
