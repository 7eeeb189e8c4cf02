package io.github.espial.routing;

import io.github.espial.context.SaCount;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Puts counters of SAs of one direction together to those of tunnels. */
final class CountsOfPairs {
    private final Set<IpAddress> ends;

    /** @param ends addresses of the machine that counts */
    CountsOfPairs(Set<IpAddress> ends) {
        this.ends = ends;
    }

    /**
     * Counters of SAs of one direction, put together by the ends: what comes from a far end is in. Where there is an SA
     * of one direction only, the other was left out of the file, and nothing is known of it.
     */
    List<SaCount> paired(List<SaCount> counts) {
        List<SaCount> paired = new ArrayList<>();
        Map<IpAddress, SaCount> byPeer = new LinkedHashMap<>();
        Set<IpAddress> sentTo = new HashSet<>();
        Set<IpAddress> receivedFrom = new HashSet<>();
        for (SaCount count : counts) {
            if (count.in().isPresent()
                    || count.local().isEmpty()
                    || count.remote().isEmpty()) {
                paired.add(count);
                continue;
            }
            boolean isOut = ends.contains(count.local().get());
            boolean isIn = ends.contains(count.remote().get());
            if (isOut != isIn) {
                IpAddress peer = isOut ? count.remote().get() : count.local().get();
                (isOut ? sentTo : receivedFrom).add(peer);
                OptionalLong none = OptionalLong.of(0);
                SaCount turned = new SaCount(
                        count.line(),
                        count.name(),
                        isOut ? count.local() : count.remote(),
                        Optional.of(peer),
                        count.unit(),
                        isOut ? none : count.out(),
                        isOut ? count.out() : none);
                byPeer.merge(peer, turned, CountsOfPairs::sum);
            }
        }
        byPeer.forEach((peer, count) -> {
            if (sentTo.contains(peer) && receivedFrom.contains(peer)) {
                paired.add(count);
            }
        });
        return paired;
    }

    private static SaCount sum(SaCount one, SaCount other) {
        return new SaCount(
                one.line(),
                one.name(),
                one.local(),
                one.remote(),
                one.unit(),
                OptionalLong.of(one.in().orElse(0) + other.in().orElse(0)),
                OptionalLong.of(one.out().orElse(0) + other.out().orElse(0)));
    }
}
