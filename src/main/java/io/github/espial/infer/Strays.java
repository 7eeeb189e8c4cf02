package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a next hop from a destination MAC that no station may have. One damaged octet is enough to make one up, so that
 * few frames for a MAC of which nothing else is seen prove no route.
 */
final class Strays {
    /** Frames up to here may be damaged ones; a route in use soon takes more. */
    private static final long FEW = 3;

    private Strays() {}

    /** Whether {@code router} claims no address, sends no packet, and takes a few packets at the most. */
    static boolean isStray(Router router, Facts facts) {
        Set<MacAddress> macs = new HashSet<>(router.macs());
        return router.addresses().isEmpty()
                && facts.talks()
                        .noneMatch(talk ->
                                talk.hop().source().filter(macs::contains).isPresent())
                && taken(macs, facts.talks()) <= FEW;
    }

    private static long taken(Set<MacAddress> macs, Stream<Talk> talks) {
        return talks.filter(
                        talk -> talk.hop().destination().filter(macs::contains).isPresent())
                .map(Talk::span)
                .mapToLong(Span::frames)
                .sum();
    }
}
