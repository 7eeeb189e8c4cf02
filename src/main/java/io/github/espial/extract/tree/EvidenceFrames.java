package io.github.espial.extract.tree;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.Frame;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.ProvenWay;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.FrameReference;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the captures of a case once more for the frames that its evidence names. */
public final class EvidenceFrames {
    /** Frames at the most: those of the worst findings come first. */
    static final int MOST = 60;

    private final HeaderReader headers = new HeaderReader();
    private final Map<FrameReference, Set<String>> named = new LinkedHashMap<>();
    private final Map<FrameReference, FrameTree> read = new TreeMap<>();

    private EvidenceFrames(CaseReport report, Predicate<FrameReference> isAsked) {
        for (Finding finding : report.findings()) {
            name(finding.id(), finding.proof().evidence(), isAsked);
        }
        for (ProvenWay way : report.judgment().proof()) {
            name(report.verdict().toString(), way.proof().evidence(), isAsked);
        }
    }

    private void name(String whatFor, List<Evidence> evidence, Predicate<FrameReference> isAsked) {
        for (Evidence one : evidence) {
            for (FrameReference frame : one.frames()) {
                if (isAsked.test(frame) && (named.size() < MOST || named.containsKey(frame))) {
                    named.computeIfAbsent(frame, key -> new LinkedHashSet<>()).add(whatFor + ": " + one.text());
                }
            }
        }
    }

    /**
     * The frames in their order, at most {@value #MOST}; those of captures that cannot be read twice, or were scanned
     * before, are missing.
     *
     * @param sources the captures of {@code report}
     * @throws CaptureException when one cannot be read any more
     */
    public static List<FrameTree> of(List<CaptureSource> sources, CaseReport report) throws IOException {
        return new EvidenceFrames(report, frame -> true).in(sources);
    }

    /**
     * The first {@value #MOST} of {@code asked} in their order, whether they prove anything or not; those that are not there,
     * or in captures that cannot be read twice, are missing.
     *
     * @param sources the captures of {@code report}
     * @throws CaptureException when one cannot be read any more
     */
    public static List<FrameTree> of(List<CaptureSource> sources, CaseReport report, Set<FrameReference> asked)
            throws IOException {
        EvidenceFrames frames = new EvidenceFrames(report, asked::contains);
        for (FrameReference frame : asked) {
            if (frames.named.size() < MOST) {
                frames.named.computeIfAbsent(frame, key -> new LinkedHashSet<>());
            }
        }
        return frames.in(sources);
    }

    private List<FrameTree> in(List<CaptureSource> sources) throws CaptureException {
        for (int capture = 0; capture < sources.size(); capture++) {
            read(capture, sources.get(capture));
        }
        return List.copyOf(read.values());
    }

    private void read(int capture, CaptureSource source) throws CaptureException {
        boolean isConcerned = named.keySet().stream().anyMatch(frame -> frame.capture() == capture);
        if (isConcerned && source.isRepeatable() && source.hasFrames()) {
            CaptureReader.read(
                    source, frame -> take(new FrameReference(capture, frame.number()), frame), ReadProgress.NONE);
        }
    }

    private void take(FrameReference reference, Frame frame) {
        if (named.containsKey(reference)) {
            HeaderReader.Headers found = headers.read(frame);
            read.put(
                    reference,
                    new FrameTree(
                            reference,
                            frame.hasTime() ? OptionalLong.of(frame.nanos()) : OptionalLong.empty(),
                            frame.originalLength(),
                            List.copyOf(Objects.requireNonNull(named.get(reference))),
                            found.headers(),
                            found.rest()));
        }
    }
}
