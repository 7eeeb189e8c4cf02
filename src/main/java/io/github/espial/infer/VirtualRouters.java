package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.wire.IkeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Which MACs may be those of the routers behind a virtual MAC. A virtual MAC is a role that routers take over from each
 * other: it is never one with their own MACs, but what is handed to it may be answered from one of them.
 *
 * <p>A MAC serves a virtual one if both claim one address, if IKE that was handed to the virtual one is answered from it,
 * message by message, and nothing is handed to it itself, or if several hosts that nothing else is handed packets for
 * answer from it. The last holds only of a virtual MAC that never sends; hosts that use no IPsec tell it, where there are
 * enough, as the ways of a peer's packets are what is in question.
 */
final class VirtualRouters {
    /** The share of a silent virtual MAC's hosts that must answer from one MAC for it to serve the virtual one. */
    private static final double ONE_ANSWERER = 0.9;
    /** Hosts that must do so: a single one may rightly answer by another router. */
    private static final int ENOUGH_HOSTS = 2;

    /** A group of GLBP shares all octets of its MACs but the last. */
    private static final long GLBP = 0x0007b4;

    private static final int VERSION_2 = 2;

    private final Map<MacAddress, Set<MacAddress>> servants = new TreeMap<>();
    /** Answers of hosts that nothing is handed packets for but a virtual MAC, by it and by the MAC that they come from. */
    private final Map<MacAddress, Map<MacAddress, Answered>> answering = new TreeMap<>();

    private final Bindings bindings;
    private final Set<MacAddress> cards;

    VirtualRouters(Facts facts, Bindings bindings, Set<MacAddress> cards) {
        this.bindings = bindings;
        this.cards = cards;
        byHosts(facts, bindings, cards);
        byExchanges(facts, bindings, cards);
    }

    /** Whether the one is virtual and the other may be that of a router behind it, or both are forwarders of one group. */
    boolean mayBeOne(MacAddress one, MacAddress other) {
        return serves(one, other)
                || serves(other, one)
                || answersFor(one, other)
                || answersFor(other, one)
                || (isGlbp(one) && one.octets() >>> 8 == other.octets() >>> 8);
    }

    /**
     * Whether any host that packets are handed to {@code virtual} for, and to no other, answers from {@code mac}; not if
     * another is seen to be in charge meanwhile.
     */
    private boolean answersFor(MacAddress mac, MacAddress virtual) {
        Map<MacAddress, Answered> answerers = answering.getOrDefault(virtual, Map.of());
        Answered own = answerers.get(mac);
        Set<MacAddress> inCharge = servants.getOrDefault(virtual, Set.of());
        return own != null
                && (inCharge.contains(mac)
                        || answerers.entrySet().stream()
                                .noneMatch(other -> inCharge.contains(other.getKey())
                                        && other.getValue().isAmid(own)));
    }

    /**
     * Whether a notice from {@code mac}, sent as {@code sender}, on what was handed to {@code virtual} is of the router in
     * charge: it has hosts' answers, and no address but the virtual one, and nothing is handed to it itself.
     */
    boolean speaksFor(MacAddress mac, IpAddress sender, MacAddress virtual) {
        return virtual.isVirtualRouter()
                && answersFor(mac, virtual)
                && !bindings.isHandedFrames(mac)
                && bindings.addressesOf(virtual).containsAll(bindings.addressesOf(mac))
                && (bindings.claims(virtual, sender)
                        || bindings.holdersOf(sender).isEmpty());
    }

    /** Whether {@code mac} may be the own MAC of a router behind {@code virtual}. */
    boolean serves(MacAddress mac, MacAddress virtual) {
        return servants.getOrDefault(virtual, Set.of()).contains(mac) || claimOneAddress(mac, virtual);
    }

    private boolean claimOneAddress(MacAddress mac, MacAddress virtual) {
        return virtual.isVirtualRouter()
                && !mac.equals(virtual)
                && !cards.contains(mac)
                && !cards.contains(virtual)
                && bindings.haveClaimedOne(mac, virtual);
    }

    /** Whether a host's gateway may have this MAC and then another of the group, by no change of route (GLBP). */
    static boolean isGlbp(MacAddress mac) {
        return mac.octets() >>> 24 == GLBP;
    }

    private void add(MacAddress virtual, MacAddress mac) {
        if (virtual.isVirtualRouter() && !mac.equals(virtual)) {
            servants.computeIfAbsent(virtual, key -> new TreeSet<>()).add(mac);
        }
    }

