package io.github.espial.infer;

import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something that speaks for a conclusion, and where a reader can see it without this program.
 *
 * @param kind what sort of evidence, in kebab case
 * @param text one sentence with the values seen, no trailing period
 * @param weight log-odds (natural) that it adds to the conclusion; negative speaks against it, 0 only illustrates
 * @param frames frames that show it, few, in order
 * @param displayFilter a Wireshark display filter that selects them all
 */
public record Evidence(
        String kind, String text, double weight, List<FrameReference> frames, Optional<String> displayFilter) {
    public Evidence {
        frames = List.copyOf(frames);
    }

    /** Evidence that no frame of the capture shows, for example what the user stated. */
    public static Evidence stated(String kind, String text, double weight) {
        return new Evidence(kind, text, weight, List.of(), Optional.empty());
    }

    /** Evidence in the frames of {@code span}, of which the first and the last are named. */
    public static Evidence seen(String kind, String text, double weight, Span span, String displayFilter) {
        List<FrameReference> ends = span.firstFrame().equals(span.lastFrame())
                ? List.of(span.firstFrame())
                : List.of(span.firstFrame(), span.lastFrame());
        return new Evidence(kind, text, weight, ends, Optional.of(displayFilter));
    }

    public Evidence withWeight(double other) {
        return new Evidence(kind, text, other, frames, displayFilter);
    }
}
