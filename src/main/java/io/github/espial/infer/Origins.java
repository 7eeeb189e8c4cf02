package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells by the time to live whose packets begin at a MAC: a host's are as fresh as it made them, a router's have lost one.
 *
 * <p>A host may have any number of addresses: virtual machines behind a bridge share the MAC of its card.
 */
final class Origins {
    /** Up to here a host sends packets itself: to trace a path, or to stay on the link. */
    private static final int SHORT_LIVED = 32;

    private final Set<MacAddress> fresh = new HashSet<>();
    private final Set<MacAddress> forwarding = new HashSet<>();

    Origins(Facts facts) {
        facts.talks()
                .forEach(talk -> talk.hop().source().ifPresent(mac -> {
                    if (talk.isFresh()) {
                        fresh.add(mac);
                    }
                    boolean isForwarded = !talk.isFresh() && talk.greatestHops() > SHORT_LIVED;
                    if (isForwarded && !talk.source().isLinkLocal()) {
                        forwarding.add(mac);
                    }
                }));
    }

    /** Whether all that {@code mac} was seen to send is as fresh as a host makes it: then it forwards for nobody. */
    boolean isHost(MacAddress mac) {
        return fresh.contains(mac) && !forwarding.contains(mac) && !mac.isVirtualRouter();
    }
}
