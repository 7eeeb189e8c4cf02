package io.github.espial.diagnose.check;

import io.github.espial.correlate.shape.Carried;
import io.github.espial.correlate.shape.Likeness;
import io.github.espial.correlate.shape.SaShape;
import io.github.espial.diagnose.Case;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What goes out looks as if it were sent again and again without answer: a sign that it does not arrive. An estimate, so it
 * has no weight.
 */
final class SentInVain {
    /** Pieces of evidence of one finding. */
    private static final int MOST = 4;

    private SentInVain() {}

    /** In the SAs from one host to another that are wanted. */
    static List<Evidence> of(Case facts, IpAddress source, IpAddress destination, Predicate<Spi> isWanted) {
        List<Evidence> evidence = new ArrayList<>();
        for (SaShape shape : facts.inside().shapes()) {
            boolean isOfThese = shape.sa().source().equals(source)
                    && shape.sa().destination().equals(destination)
                    && isWanted.test(shape.sa().spi());
            if (isOfThese) {
                shape.inVain().forEach(one -> evidence.add(evidence(shape, one)));
            }
        }
        return evidence.subList(0, Math.min(MOST, evidence.size()));
    }

    private static Evidence evidence(SaShape shape, Carried one) {
        boolean isPing = one.likeness() == Likeness.UNANSWERED_PING;
        String text =
                Wording.frames(one.span().frames()) + " of SPI " + shape.sa().spi() + " look like "
                        + (isPing
                                ? "a ping without answer: one a second, of one length, and none of that length comes back"
                                : "connection attempts or requests sent again and again: of one length, at intervals that"
                                        + " double, and nothing comes back in between");
        return Evidence.seen(
                isPing ? "ping-into-void" : "retransmission-into-void",
                text,
                0,
                one.span(),
                Filters.ofSpis(
                        "ESP",
                        List.of(shape.sa().spi()),
                        shape.sa().source(),
                        shape.sa().destination()));
    }
}
