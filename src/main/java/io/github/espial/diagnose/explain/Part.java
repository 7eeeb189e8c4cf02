package io.github.espial.diagnose.explain;

import java.util.List;

/**
 * What a page says under one heading.
 *
 * @param passages in their order, at least one
 */
public record Part(Heading heading, List<Passage> passages) {
    public Part {
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("nothing under the heading " + heading);
        }
    }
}