    private void byExchanges(Facts facts, Bindings bindings, Set<MacAddress> cards) {
        Map<List<Object>, MacAddress> requests = new HashMap<>();
        IkeView header = new IkeView();
        for (IkeMessage message : facts.ikeMessages()) {
            boolean isRead = header.wrap(message.octets(), 0, message.length()) && header.majorVersion() >= VERSION_2;
            if (!isRead) {
                continue;
            }
            List<Object> exchange = List.of(header.initiatorSpi(), header.exchangeType(), header.messageId());
            boolean isSent = message.hop().source().filter(cards::contains).isPresent();
            if (isSent && !header.isResponse()) {
                message.hop()
                        .destination()
                        .filter(MacAddress::isVirtualRouter)
                        .ifPresent(virtual -> requests.put(exchange, virtual));
            } else if (!isSent && header.isResponse() && requests.containsKey(exchange)) {
                MacAddress virtual = requests.remove(exchange);
                message.hop()
                        .source()
                        .filter(mac -> !bindings.isHandedFrames(mac))
                        .ifPresent(mac -> add(virtual, mac));
            }
        }
    }

    private void byHosts(Facts facts, Bindings bindings, Set<MacAddress> cards) {
        Map<List<IpAddress>, Set<MacAddress>> takers = new HashMap<>();
        facts.talks()
                .filter(talk -> isFrom(talk, cards))
                .forEach(talk -> talk.hop()
                        .destination()
                        .ifPresent(mac -> takers.computeIfAbsent(
                                        List.of(talk.destination(), talk.source()), key -> new HashSet<>())
                                .add(mac)));
        facts.talks()
                .filter(talk -> talk.hop().source().isPresent() && !isFrom(talk, cards))
                .forEach(talk -> {
                    Set<MacAddress> taken = takers.getOrDefault(List.of(talk.source(), talk.destination()), Set.of());
                    if (taken.size() == 1 && taken.iterator().next().isVirtualRouter()) {
                        answering
                                .computeIfAbsent(taken.iterator().next(), key -> new TreeMap<>())
                                .computeIfAbsent(talk.hop().source().orElseThrow(), key -> new Answered())
                                .take(talk);
                    }
                });
        answering.forEach((virtual, answerers) -> {
            if (isSilent(virtual, bindings)) {
                boolean isPlain = answerers.values().stream()
                                .mapToInt(Answered::plainHosts)
                                .sum()
                        >= ENOUGH_HOSTS;
                ToIntFunction<Answered> hosts = isPlain ? Answered::plainHosts : Answered::hosts;
                int all = answerers.values().stream().mapToInt(hosts).sum();
                answerers.forEach((mac, answered) -> {
                    int own = hosts.applyAsInt(answered);
                    if (own >= ENOUGH_HOSTS && own >= ONE_ANSWERER * all) {
                        add(virtual, mac);
                    }
                });
            }
        });
    }

    private static boolean isFrom(Talk talk, Set<MacAddress> cards) {
        return talk.hop().source().filter(cards::contains).isPresent();
    }

    /** Whether nothing comes from a virtual MAC but what its router says of itself. */
    private static boolean isSilent(MacAddress virtual, Bindings bindings) {
        return bindings.addressesOf(virtual).containsAll(bindings.spokenBy(virtual));
    }

    /** What comes from one MAC of hosts that only a virtual one is handed packets for. */
    private static final class Answered {
        /** Conversations that must begin or end amid another's: one may by a router's leave and return. */
        private static final int ENOUGH = 2;

        private final Set<IpAddress> hosts = new HashSet<>();
        private final Set<IpAddress> tunnelled = new HashSet<>();
        private final List<Span> spans = new ArrayList<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void take(Talk talk) {
            hosts.add(talk.source());
            if (talk.traffic() != Traffic.PLAIN) {
                tunnelled.add(talk.source());
            }
            spans.add(talk.span());
            first = Math.min(first, talk.span().firstNanos());
            last = Math.max(last, talk.span().lastNanos());
        }

        int hosts() {
            return hosts.size();
        }

        int plainHosts() {
            return hosts.size() - tunnelled.size();
        }

        /** Whether these come while {@code other}'s go on, so that neither router took over from the other. */
        boolean isAmid(Answered other) {
            return spans.stream()
                            .filter(span -> other.goesOnAt(span.firstNanos()) || other.goesOnAt(span.lastNanos()))
                            .limit(ENOUGH)
                            .count()
                    == ENOUGH;
        }

        private boolean goesOnAt(long nanos) {
            return first < nanos && nanos < last;
        }
    }
}
