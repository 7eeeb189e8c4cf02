package io.github.espial.correlate;

import io.github.espial.bytes.Deadline;
import io.github.espial.capture.CaptureException;
import io.github.espial.correlate.align.Aligned;
import io.github.espial.correlate.align.AlignedFlow;
import io.github.espial.correlate.align.Alignments;
import io.github.espial.correlate.align.BothSides;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.observe.tally.Observations;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Another pass over a case whose captures show both sides of a gateway: tells which flow in the clear went into which SA,
 * where keys did not tell. Other captures are not read again, nor can a stream be.
 */
public final class AlignScan {
    private AlignScan() {}

    /**
     * What is known, with what aligning adds.
     *
     * @param seen what the first pass saw of {@code sources}
     * @param known what keys told
     * @param how with the window of the first pass, by the clock of the case
     * @param deadline after which that is not begun
     * @throws CaptureException when a capture cannot be read any more
     */
    public static TunnelContents of(
            List<CaptureSource> sources, Observations seen, TunnelContents known, Reading how, Deadline deadline)
            throws CaptureException {
        Optional<BothSides> sides = BothSides.of(seen);
        if (sides.isEmpty()) {
            return known;
        }
        for (CaptureSource source : sources) {
            if (!source.hasFrames()) {
                return known.noting("which flow went into which SA: of " + source.name()
                        + " there is only a scan; give the capture itself");
            }
            if (!source.isRepeatable()) {
                return known.noting("which flow went into which SA: standard input, pipes and running captures can be"
                        + " read only once; give a file");
            }
        }
        if (deadline.isOver()) {
            return known.noting("which flow went into which SA: the time was up (--max-time) before it was looked at");
        }
        Set<OuterSa> opened = new HashSet<>();
        known.opened().forEach(one -> opened.add(one.sa()));
        Aligned aligned = Alignments.of(sources, seen, sides.get(), opened, how);
        List<Flow> flows = new ArrayList<>(known.flows());
        aligned.flows().forEach(flow -> flows.add(flow(flow)));
        TunnelContents all = known.withFlows(flows);
        for (Aligned.Alike alike : aligned.alike()) {
            all = all.noting("which of " + alike.pairs() + " pairs of hosts went into ESP " + alike.sa()
                    + ": their packets in the clear look alike");
        }
        if (aligned.isGivenUp()) {
            all = all.noting(
                    "what was inside ESP: too many packets of one length pass at a time to align them; take a part"
                            + " of the capture with --from and --to");
        }
        return aligned.leftOut() > 0
                ? all.noting("what was inside ESP: " + aligned.leftOut()
                        + " packets were too many to align; take a part of the capture with --from and --to")
                : all;
    }

    private static Flow flow(AlignedFlow flow) {
        return new Flow(
                flow.sa(),
                InnerPacket.Carriage.TUNNEL,
                flow.inner(),
                flow.hop().source(),
                flow.hop().destination(),
                flow.span(),
                Match.ALIGNED,
                flow.probability());
    }
}
