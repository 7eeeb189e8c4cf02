package io.github.espial.diagnose;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.ask.Questionnaire;
import io.github.espial.infer.Conclusions;
import io.github.espial.infer.Facts;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Way;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a verdict needs and the captures of a case do not show. */
final class Missing {
    /** Things that are told one by one. */
    private static final int TOLD = 20;

    private final Case seen;
    private final List<Finding> findings;

    Missing(Case seen, List<Finding> findings) {
        this.seen = seen;
        this.findings = findings;
    }

    /** A sentence each, with how to get it; empty when {@code verdict} is one and rests on all that there was. */
    List<String> of(Verdict verdict) {
        Set<String> missing = new LinkedHashSet<>();
        seen.captures().forEach(capture -> missing.addAll(capture.unread()));
        seen.statements().stream()
                .filter(statement -> statement.effect() == Statement.Effect.UNUSED)
                .map(statement -> "what " + statement + " names: " + statement.text()
                        + "; look for a typing error, or capture where it is")
                .forEach(missing::add);
        if (verdict == Verdict.UNDETERMINED) {
            if (seen.captures().isEmpty()) {
                missing.add("a capture of every outside card of the server, begun before the tunnel negotiates");
                missing.addAll(words());
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
            missing.addAll(BlindSpots.of(seen.captures()).missing());
        }
        List<String> notes = seen.inside().notes();
        notes.stream().limit(TOLD).forEach(missing::add);
        if (notes.size() > TOLD) {
            missing.add("the like for " + (notes.size() - TOLD) + " more SAs");
        }
        seen.sampled()
                .forEach(what -> missing.add("there were too many " + what + " to keep all: a sample was judged"));
        Facts.LeftOut leftOut = seen.conclusions().facts().leftOut();
        if (!leftOut.isNothing()) {
            missing.add("what has the fewest frames: " + leftOut.talks() + " conversations and " + leftOut.sas()
                    + " SAs were not judged; with --all they are");
        }
        int servers = seen.conclusions().limits().servers();
        if (servers > 0) {
            missing.add("more evidence than the first " + Conclusions.Limits.MOST_EVIDENCE + " pieces for " + servers
                    + (servers == 1 ? " server" : " servers")
                    + ": there were too many cards and addresses to tell of all");
        }
        return List.copyOf(missing);
    }

    /** What to run on the machine where its words lack what would decide. */
    private List<String> words() {
        Set<Platform> platforms = seen.machine().platforms();
        Optional<Questionnaire> questions =
                platforms.size() == 1 ? Questionnaire.of(platforms.iterator().next()) : Optional.empty();
        List<String> missing = new ArrayList<>();
        if (seen.machine().lookup().isEmpty()) {
            missing.add("the machine's routes" + run(questions, "routes"));
        }
        boolean hasNetworks =
                !seen.predictions().all().isEmpty() || !seen.inside().networks().isEmpty();
        if (!hasNetworks) {
            missing.add("which networks lie behind which peer" + run(questions, "tunnels"));
        }
        return missing;
    }

    private static String run(Optional<Questionnaire> questions, String topic) {
        List<String> commands = questions.map(known -> known.commands(topic)).orElse(List.of());
        return commands.isEmpty()
                ? ": espial ask PLATFORM tells the commands"
                : ": run " + String.join("; ", commands) + " and give what it prints";
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

    /** Whether link layers hide where IPsec went. */
    boolean hasHiddenNextHops() {
        return seen.captures().stream()
                .flatMap(capture -> capture.points().stream())
                .anyMatch(point -> point.withoutDestination() > 0);
    }

    /** Whether all SAs were seen on their way only, not where their sender chose the next hop. */
    boolean isOnlyTransit() {
        List<SecurityAssociation> associations = seen.topology().associations();
        return !associations.isEmpty() && associations.stream().allMatch(one -> one.direction() == Direction.TRANSIT);
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
        Optional<String> whyNoSa = new IkeOutcome(seen, peer).whyNoSa();
        if (whyNoSa.isPresent()) {
            missing.add("IKE with " + peer.address() + " that succeeds: it " + whyNoSa.get()
                    + ", so there is no SA that ESP could go in; mend that first, and capture again");
            return missing;
        }
        boolean isOnItsWay =
                seen.conclusions().facts().ipsec(peer.server(), peer.address()).anyMatch(Talk::isProtected);
        if (!hasOutbound && isOnItsWay) {
            missing.add("ESP to " + peer.address() + " where the server hands it over: what was captured is on its way"
                    + " already; capture on the server, or say which machine it is with --server ADDRESS");
        } else if (!hasOutbound && (hasInbound || hasIke)) {
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
        List<MacAddress> macs = takersOf(peer, ways);
        boolean areTold = macs.size() == 2 && seen.topology().areTold(macs.get(0), macs.get(1));
        if (isUnclear && !areTold) {
            missing.add(whoIsWho(peer, macs));
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

    /** MACs that IKE and ESP for the peer were handed to. */
    private List<MacAddress> takersOf(Peer peer, List<Way> ways) {
        return Stream.concat(
                        seen.conclusions()
                                .facts()
                                .ipsec(peer.server(), peer.address())
                                .filter(talk -> talk.traffic() == Traffic.IKE)
                                .flatMap(talk -> talk.hop().destination().stream()),
                        ways.stream().flatMap(way -> way.nextHop().mac().stream()))
                .distinct()
                .toList();
    }

    /** Advice where all is in the capture but the names of the MACs. */
    private static String whoIsWho(Peer peer, List<MacAddress> macs) {
        String all = macs.stream().map(MacAddress::toString).collect(Collectors.joining(" and "));
        return "who has " + all + ": look at the server's neighbor cache (arp -a, ip neigh) and state the routers with"
                + " --gateway ADDRESS=MAC and --next-hop " + peer.address() + "=ADDRESS=MAC, or capture again without a"
                + " filter while the cache is cleared (arp -d *, ip neigh flush all)";
    }

    private static boolean isKnown(Way way) {
        return way.nextHop().address().isPresent();
    }
}
