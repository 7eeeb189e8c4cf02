package io.github.espial.diagnose;

import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums a case up: the verdict, a sentence for it, and what is missing where there is none. */
final class VerdictOf {
    /** Peers that a sentence names one by one; a concentrator has thousands. */
    private static final int NAMED = 5;
    /** Things missing that are told one by one. */
    private static final int TOLD = 20;

    private final Case seen;
    private final Statements stated;
    private final List<Finding> findings;

    VerdictOf(Case seen, Statements stated, List<Finding> findings) {
        this.seen = seen;
        this.stated = stated;
        this.findings = findings;
    }

    Judgment judgment() {
        return new Judgment(verdict(), sentence() + sampling(), missing());
    }

    private Verdict verdict() {
        if (!wrong(Severity.ERROR).isEmpty()) {
            return Verdict.MISROUTED;
        }
        if (seen.conclusions().facts().ipsec().isEmpty()) {
            return isReadable() && blindSpots().isEmpty() && !seen.captures().isEmpty()
                    ? Verdict.NO_IPSEC
                    : Verdict.UNDETERMINED;
        }
        boolean isHealthy =
                areAllProper() && !hasHiddenNextHops() && objections().isEmpty();
        return isHealthy ? Verdict.HEALTHY : Verdict.UNDETERMINED;
    }

    private boolean areAllProper() {
        List<Way> ways = seen.conclusions().ways();
        return !ways.isEmpty()
                && ways.stream()
                        .allMatch(
                                way -> way.delivery() == Way.Delivery.PROPER || way.delivery() == Way.Delivery.FORMER);
    }

    /** One sentence or two, without trailing period. */
    private String sentence() {
        return switch (verdict()) {
            case MISROUTED -> misrouted();
            case HEALTHY -> healthy();
            case NO_IPSEC -> "no ESP, AH, IKE or L2TP in " + frames() + " frames";
            case UNDETERMINED -> undetermined();
        };
    }

    /** Beside the verdict, as it rests on less than there was. */
    private String sampling() {
        return seen.sampled().isEmpty()
                ? ""
                : "; there were too many " + String.join(" and ", seen.sampled())
                        + " to keep all, so a sample was judged";
    }

