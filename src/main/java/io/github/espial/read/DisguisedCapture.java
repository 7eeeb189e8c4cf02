package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.DisguisedFrames;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.Disguise;
import io.github.espial.store.ReadProgress;
import java.util.List;
import java.util.Optional;

/** Reads a capture in disguise: nothing of what it says leaves here but what the disguise lets pass. */
record DisguisedCapture<P>(FrameCollector<P> collector, Disguise disguise) implements FrameCollector<P> {
    static <P> CaptureSummary read(
            CaptureSource.Disguised source, FrameCollector<P> collector, Division division, ReadProgress progress)
            throws CaptureException {
        try {
            CaptureSummary read = CaptureReader.read(
                    source.of(), new DisguisedCapture<>(collector, source.disguise()), division, progress);
            return disguised(source, read);
        } catch (CaptureException e) {
            CaptureException disguised = new CaptureException(source.name(), e.offset(), e.reason());
            disguised.initCause(e);
            throw disguised;
        }
    }

    /** Resolved names and comments are a stranger's words; the digest would tell which file it was. */
    private static CaptureSummary disguised(CaptureSource.Disguised source, CaptureSummary read) {
        return new CaptureSummary(
                source.name(),
                read.file()
                        .map(file ->
                                new CaptureFile(file.format(), file.compression(), file.bytes(), Optional.empty())),
                read.frames(),
                read.interfaces().stream()
                        .map(of -> disguised(of, source.disguise()))
                        .toList(),
                List.of(),
                List.of(),
                read.problems());
    }

    private static CaptureInterface disguised(CaptureInterface of, Disguise disguise) {
        return new CaptureInterface(
                of.id(),
                of.linkType(),
                of.snapLength(),
                of.timestampDigits(),
                InterfaceDescription.named(of.name().map(disguise::interfaceName)),
                of.frames(),
                of.truncatedFrames(),
                of.dropped());
    }

    @Override
    public P supply() {
        return collector.supply();
    }

    @Override
    public FrameSink accumulator(P piece) {
        return new DisguisedFrames(collector.accumulator(piece), disguise.frames());
    }

    @Override
    public void combine(P piece, long numbers) {
        collector.combine(piece, numbers);
    }
}
