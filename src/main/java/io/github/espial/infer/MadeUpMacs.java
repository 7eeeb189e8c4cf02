package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells a next hop from a destination MAC that no station may have. One damaged octet is enough to make one up, so that
 * few frames for a MAC of which nothing else is seen prove no route.
 */
final class MadeUpMacs {
    /** Frames up to here may be damaged ones; a route in use soon takes more. */
    private static final long FEW = 3;

    private final Set<MacAddress> senders = new HashSet<>();
    private final Map<MacAddress, Long> taken = new HashMap<>();

    MadeUpMacs(Facts facts) {
        facts.talks().forEach(talk -> {
            talk.hop().source().ifPresent(senders::add);
            talk.hop()
                    .destination()
                    .ifPresent(mac -> taken.merge(mac, talk.span().frames(), Long::sum));
        });
    }

    /** Whether {@code router} claims no address, sends no packet, and takes a few packets at the most. */
    boolean mayBe(Router router) {
        return router.addresses().isEmpty()
                && router.macs().stream().noneMatch(senders::contains)
                && router.macs().stream()
                                .mapToLong(mac -> taken.getOrDefault(mac, 0L))
                                .sum()
                        <= FEW;
    }
}
