package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A next hop that kept its address and changed its MAC: a failover. See the page {@code next-hop-mac-changed}. */
public final class NextHopMacChanged implements Check {
    @Override
    public String id() {
        return "next-hop-mac-changed";
    }

    @Override
    public String summary() {
        return "a next hop kept its address and changed its MAC";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Map<IpAddress, Map<MacAddress, Span>> claims = new TreeMap<>();
        for (NextHop hop : facts.topology().nextHops()) {
            for (IpAddress address : hop.addresses()) {
                claims.computeIfAbsent(address, key -> new TreeMap<>());
            }
        }
        for (Claim claim : facts.conclusions().facts().claims()) {
            Map<MacAddress, Span> ofAddress = claims.get(claim.address());
            if (ofAddress != null
                    && claim.kind() != Claim.Kind.LINK_MULTICAST
                    && claim.span().hasTime()) {
                ofAddress.merge(claim.mac(), claim.span(), Span::plus);
            }
        }
        List<Finding> findings = new ArrayList<>();
        claims.forEach((address, byMac) -> findings.addAll(examine(address, byMac)));
        return findings;
    }

    private List<Finding> examine(IpAddress address, Map<MacAddress, Span> claims) {
        List<Map.Entry<MacAddress, Span>> inOrder = new ArrayList<>(claims.entrySet());
        inOrder.sort((one, other) ->
                Long.compare(one.getValue().firstNanos(), other.getValue().firstNanos()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            Map.Entry<MacAddress, Span> before = inOrder.get(i - 1);
            Map.Entry<MacAddress, Span> after = inOrder.get(i);
            if (before.getValue().lastNanos() < after.getValue().firstNanos()) {
                findings.add(describe(address, before, after));
            }
        }
        return findings;
    }

    private Finding describe(IpAddress address, Map.Entry<MacAddress, Span> before, Map.Entry<MacAddress, Span> after) {
        String text = "the router " + address + " was at " + before.getKey() + " and is at " + after.getKey()
                + " since frame " + after.getValue().firstFrame().number()
                + "; it is the same next hop, so this alone is no misrouting";
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "next hop " + address + " changed its MAC",
                        text,
                        List.of(evidence(address, before), evidence(address, after)))
                .between(station(address, after), Optional.empty())
                .movedFrom(station(address, before).orElseThrow());
    }

    private static Optional<Station> station(IpAddress address, Map.Entry<MacAddress, Span> claim) {
        return Optional.of(new Station(Optional.of(claim.getKey()), Optional.of(address)));
    }

    private static Evidence evidence(IpAddress address, Map.Entry<MacAddress, Span> claim) {
        String text = claim.getKey() + " claims " + address + " in " + Wording.where(claim.getValue());
        String filter = address.version() == 4
                ? "arp.src.proto_ipv4 == " + address + " && arp.src.hw_mac == " + claim.getKey()
                : "icmpv6.nd.na.target_address == " + address + " && " + Filters.comingFrom(claim.getKey());
        return Evidence.seen("claim", text, 0, claim.getValue(), filter);
    }
}
