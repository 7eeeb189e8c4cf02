package io.github.espial.infer;

import io.github.espial.bytes.Deadline;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.routing.Machine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns the facts of a case into who is who, and how each next hop compares with the proper one. */
public final class Inference {
    /** Some seconds' work; a case with hundreds of next hops needs thousands of steps. */
    private static final long SIGHTINGS = 20_000_000;

    private Inference() {}

    /**
     * Draws the conclusions of a case.
     *
     * @param machine what the server's own words tell
     * @param interfaceNames the name that a capture has for an interface
     * @param deadline up to when peers are looked at
     */
    public static Conclusions conclude(
            Facts facts,
            Statements stated,
            Machine machine,
            Function<Hop.Point, Optional<String>> interfaceNames,
            Deadline deadline) {
        Bindings bindings = new Bindings(facts, stated, machine);
        Senders senders = new Senders(facts, bindings, stated, machine);
        List<Pairing.Pair> pairs = new Pairing(facts, bindings, senders, stated).pairs();
        Set<MacAddress> cards = new TreeSet<>(stated.serverMacs());
        pairs.forEach(pair -> cards.addAll(senders.cardsOf(pair.server())));
        Routers routers = new Routers(facts, bindings, cards);
        Gateways gateways = new Gateways(facts, stated, machine, routers, bindings, cards);
        MadeUpMacs madeUp = new MadeUpMacs(facts);
        Effort effort = new Effort(SIGHTINGS);
        NeighborUse use = new NeighborUse(facts, bindings, cards, effort);
        List<NextHopRule> rules = List.of(
                new KnownRoutes(stated, machine, cards),
                new WordsOfRouters(senders),
                new OwnPackets(),
                new Answers(),
                new InboundSource());

        List<Peer> peers = new ArrayList<>();
        List<Way> ways = new ArrayList<>();
        List<OuterPath> paths = new ArrayList<>();
        long leftOut = 0;
        long peersLeftOut = 0;
        Set<Router> ofManyMacs = new HashSet<>();
        for (Pairing.Pair pair : pairs) {
            if (deadline.isOver()) {
                peersLeftOut++;
                continue;
            }
            PeerInquiry inquiry = PeerInquiry.of(pair, senders, routers, gateways, facts);
            leftOut += inquiry.traffic().leftOut();
            inquiry.routersOfManyMacs().forEach(ofManyMacs::add);
            Votes votes = new Votes();
            rules.forEach(rule -> rule.vote(inquiry, votes));
            votes.unite(inquiry);
            NextHopJudge judge = new NextHopJudge(inquiry, votes, use, bindings);
            peers.add(new Peer(pair.peer(), pair.server(), judge.expectation(), votes.evidence()));
            ways.addAll(judge.judged(madeUp));
            paths.addAll(paths(pair, inquiry.traffic()));
        }
        peers.sort(Inference::inAddress);
        Servers.Found servers = Servers.of(pairs, senders, bindings, facts);
        NextHops nextHops = new NextHops(facts, routers, gateways, interfaceNames, cards);
        Topology topology =
                new Topology(servers.servers(), nextHops.of(peers, paths), peers, Associations.of(facts, pairs), paths);
        Conclusions.Limits limits = new Conclusions.Limits(
                leftOut, ofManyMacs.size(), servers.withMoreEvidence(), peersLeftOut, effort.isSpent());
        // Only checks ask for these, and none is made any more.
        List<Relay> relays = deadline.isOver() ? List.of() : Relays.of(facts, pairs, senders);
        return new Conclusions(topology, ways, relays, facts, limits);
    }

    private static List<OuterPath> paths(Pairing.Pair pair, PeerTraffic traffic) {
        Predicate<Talk> isTunnel = talk -> talk.traffic() != Traffic.PLAIN;
        List<OuterPath> paths = new ArrayList<>();
        traffic.outbound()
                .filter(isTunnel)
                .forEach(talk -> paths.add(path(pair.server(), pair.peer(), talk, Direction.OUTBOUND)));
        traffic.inbound()
                .filter(isTunnel)
                .forEach(talk -> paths.add(path(pair.server(), pair.peer(), talk, Direction.INBOUND)));
        paths.sort(
                (one, other) -> one.span().firstFrame().compareTo(other.span().firstFrame()));
        return paths;
    }

    private static int inAddress(Peer one, Peer other) {
        int order = one.address().compareTo(other.address());
        return order == 0 ? one.server().compareTo(other.server()) : order;
    }

    private static OuterPath path(IpAddress server, IpAddress peer, Talk talk, Direction direction) {
        return new OuterPath(server, peer, talk.traffic(), direction, talk.hop(), talk.span(), talk.series());
    }
}
