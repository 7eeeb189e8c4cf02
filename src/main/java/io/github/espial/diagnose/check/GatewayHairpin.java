package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Relay;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A gateway that puts the server's ESP back on the segment it came from: it works, by a detour. See the page {@code
 * gateway-hairpin}.
 */
public final class GatewayHairpin implements Check {
    @Override
    public String id() {
        return FindingId.GATEWAY_HAIRPIN;
    }

    @Override
    public String summary() {
        return "a gateway forwarded ESP back onto the same segment";
    }

    @Override
    public List<Finding> examine(Case facts) {
        if (facts.conclusions().relays().isEmpty()) {
            return List.of();
        }
        Set<List<Object>> handed = new HashSet<>();
        for (OuterPath path : facts.topology().paths()) {
            if (path.outbound()) {
                handed.add(place(path.peer(), path.hop(), path.hop().destination()));
            }
        }
        return facts.conclusions().relays().stream()
                .filter(relay -> relay.talk().traffic().isProtected())
                .filter(relay -> relay.talk().hop().destination().isPresent())
                .filter(relay -> handed.contains(place(
                        relay.peer(), relay.talk().hop(), relay.talk().hop().source())))
                .map(relay -> describe(facts, relay))
                .toList();
    }

    /** On which segment a station has packets for a peer. */
    private static List<Object> place(IpAddress peer, Hop hop, Optional<MacAddress> station) {
        return List.of(peer, hop.point(), hop.vlans(), station);
    }

    private Finding describe(Case facts, Relay relay) {
        MacAddress giver = relay.talk().hop().source().orElseThrow();
        MacAddress taker = relay.talk().hop().destination().orElseThrow();
        Station from = station(facts, relay.peer(), giver);
        Station to = station(facts, relay.peer(), taker);
        String text = from + " forwarded " + Wording.frames(relay.talk().span().frames()) + " of "
                + facts.protocol(relay.peer()) + " for "
                + relay.peer() + " to " + to + " on the segment they came from";
        String filter = Filters.protectedFromTo(relay.server(), relay.peer()) + " && "
                + Filters.and(Filters.comingFrom(giver), Filters.handedTo(taker));
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        from + " sends " + facts.protocol(relay.peer()) + " for " + relay.peer() + " back to " + to,
                        text,
                        List.of(Evidence.seen(
                                "forwarded-copy", text, 0, relay.talk().span(), filter)))
                .about(relay.peer())
                .between(Optional.of(from), Optional.of(to))
                .over(relay.talk().span(), List.of(), false);
    }

    private static Station station(Case facts, IpAddress peer, MacAddress mac) {
        return facts.topology()
                .nextHop(mac)
                .map(hop -> hop.station(peer))
                .orElseGet(() -> new Station(Optional.of(mac), Optional.empty()));
    }
}
