package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.observe.IcmpNotice;
import java.util.List;
import java.util.Optional;

/**
 * ICMP errors that quote ESP for a peer: a router says that it did not deliver it. See the page {@code
 * gateway-rejected}.
 */
public final class GatewayRejected implements Check {
    private static final int UNREACHABLE_V4 = 3;
    private static final int FRAGMENTATION_NEEDED = 4;
    private static final int TIME_EXCEEDED_V4 = 11;
    private static final int UNREACHABLE_V6 = 1;
    private static final int TIME_EXCEEDED_V6 = 3;

    /** Codes of type 3 by number (RFC 792, RFC 1812 §5.2.7.1). */
    private static final List<String> CODES_V4 = List.of(
            "network unreachable",
            "host unreachable",
            "protocol unreachable",
            "port unreachable",
            "fragmentation needed",
            "source route failed",
            "destination network unknown",
            "destination host unknown",
            "source host isolated",
            "network administratively prohibited",
            "host administratively prohibited",
            "network unreachable for this service",
            "host unreachable for this service",
            "communication administratively prohibited",
            "host precedence violation",
            "precedence cutoff");

    /** Codes of type 1 by number (RFC 4443 §3.1). */
    private static final List<String> CODES_V6 = List.of(
            "no route to destination",
            "communication administratively prohibited",
            "beyond scope of source address",
            "address unreachable",
            "port unreachable",
            "source address failed policy",
            "reject route to destination");

    @Override
    public String id() {
        return "gateway-rejected";
    }

    @Override
    public String summary() {
        return "an ICMP error that quotes ESP for a peer came back";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream()
                .flatMap(peer -> NoticeGroup.of(facts.conclusions()
                                .facts()
                                .noticesFor(peer.address())
                                .filter(notice -> isRejection(notice) && isAbout(notice, peer)))
                        .stream()
                        .map(group -> describe(facts.protocol(peer), peer, group)))
                .toList();
    }

    private static boolean isAbout(IcmpNotice notice, Peer peer) {
        return notice.quoted().isProtected() && notice.quotedSource().equals(peer.server());
    }

    /** Packets that are too big are another matter: that router would forward smaller ones. */
    private static boolean isRejection(IcmpNotice notice) {
        if (notice.isRedirect()) {
            return false;
        }
        boolean isV4 = notice.sender().version() == 4;
        return isV4
                ? (notice.type() == UNREACHABLE_V4 && notice.code() != FRAGMENTATION_NEEDED)
                        || notice.type() == TIME_EXCEEDED_V4
                : notice.type() == UNREACHABLE_V6 || notice.type() == TIME_EXCEEDED_V6;
    }

    private Finding describe(String protocol, Peer peer, NoticeGroup notice) {
        String reason = reason(notice);
        String text = notice.address() + " sent " + Wording.frames(notice.span().frames()) + " of ICMP error \""
                + reason + "\" that quote " + protocol + " for " + peer.address() + ": it does not deliver them";
        String filter = (peer.address().version() == 4 ? "icmp.type == " : "icmpv6.type == ") + notice.type() + " && "
                + Filters.field(notice.address()) + ".src == " + notice.address();
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        notice.address() + " rejects " + protocol + " for " + peer.address() + ": " + reason,
                        text,
                        List.of(Evidence.seen("icmp-error", text, 0, notice.span(), filter)))
                .about(peer.address())
                .between(Optional.of(notice.sender()), Optional.empty())
                .over(notice.span(), notice.spis(), false);
    }

    private static String reason(NoticeGroup notice) {
        boolean isV4 = notice.address().version() == 4;
        List<String> codes = isV4 ? CODES_V4 : CODES_V6;
        if (notice.type() == (isV4 ? TIME_EXCEEDED_V4 : TIME_EXCEEDED_V6)) {
            return "time exceeded";
        }
        return notice.code() < codes.size() ? codes.get(notice.code()) : "unreachable, code " + notice.code();
    }
}
