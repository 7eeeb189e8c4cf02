package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Span;
import java.util.List;

/** Packets that the capture holds again, right after themselves. See the page {@code captured-twice}. */
public final class CapturedTwice implements Check {
    /** A few copies are a network's, or chance. */
    private static final long FEWEST_COPIES = 5;

    /** Copies among the frames of an SA from which on they are no exceptions: it is half where each packet has one. */
    private static final double LEAST_SHARE = 0.4;

    /** Beyond five times each it is not a tool that repeats packets but a sender that repeats one number. */
    private static final double GREATEST_SHARE = 0.8;

    @Override
    public String id() {
        return "captured-twice";
    }

    @Override
    public String summary() {
        return "packets are in the capture twice";
    }

    @Override
    public List<Finding> examine(Case facts) {
        List<SaTalk> copied = facts.conclusions().facts().sas().stream()
                .filter(CapturedTwice::isCopied)
                .toList();
        if (copied.isEmpty()) {
            return List.of();
        }
        long copies =
                copied.stream().mapToLong(talk -> talk.sequence().copies()).sum();
        Span span = copied.stream().map(SaTalk::span).reduce(Span::plus).orElseThrow();
        String text = copies + " of " + Wording.frames(span.frames()) + " bear the sequence number of the frame right"
                + " before them, at the same moment and on the same link: the capture holds packets twice. That is no"
                + " replay; only counts are too high";
        return List.of(Finding.of(
                id(),
                Severity.INFO,
                "packets are in the capture twice",
                text,
                List.of(Evidence.seen(
                        "copies", "sequence numbers repeat, " + Wording.where(span), 0, span, "esp || ah"))));
    }

    private static boolean isCopied(SaTalk talk) {
        long copies = talk.sequence().copies();
        double share = (double) copies / talk.span().frames();
        return copies >= FEWEST_COPIES && share >= LEAST_SHARE && share <= GREATEST_SHARE;
    }
}
