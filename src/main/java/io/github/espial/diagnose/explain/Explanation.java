package io.github.espial.diagnose.explain;

import io.github.espial.diagnose.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page of a finding.
 *
 * @param id the finding's
 * @param title what it is, in a sentence without trailing period
 * @param parts one for each {@link Heading}, in their order
 */
public record Explanation(String id, String title, List<Part> parts) {
    /** Those that were read already, and never change: a batch shows the same few in thousands of pages. */
    private static final Map<String, Explanation> READ = new ConcurrentHashMap<>();

    public Explanation {
        parts = List.copyOf(parts);
        if (!parts.stream().map(Part::heading).toList().equals(List.of(Heading.values()))) {
            throw new IllegalArgumentException("the page of " + id + " has not all headings in their order");
        }
    }

    /**
     * The page of finding {@code id}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Explanation of(String id) {
        return READ.computeIfAbsent(id, Explanation::read);
    }

    private static Explanation read(String id) {
        try (InputStream page = Check.class.getResourceAsStream(id + ".md")) {
            if (page == null) {
                throw new IllegalArgumentException("no page for " + id);
            }
            return parse(id, new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + id, e);
        }
    }

    /**
     * Reads a page in the form that the package describes.
     *
     * @throws IllegalArgumentException when it has another form; the message says what, and in which line
     */
    public static Explanation parse(String id, String page) {
        return new PageParser(id).explanation(page);
    }

    public Part part(Heading heading) {
        return parts.stream()
                .filter(part -> part.heading() == heading)
                .findFirst()
                .orElseThrow();
    }
}
