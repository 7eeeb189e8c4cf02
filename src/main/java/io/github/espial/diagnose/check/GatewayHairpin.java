package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Relay;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;

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
        return facts.conclusions().relays().stream()
                .filter(relay -> relay.talk().traffic().isProtected())
                .filter(relay -> isOnSameSegment(facts, relay))
                .map(relay -> describe(facts, relay))
                .toList();
    }

    private static boolean isOnSameSegment(Case facts, Relay relay) {
        return relay.talk().hop().destination().isPresent()
                && facts.topology().paths().stream()
                        .anyMatch(path -> path.outbound()
                                && path.peer().equals(relay.peer())
                                && path.hop().point().equals(relay.talk().hop().point())
                                && path.hop().vlans().equals(relay.talk().hop().vlans())
                                && path.hop()
                                        .destination()
                                        .equals(relay.talk().hop().source()));
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
