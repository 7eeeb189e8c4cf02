package io.github.espial.correlate.shape;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of an SA without looking into it: something, or it is not listed.
 *
 * @param sa which
 * @param carries what its packets look like, in no more than one way each
 * @param answeredBy the SA of the other direction whose packets answer, as times tell; empty where several may, or none
 */
public record SaShape(OuterSa sa, List<Carried> carries, Optional<Spi> answeredBy) {
    public SaShape {
        carries = List.copyOf(carries);
    }

    /** What is sent in vain. */
    public List<Carried> inVain() {
        return carries.stream().filter(one -> one.likeness().isInVain()).toList();
    }
}
