package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells cards that only forward what others had sent from the same address. All cards are held against all others by what
 * the others did at most, so that each talk is looked at twice, however many cards there are.
 */
final class Forwarding {
    private final Map<Kind, Others> kinds = new HashMap<>();
    private final boolean isAlone;

    /** @param byCard what was sent from one address, by the card that sent it */
    Forwarding(Map<MacAddress, List<Talk>> byCard) {
        this.isAlone = byCard.size() == 1;
        if (!isAlone) {
            byCard.forEach((mac, talks) -> talks.forEach(talk ->
                    kinds.computeIfAbsent(Kind.of(talk), kind -> new Others()).take(mac, talk)));
        }
    }

    /** Whether all that a card sends is what another had sent before: to this one, or with a higher time to live. */
    boolean forwardsAll(MacAddress mac, List<Talk> fromCard) {
        if (isAlone) {
            return false;
        }
        for (Talk talk : fromCard) {
            Others others = kinds.get(Kind.of(talk));
            if (others == null || !(others.mostHopsBut(mac) > talk.greatestHops() || others.handedTo.contains(mac))) {
                return false;
            }
        }
        return true;
    }

    /** What all cards do with one kind of traffic for one host. */
    private static final class Others {
        private static final int NONE = -1;

        /** Cards that another handed such packets to. */
        private final Set<MacAddress> handedTo = new HashSet<>();

        private long freshest = MacAddress.NONE;
        private int most = NONE;
        private int mostOfOthers = NONE;

        void take(MacAddress mac, Talk talk) {
            if (mac.octets() == freshest) {
                most = Math.max(most, talk.greatestHops());
            } else if (talk.greatestHops() > most) {
                mostOfOthers = most;
                most = talk.greatestHops();
                freshest = mac.octets();
            } else {
                mostOfOthers = Math.max(mostOfOthers, talk.greatestHops());
            }
            talk.hop().destination().filter(taker -> !taker.equals(mac)).ifPresent(handedTo::add);
        }

        int mostHopsBut(MacAddress mac) {
            return mac.octets() == freshest ? mostOfOthers : most;
        }
    }

    private record Kind(Traffic traffic, IpAddress destination) {
        static Kind of(Talk talk) {
            return new Kind(talk.traffic(), talk.destination());
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Kind kind && kind.traffic == traffic && kind.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * traffic.hashCode() + destination.hashCode();
        }
    }
}
