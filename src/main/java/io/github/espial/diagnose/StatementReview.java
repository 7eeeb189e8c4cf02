package io.github.espial.diagnose;

import io.github.espial.diagnose.Statement.Effect;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Facts;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of each thing that the user stated. A statement outweighs whatever speaks against it, so what does shows only
 * without it: for each one the case is concluded once more from all the others.
 */
final class StatementReview {
    private final Facts facts;
    private final Statements stated;
    private final Topology with;
    private final Function<Statements, Topology> conclude;

    /**
     * @param with who is who, under all that was stated
     * @param conclude who is who under other statements
     */
    StatementReview(Facts facts, Statements stated, Topology with, Function<Statements, Topology> conclude) {
        this.facts = facts;
        this.stated = stated;
        this.with = with;
        this.conclude = conclude;
    }

    /** In the order of the options, and of what they name. */
    List<Statement> all() {
        List<Statement> all = new ArrayList<>();
        stated.serverAddresses().forEach(address -> all.add(server(address)));
        stated.serverMacs().forEach(mac -> all.add(server(mac)));
        stated.gateways().forEach(gateway -> all.add(gateway(gateway)));
        new TreeMap<>(stated.nextHops()).forEach((peer, hop) -> all.add(nextHop(peer, hop)));
        return all;
    }

    private Statement server(IpAddress address) {
        String value = address.toString();
        if (facts.talks().noneMatch(talk -> talk.source().equals(address))) {
            return unusedServer(value, "no frame that " + value + " sent is in the captures");
        }
        Topology without = conclude.apply(stated.withoutServer(address));
        Optional<Peer> asPeer = without.peer(address);
        if (asPeer.isPresent()) {
            return new Statement(
                    "--server",
                    value,
                    Effect.CONTRADICTED,
                    "by the captures " + value + " is a peer, and "
                            + asPeer.get().server() + " the server");
        }
        return server(value, server -> server.addresses().contains(address));
    }

    private Statement server(MacAddress mac) {
        String value = mac.toString();
        if (facts.talks().noneMatch(talk -> talk.hop().source().equals(Optional.of(mac)))) {
            return unusedServer(value, "no frame that " + value + " sent is in the captures");
        }
        Optional<NextHop> asRouter =
                conclude.apply(stated.withoutServer(mac)).nextHop(mac).filter(StatementReview::isRouter);
        if (asRouter.isPresent()) {
            return new Statement(
                    "--server",
                    value,
                    Effect.CONTRADICTED,
                    "by the captures " + value + " is a router" + because(asRouter.get().evidence().stream()));
        }
        return server(value, server -> server.macs().contains(mac));
    }

    private static boolean isRouter(NextHop hop) {
        return hop.is(NextHop.Role.DEFAULT_GATEWAY) || hop.is(NextHop.Role.TO_PEER);
    }

    private Statement server(String value, Predicate<Server> isMeant) {
        return with.servers().stream().anyMatch(isMeant)
                ? new Statement("--server", value, Effect.DECIDED, value + " is taken for the server")
                : unusedServer(value, value + " sends no IPsec packets in the captures");
    }

    private static Statement unusedServer(String value, String why) {
        return new Statement("--server", value, Effect.UNUSED, why);
    }

    private Statement gateway(Station gateway) {
        String value = value(gateway);
        if (isNobody(gateway)) {
            return new Statement("--gateway", value, Effect.UNUSED, nobody(gateway));
        }
        Optional<String> elsewhere = boundElsewhere(gateway);
        List<NextHop> others = conclude.apply(stated.withoutGateway(gateway)).nextHops().stream()
                .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                .toList();
        if (elsewhere.isEmpty() && !others.isEmpty() && others.stream().noneMatch(hop -> isSame(hop, gateway))) {
            NextHop other = others.get(0);
            elsewhere = Optional.of(
                    "without it, " + other.station() + " is the default gateway" + because(other.evidence().stream()));
        }
        return elsewhere
                .map(why -> new Statement("--gateway", value, Effect.CONTRADICTED, why))
                .orElseGet(() ->
                        new Statement("--gateway", value, Effect.DECIDED, gateway + " is taken for a default gateway"));
    }

