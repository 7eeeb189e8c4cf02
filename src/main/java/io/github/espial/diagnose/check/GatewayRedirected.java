package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.IcmpNotice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<Finding> findings = new ArrayList<>();
        for (Peer peer : facts.peers()) {
            List<NoticeGroup> groups = NoticeGroup.of(facts.conclusions()
                    .facts()
                    .noticesFor(peer.address())
                    .filter(notice -> notice.isRedirect() && isAbout(notice, peer)));
            Set<String> believed = groups.isEmpty() ? Set.of() : believed(peer);
            groups.forEach(group -> findings.add(describe(peer, group, believed)));
        }
        return findings;
    }

    private static boolean isAbout(IcmpNotice notice, Peer peer) {
        return notice.quotedSource().equals(peer.server())
                || notice.quotedSource().isUnspecified();
    }

    /** Filters of what the judgement took as the word of a router that took such packets: others may be forgers. */
    private static Set<String> believed(Peer peer) {
        Set<String> filters = new HashSet<>();
        for (Evidence one : peer.evidence()) {
            if (one.kind().equals("icmp-redirect")) {
                one.displayFilter().ifPresent(filters::add);
            }
        }
        return filters;
    }

    private Finding describe(Peer peer, NoticeGroup notice, Set<String> believed) {
        IpAddress better = notice.gateway().orElseThrow();
        String filter = Filters.redirectingTo(better);
        String text = notice.address() + " sent " + Wording.frames(notice.span().frames())
                + " of ICMP redirect: packets for " + peer.address() + " should go to " + better + ", not to itself"
                + (believed.contains(filter)
                        ? ""
                        : ". No such packet was seen going to it, so the redirect may be forged");
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
