package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Station;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.IcmpNotice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * ICMP redirects for a peer: the gateway itself says that another router is the right one (RFC 792, RFC 4861 §4.5). See
 * the page {@code gateway-redirected}.
 */
public final class GatewayRedirected implements Check {
    @Override
    public String id() {
        return "gateway-redirected";
    }

    @Override
    public String summary() {
        return "a gateway sent ICMP redirects for a peer: it says that another router is the right one";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream()
                .flatMap(peer -> NoticeGroup.of(facts.conclusions()
                                .facts()
                                .noticesFor(peer.address())
                                .filter(notice -> notice.isRedirect() && isAbout(notice, peer)))
                        .stream()
                        .map(group -> describe(peer, group, isBelievable(facts, peer, group))))
                .toList();
    }

    private static boolean isAbout(IcmpNotice notice, Peer peer) {
        return notice.quotedSource().equals(peer.server())
                || notice.quotedSource().isUnspecified();
    }

    /** Whether the sender took packets of the server's for the peer, as far as any were seen: others may be forgers. */
    private static boolean isBelievable(Case facts, Peer peer, NoticeGroup notice) {
        Set<MacAddress> takers = facts.conclusions().paths(peer).stream()
                .filter(OuterPath::outbound)
                .flatMap(path -> path.hop().destination().stream())
                .collect(Collectors.toSet());
        Optional<MacAddress> sender = notice.sender().mac();
        return takers.isEmpty()
                || sender.isEmpty()
                || takers.contains(sender.get())
                || takers.stream().anyMatch(taker -> areOneRouter(facts.topology(), taker, sender.get()));
    }

    private static boolean areOneRouter(Topology topology, MacAddress one, MacAddress other) {
        List<IpAddress> addresses =
                topology.nextHop(other).map(NextHop::addresses).orElse(List.of());
        return topology.nextHop(one).stream()
                .flatMap(hop -> hop.addresses().stream())
                .anyMatch(addresses::contains);
    }

    private Finding describe(Peer peer, NoticeGroup notice, boolean isBelievable) {
        IpAddress better = notice.gateway().orElseThrow();
        String text = notice.address() + " sent " + Wording.frames(notice.span().frames())
                + " of ICMP redirect: packets for " + peer.address() + " should go to " + better + ", not to itself"
                + (isBelievable ? "" : ". No such packet was seen going to it, so the redirect may be forged");
        String filter = better.version() == 4
                ? "icmp.type == 5 && icmp.redir_gw == " + better
                : "icmpv6.type == 137 && icmpv6.rd.na.target_address == " + better;
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        notice.address() + " redirects packets for " + peer.address() + " to " + better,
                        text,
                        List.of(Evidence.seen("icmp-redirect", text, 0, notice.span(), filter)))
                .about(peer.address())
                .between(Optional.of(notice.sender()), Optional.of(new Station(Optional.empty(), Optional.of(better))))
                .over(notice.span(), notice.spis(), false);
    }
}