    private Statement nextHop(IpAddress address, Station hop) {
        String value = address + "=" + value(hop);
        Optional<Peer> peer = with.peer(address);
        if (peer.isEmpty()) {
            return new Statement(
                    "--next-hop", value, Effect.UNUSED, "no IPsec peer " + address + " is in the captures");
        }
        Optional<String> elsewhere = boundElsewhere(hop);
        if (elsewhere.isEmpty()) {
            elsewhere = conclude.apply(stated.withoutNextHop(address))
                    .peer(address)
                    .flatMap(other -> other.expected()
                            .map(Peer.Expectation::nextHop)
                            .filter(expected -> !isSame(expected, hop))
                            .map(expected -> "without it, " + expected + " is the proper next hop of " + address
                                    + because(other.evidence().stream().filter(one -> one.weight() > 0))));
        }
        return elsewhere
                .map(why -> new Statement("--next-hop", value, Effect.CONTRADICTED, why))
                .orElseGet(() -> new Statement(
                        "--next-hop",
                        value,
                        Effect.DECIDED,
                        hop + " is taken for the proper next hop of " + address
                                + (isNobody(hop) ? "; " + nobody(hop) : "")));
    }

    /** The first of what speaks for something, in parentheses after a space. */
    private static String because(Stream<Evidence> evidence) {
        return evidence.findFirst().map(one -> " (" + one.text() + ")").orElse("");
    }

    /** Whether neither its address nor its MAC is in the captures. */
    private boolean isNobody(Station station) {
        boolean isBound = station.address().filter(this::isBound).isPresent();
        boolean isSeen = station.mac().filter(this::isSeen).isPresent();
        return !isBound && !isSeen;
    }

    private static String nobody(Station station) {
        return "nobody in the captures is known to be " + station
                + (station.mac().isEmpty() ? ": state its MAC as well, as ADDRESS=MAC" : "");
    }

    private boolean isBound(IpAddress address) {
        return facts.claims().stream().anyMatch(claim -> claim.address().equals(address))
                || facts.talks().anyMatch(talk -> talk.source().equals(address));
    }

    private boolean isSeen(MacAddress mac) {
        return facts.talks().anyMatch(talk -> isAt(talk, mac))
                || facts.claims().stream().anyMatch(claim -> claim.mac().equals(mac));
    }

    private static boolean isAt(Talk talk, MacAddress mac) {
        return talk.hop().source().equals(Optional.of(mac))
                || talk.hop().destination().equals(Optional.of(mac));
    }

    /** That others claim the address, and the MAC that was stated with it does not. */
    private Optional<String> boundElsewhere(Station station) {
        if (station.mac().isEmpty() || station.address().isEmpty()) {
            return Optional.empty();
        }
        List<MacAddress> claimants = facts.claims().stream()
                .filter(claim -> station.address().equals(Optional.of(claim.address())))
                .map(Claim::mac)
                .distinct()
                .toList();
        return claimants.isEmpty() || claimants.contains(station.mac().get())
                ? Optional.empty()
                : Optional.of("in the captures " + station.address().get() + " is at "
                        + claimants.stream().map(MacAddress::toString).collect(Collectors.joining(" and ")));
    }

    private static boolean isSame(NextHop hop, Station station) {
        return station.mac()
                .map(mac -> mac.equals(hop.mac()))
                .orElseGet(() ->
                        station.address().filter(hop.addresses()::contains).isPresent());
    }

    private static boolean isSame(Station one, Station other) {
        boolean shareAddress = one.address().isPresent() && one.address().equals(other.address());
        boolean shareMac = one.mac().isPresent() && one.mac().equals(other.mac());
        return shareAddress || shareMac;
    }

    /** As the option takes it. */
    private static String value(Station station) {
        return Stream.concat(station.address().stream(), station.mac().stream())
                .map(Object::toString)
                .collect(Collectors.joining("="));
    }
}
