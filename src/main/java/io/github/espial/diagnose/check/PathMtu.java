package io.github.espial.diagnose.check;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ESP that is larger than a link on its way takes. See the page {@code path-mtu}. */
public final class PathMtu implements Check {
    /** A few large packets are somebody's test with ping. */
    private static final long FEWEST_FRAGMENTS = 5;

    private static final List<Fix> REMEDIES = List.of(
            new Fix(
                    Platform.LINUX,
                    "iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -m policy --pol ipsec --dir out -j "
                            + "TCPMSS --set-mss MSS",
                    "has TCP through the tunnel send segments that fit; once more with --dir in for the other direction"),
            new Fix(
                    Platform.WINDOWS,
                    "netsh interface ipv4 set subinterface \"INTERFACE\" mtu=MTU store=persistent",
                    "has the hosts behind the tunnel send smaller packets; run it on them, from Windows 2008 on"),
            new Fix(
                    Platform.BSD,
                    "ifconfig INTERFACE mtu MTU",
                    "the same on FreeBSD; on OPNsense and pfSense set MSS clamping for VPN traffic in the web interface"),
            new Fix(
                    Platform.ANY,
                    "",
                    "let ICMP \"fragmentation needed\" (IPv4 type 3, code 4) and \"packet too big\" (IPv6 type 2) pass all "
                            + "filters on the way"));

    @Override
    public String id() {
        return "path-mtu";
    }

    @Override
    public String summary() {
        return "ESP is larger than a link on its way takes";
    }

    @Override
    public List<Finding> examine(Case facts) {
        List<Finding> findings = new ArrayList<>();
        for (Peer peer : facts.peers()) {
            findings.addAll(notices(facts, peer, peer.server(), peer.address()).toList());
            findings.addAll(notices(facts, peer, peer.address(), peer.server()).toList());
            findings.addAll(fragmented(facts, peer).toList());
        }
        return findings;
    }

    private Stream<Finding> notices(Case facts, Peer peer, IpAddress source, IpAddress destination) {
        return NoticeGroup.of(facts.conclusions()
                        .facts()
                        .noticesFor(destination)
                        .filter(IcmpNotice::isTooBig)
                        .filter(notice -> notice.quoted().isProtected()
                                && notice.quotedSource().equals(source)))
                .stream()
                .map(group -> describe(
                        facts.protocol(peer),
                        peer,
                        group,
                        way(peer, source.equals(peer.server()) ? Direction.OUTBOUND : Direction.INBOUND)));
    }

    private Finding describe(String protocol, Peer peer, NoticeGroup notice, String way) {
        String text = notice.address() + " says in "
                + Wording.frames(notice.span().frames()) + " of ICMP that " + protocol + " " + way
                + " is too large to go on and must not be fragmented"
                + (notice.mtu().isPresent()
                        ? ": the next link takes " + notice.mtu().getAsLong() + " octets"
                        : "; it does not tell what the next link takes");
        String type = notice.address().version() == 4 ? "icmp.type == 3 && icmp.code == 4" : "icmpv6.type == 2";
        String filter = Filters.and(type, Filters.field(notice.address()) + ".src == " + notice.address());
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        protocol + " " + way + " is too large for a link",
                        text,
                        List.of(Evidence.seen("too-big", text, 0, notice.span(), filter)))
                .about(peer.address())
                .between(Optional.of(notice.sender()), Optional.empty())
                .over(notice.span(), notice.spis(), false)
                .mendedBy(REMEDIES);
    }

    private Stream<Finding> fragmented(Case facts, Peer peer) {
        return Stream.of(Direction.OUTBOUND, Direction.INBOUND)
                .flatMap(direction -> facts
                        .paths(peer, Traffic.IPSEC_FRAGMENT, direction)
                        .map(OuterPath::span)
                        .reduce(Span::plus)
                        .filter(span -> span.frames() >= FEWEST_FRAGMENTS)
                        .map(span -> describe(facts.protocol(peer), peer, span, direction))
                        .stream());
    }

    private Finding describe(String protocol, Peer peer, Span span, Direction direction) {
        String way = way(peer, direction);
        String text = Wording.frames(span.frames()) + " are further fragments of ESP or AH " + way
                + ": packets are larger than a link takes. Firewalls often drop fragments, and one that is lost loses"
                + " the packet";
        String filter = direction == Direction.OUTBOUND
                ? Filters.fromTo(peer.server(), peer.address())
                : Filters.fromTo(peer.address(), peer.server());
        String isFragment = peer.address().version() == 4
                ? "ip.frag_offset > 0 && (ip.proto == 50 || ip.proto == 51)"
                : "ipv6.fraghdr.offset > 0 && (ipv6.fraghdr.nxt == 50 || ipv6.fraghdr.nxt == 51)";
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        protocol + " " + way + " comes in fragments",
                        text,
                        List.of(Evidence.seen("fragments", text, 0, span, Filters.and(filter, isFragment))))
                .about(peer.address())
                .over(span, List.of(), false)
                .mendedBy(REMEDIES);
    }

    private static String way(Peer peer, Direction direction) {
        return (direction == Direction.OUTBOUND ? "to " : "from ") + peer.address();
    }
}