    /** What a verdict needs and the captures do not show, with how to get it; empty when there is one. */
    private List<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        seen.captures().forEach(capture -> missing.addAll(capture.unread()));
        strangers()
                .map(server ->
                        "any frame that " + server + " sent, which you stated to be the server: look for a typing"
                                + " error, or capture on that machine")
                .forEach(missing::add);
        if (verdict() == Verdict.UNDETERMINED) {
            if (seen.captures().isEmpty()) {
                missing.add("a capture of every outside card of the server, begun before the tunnel negotiates");
            }
            if (hasHiddenNextHops()) {
                missing.add(
                        "destination MACs: capture on the network card itself, not on \"any\" or a tunnel interface");
            }
            if (isOnlyTransit()) {
                missing.add("frames that the server itself sent: capture on the server, or say which machine it is with"
                        + " --server ADDRESS");
            }
            missing.addAll(ofPeers());
            missing.addAll(blindSpots().missing());
        }
        List<String> notes = seen.inside().notes();
        notes.stream().limit(TOLD).forEach(missing::add);
        if (notes.size() > TOLD) {
            missing.add("the like for " + (notes.size() - TOLD) + " more SAs");
        }
        seen.sampled()
                .forEach(what -> missing.add("there were too many " + what + " to keep all: a sample was judged"));
        return List.copyOf(missing);
    }

    /** Servers that were stated and sent nothing. */
    private Stream<String> strangers() {
        Stream<IpAddress> addresses = stated.serverAddresses().stream()
                .filter(address -> seen.conclusions()
                        .facts()
                        .talks()
                        .noneMatch(talk -> talk.source().equals(address)));
        Stream<MacAddress> macs = stated.serverMacs().stream()
                .filter(mac -> seen.conclusions()
                        .facts()
                        .talks()
                        .noneMatch(
                                talk -> talk.hop().source().filter(mac::equals).isPresent()));
        return Stream.concat(addresses.map(IpAddress::toString), macs.map(MacAddress::toString));
    }

    private List<String> ofPeers() {
        Set<String> missing = new LinkedHashSet<>();
        List<Peer> peers = seen.peers();
        for (int i = 0; i < peers.size(); i++) {
            if (missing.size() >= TOLD) {
                missing.add("the like for " + (peers.size() - i) + " more peers");
                break;
            }
            missing.addAll(missing(peers.get(i)));
        }
        return List.copyOf(missing);
    }

    private static String listed(List<String> all, String separator, String what) {
        String named = all.stream().limit(NAMED).collect(Collectors.joining(separator));
        return all.size() > NAMED ? named + separator + (all.size() - NAMED) + " more " + what : named;
    }

    private String misrouted() {
        List<String> wrongs = wrong(Severity.ERROR).stream()
                .map(finding -> "ESP for " + finding.subject().peer().orElseThrow() + " "
                        + (finding.isOngoing() ? "leaves" : "left") + " for " + actual(finding)
                        + ", though its proper next hop is "
                        + finding.subject().expectedNextHop().orElseThrow()
                        + (finding.isMended() ? ", and has been mended since" : ""))
                .toList();
        String wrong = listed(wrongs, "; ", "like these");
        Set<?> misrouted = wrong(Severity.ERROR).stream()
                .map(finding -> finding.subject().peer())
                .collect(Collectors.toSet());
        List<String> rights = proper().stream()
                .filter(way -> !misrouted.contains(Optional.of(way.peer())))
                .map(way -> way.peer() + " by " + way.nextHop())
                .distinct()
                .toList();
        String right = listed(rights, ", ", "peers");
        return wrong + (right.isEmpty() ? "" : "; rightly routed: " + right);
    }

    private String actual(Finding finding) {
        boolean isGateway = finding.subject()
                .actualNextHop()
                .flatMap(hop -> hop.mac())
                .flatMap(mac -> seen.topology().nextHop(mac))
                .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                .isPresent();
        return (isGateway ? "the default gateway " : "")
                + finding.subject().actualNextHop().orElseThrow();
    }

    private String healthy() {
        List<String> rights = proper().stream()
                .map(way -> way.peer() + " by " + way.nextHop())
                .distinct()
                .toList();
        return "all outbound IPsec traffic takes its proper next hop: " + listed(rights, ", ", "peers");
    }

    private List<String> objections() {
        return new AllClear(seen, findings).objections();
    }

    private String undetermined() {
        List<Finding> suspected = wrong(Severity.WARNING);
        if (!suspected.isEmpty()) {
            Finding finding = suspected.get(0);
            return "ESP for " + finding.subject().peer().orElseThrow() + " probably leaves for the wrong next hop, "
                    + actual(finding) + ", but the capture does not prove it";
        }
        if (seen.captures().isEmpty()) {
            return "no capture was given, so nothing shows where ESP went";
        }
        if (!isReadable()) {
            return "none of the " + frames() + " frames could be read";
        }
        if (seen.conclusions().facts().ipsec().isEmpty()) {
            return "no ESP, AH, IKE or L2TP was found, but " + blindSpots().sentence(frames());
        }
        boolean hasProtected = seen.conclusions().facts().ipsec().stream()
                .anyMatch(talk -> talk.traffic().isProtected());
        if (!hasProtected) {
            return "no ESP was captured, only " + unprotected();
        }
        if (seen.conclusions().ways().isEmpty() && !hasHiddenNextHops()) {
            return isOnlyTransit()
                    ? "ESP was captured, but not on the link on which its sender chose the next hop"
                    : "no outbound ESP was captured";
        }
        List<String> objections = areAllProper() ? objections() : List.of();
        if (!objections.isEmpty()) {
            return "no next hop is known to be wrong, but not all is well: " + listed(objections, "; ", "like these");
        }
        return "the captures do not show enough to decide which next hop is the proper one";
    }

    private String unprotected() {
        if (has(Traffic.IKE)) {
            return "IKE";
        }
        return has(Traffic.KEEPALIVE) ? "NAT-keepalives" : "L2TP in the clear";
    }

    private boolean has(Traffic traffic) {
        return seen.conclusions().facts().ipsec().stream().anyMatch(talk -> talk.traffic() == traffic);
    }

    private List<String> missing(Peer peer) {
        List<String> missing = new ArrayList<>();
        List<Way> ways = seen.conclusions().ways(peer);
        boolean hasInbound =
                seen.protectedPaths(peer, Direction.INBOUND).findAny().isPresent();
        boolean hasIke =
                seen.paths(peer, Traffic.IKE, Direction.OUTBOUND).findAny().isPresent();
        boolean hasOutbound =
                seen.protectedPaths(peer, Direction.OUTBOUND).findAny().isPresent();
        if (!hasOutbound && (hasInbound || hasIke)) {
            missing.add(
                    "ESP to " + peer.address() + ": it may leave by another network card; capture on every card of the"
                            + " server at once, while there is traffic for the networks behind the peer");
        }
        if (hasOutbound && ways.isEmpty() && !hasHiddenNextHops()) {
            missing.add("ESP to " + peer.address() + " that is handed to one station: all that was captured went to a"
                    + " group of stations, so no next hop shows");
        }
        boolean isOpen = ways.stream()
                .anyMatch(way -> way.delivery() == Way.Delivery.UNRESOLVED || way.delivery() == Way.Delivery.WRONG);
        if (isOpen && !hasIke) {
            missing.add(
                    "IKE with " + peer.address() + ": start the capture before the tunnel is negotiated, on every card"
                            + " of the server at once, or state the proper next hop with --next-hop " + peer.address()
                            + "=ROUTER-ADDRESS");
        }
        boolean isUnclear = findings.stream()
                .anyMatch(finding -> finding.id().equals(FindingId.NEXT_HOPS_UNCLEAR)
                        && finding.subject().peer().equals(Optional.of(peer.address())));
        if (isUnclear) {
            missing.add(whoIsWho(peer, ways));
            return missing;
        }
        if (isOpen && hasIke) {
            missing.add("proof of where packets for " + peer.address()
                    + " itself went at the same time: negotiate the tunnel anew while capturing, with the server's other"
                    + " traffic in the capture, or state the proper next hop with --next-hop " + peer.address()
                    + "=ROUTER-ADDRESS");
        }
        boolean isUnproven = ways.stream().anyMatch(way -> way.delivery() != Way.Delivery.PROPER && !isKnown(way));
        if (isUnproven) {
            missing.add("ARP or neighbor discovery of the next hops: clear the server's neighbor cache while capturing"
                    + " (arp -d *, ip neigh flush all), or state the routers with --gateway ADDRESS=MAC and --next-hop "
                    + peer.address() + "=ADDRESS=MAC");
        }
        return missing;
    }

    /** Advice where all is in the capture but the names of the MACs. */
    private String whoIsWho(Peer peer, List<Way> ways) {
        String macs = Stream.concat(
                        seen.conclusions()
                                .facts()
                                .ipsec(peer.server(), peer.address())
                                .filter(talk -> talk.traffic() == Traffic.IKE)
                                .flatMap(talk -> talk.hop().destination().stream()),
                        ways.stream().flatMap(way -> way.nextHop().mac().stream()))
                .distinct()
                .map(MacAddress::toString)
                .collect(Collectors.joining(" and "));
        return "who has " + macs + ": look at the server's neighbor cache (arp -a, ip neigh) and state the routers with"
                + " --gateway ADDRESS=MAC and --next-hop " + peer.address() + "=ADDRESS=MAC, or capture again without a"
                + " filter while the cache is cleared (arp -d *, ip neigh flush all)";
    }

    private static boolean isKnown(Way way) {
        return way.nextHop().address().isPresent();
    }

    private boolean isReadable() {
        long unread = seen.captures().stream()
                .flatMap(capture -> capture.points().stream())
                .mapToLong(point -> point.unread() + point.malformed() + point.shortened())
                .sum();
        return unread == 0 || unread < frames();
    }

    private BlindSpots blindSpots() {
        return BlindSpots.of(seen.captures());
    }

    private boolean hasHiddenNextHops() {
        return seen.captures().stream()
                .flatMap(capture -> capture.points().stream())
                .anyMatch(point -> point.withoutDestination() > 0);
    }

    private boolean isOnlyTransit() {
        List<SecurityAssociation> associations = seen.topology().associations();
        return !associations.isEmpty()
                && associations.stream().allMatch(one -> one.direction() == SecurityAssociation.Direction.TRANSIT);
    }

    /** Frames that were looked at: of a part of the case, fewer than its files hold. */
    private long frames() {
        return BlindSpots.frames(seen.captures());
    }

    private List<Way> proper() {
        return seen.conclusions().ways().stream()
                .filter(way -> way.delivery() == Way.Delivery.PROPER)
                .toList();
    }

    private List<Finding> wrong(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP) && finding.severity() == severity)
                .toList();
    }
}
