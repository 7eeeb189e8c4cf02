package io.github.espial.capture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a capture is and says about itself, known when it has been read.
 *
 * @param name as the user knows it
 * @param file that it was read from; empty for one that is running
 * @param frames records that hold a frame, those included that were too damaged to deliver
 * @param interfaces in the order of their ids
 * @param names from Name Resolution Blocks, in the order of the file
 * @param comments in the order of the file
 * @param problems in the order of the file; the last says how many more there were, if there were too many to keep
 */
public record CaptureSummary(
        String name,
        Optional<CaptureFile> file,
        long frames,
        List<CaptureInterface> interfaces,
        List<ResolvedName> names,
        List<CaptureComment> comments,
        List<CaptureProblem> problems) {
    public CaptureSummary {
        interfaces = List.copyOf(interfaces);
        names = List.copyOf(names);
        comments = List.copyOf(comments);
        problems = List.copyOf(problems);
    }

    /** SHA-256 of the file as stored; empty where there is none, or it changed while it was read. */
    public Optional<String> sha256() {
        return file.flatMap(CaptureFile::sha256);
    }

    /** Frames of which the capture holds only the beginning. */
    public long truncatedFrames() {
        return interfaces.stream().mapToLong(CaptureInterface::truncatedFrames).sum();
    }

    /** Frames that the capture says it lost, over all interfaces that say so; empty when none does. */
    public OptionalLong dropped() {
        return interfaces.stream()
                .map(CaptureInterface::dropped)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Saturating::add);
    }
}
