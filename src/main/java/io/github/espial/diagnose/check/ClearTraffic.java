package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What servers send outside of any tunnel to addresses that a remedy would reroute. */
final class ClearTraffic {
    /** Destinations that a remedy names. */
    private static final int NAMED = 3;

    private ClearTraffic() {}

    /** One clause for each destination in {@code networks} that is reached by another next hop than {@code proper} today. */
    static List<String> movedBy(Case facts, List<IpPrefix> networks, Station proper) {
        if (networks.isEmpty()) {
            return List.of();
        }
        Set<MacAddress> cards = facts.topology().cards();
        TreeMap<IpAddress, Long> frames = new TreeMap<>();
        facts.conclusions()
                .facts()
                .talks()
                .filter(talk -> talk.traffic() == Traffic.PLAIN
                        && talk.hop().source().filter(cards::contains).isPresent()
                        && networks.stream().anyMatch(network -> network.contains(talk.destination()))
                        && isElsewhere(talk, proper))
                .forEach(talk -> frames.merge(talk.destination(), talk.span().frames(), Long::sum));
        return frames.entrySet().stream()
                .limit(NAMED)
                .map(entry -> "beware: " + entry.getKey() + " is sent to in the clear, by another next hop ("
                        + Wording.frames(entry.getValue()) + "), and will move too")
                .toList();
    }

    private static boolean isElsewhere(Talk talk, Station proper) {
        return talk.hop().destination().isPresent()
                && proper.mac().isPresent()
                && !talk.hop().destination().equals(proper.mac());
    }
}
