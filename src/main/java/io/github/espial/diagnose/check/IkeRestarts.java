package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.IkeOutcome;
import io.github.espial.diagnose.Severity;
import io.github.espial.ike.Exchange;
import io.github.espial.ike.IkeRole;
import io.github.espial.ike.IkeSa;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.SaTalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Negotiations that begin anew again and again: each falls silent, and the next one begins. See the page {@code
 * ike-restarts}.
 *
 * <p>Not several tunnels between the same hosts, which begin at once or stay in use beside each other; not many hosts behind
 * one NAT; and not what is never answered, which is another finding.
 */
public final class IkeRestarts implements Check {
    /** Fewer may be an operator who tries. */
    private static final int ENOUGH = 5;

    private static final long NANOS = 1_000_000_000;
    /** Tunnels that a machine brings up one after the other do not take longer. */
    private static final long SHORTEST = 10 * NANOS;
    /** Lifetimes of IKE SAs are counted in hours; five minutes are the shortest that products take. */
    private static final long LONGEST_BETWEEN = 120 * NANOS;

    @Override
    public String id() {
        return "ike-restarts";
    }

    @Override
    public String summary() {
        return "negotiations of IKE begin anew again and again";
    }

    @Override
    public List<Finding> examine(Case facts) {
        if (facts.inside().ikeSas().size() < ENOUGH) {
            return List.of();
        }
        return facts.peers().stream()
                .flatMap(peer -> examine(facts, peer).stream())
                .toList();
    }

    private List<Finding> examine(Case facts, Peer peer) {
        Map<IpAddress, List<IkeSa>> byInitiator = new TreeMap<>();
        new IkeOutcome(facts, peer)
                .sas().stream()
                        .filter(IkeRestarts::beganAndWasAnswered)
                        .forEach(sa -> byInitiator
                                .computeIfAbsent(sa.initiator().address(), key -> new ArrayList<>())
                                .add(sa));
        List<Finding> findings = new ArrayList<>();
        byInitiator.forEach((initiator, sas) -> {
            List<IkeSa> chain = chain(sas);
            if (isStorm(chain) && !areSeveralHosts(chain) && !areSeveralTunnels(facts, peer, chain)) {
                findings.add(describe(peer, initiator, chain));
            }
        });
        return findings;
    }

    private static boolean beganAndWasAnswered(IkeSa sa) {
        return sa.dialogue().exchanges().stream()
                .anyMatch(exchange ->
                        exchange.kind().isFirst() && exchange.course().isAnswered());
    }

    /** Those of which each had fallen silent when the next one began, and the last one. */
    private static List<IkeSa> chain(List<IkeSa> sas) {
        List<IkeSa> chain = new ArrayList<>();
        for (int i = 0; i < sas.size(); i++) {
            if (i + 1 == sas.size() || last(sas.get(i)) < first(sas.get(i + 1))) {
                chain.add(sas.get(i));
            }
        }
        return chain;
    }

    private static boolean isStorm(List<IkeSa> chain) {
        if (chain.size() < ENOUGH) {
            return false;
        }
        long span = duration(chain);
        return span >= SHORTEST && span <= (chain.size() - 1) * LONGEST_BETWEEN;
    }

    /** Whether a NAT stands before the initiator: behind it there may be any number of hosts. */
    private static boolean areSeveralHosts(List<IkeSa> chain) {
        return chain.stream().anyMatch(sa -> sa.nat().initiator());
    }

    /** Whether an SA that was there before the second negotiation is still in use after the last one began. */
    private static boolean areSeveralTunnels(Case facts, Peer peer, List<IkeSa> chain) {
        long second = first(chain.get(1));
        long last = first(chain.get(chain.size() - 1));
        return Stream.concat(
                        facts.conclusions().facts().sas(peer.server(), peer.address()),
                        facts.conclusions().facts().sas(peer.address(), peer.server()))
                .map(SaTalk::span)
                .anyMatch(span -> span.firstNanos() < second && span.lastNanos() > last);
    }

    private static long first(IkeSa sa) {
        return sa.dialogue().exchanges().get(0).firstNanos();
    }

    private static long last(IkeSa sa) {
        return sa.dialogue().exchanges().stream()
                .mapToLong(Exchange::lastNanos)
                .max()
                .orElseThrow();
    }

    private static long duration(List<IkeSa> chain) {
        return first(chain.get(chain.size() - 1)) - first(chain.get(0));
    }

    private Finding describe(Peer peer, IpAddress initiator, List<IkeSa> chain) {
        long between = duration(chain) / (chain.size() - 1);
        String text =
                initiator + " began IKE with " + (initiator.equals(peer.address()) ? peer.server() : peer.address())
                        + " anew " + chain.size() + " times within " + Wording.seconds(duration(chain)) + ", every "
                        + Wording.seconds(between) + " or so; " + ending(chain);
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        "IKE with " + peer.address() + " begins anew again and again",
                        text,
                        List.of(new Evidence(
                                "ike-start",
                                chain.size() + " negotiations, each with an SPI of its own",
                                0,
                                frames(chain),
                                Optional.of("isakmp && " + Filters.field(initiator) + ".src == " + initiator
                                        + " && isakmp.rspi == 00:00:00:00:00:00:00:00"))))
                .about(peer.address());
    }

    /** The first messages of the first ones. */
    private static List<FrameReference> frames(List<IkeSa> chain) {
        return chain.stream()
                .limit(ENOUGH)
                .map(sa -> sa.dialogue().exchanges().get(0).firstFrame())
                .toList();
    }

    /** How most of them ended. */
    private static String ending(List<IkeSa> chain) {
        Map<String, Integer> endings = new HashMap<>();
        for (IkeSa sa : chain) {
            List<Exchange> exchanges = sa.dialogue().exchanges();
            Exchange last = exchanges.get(exchanges.size() - 1);
            String ending = last.kind() + " " + (last.course().isAnswered() ? "was answered" : "was not answered")
                    + (last.kind().isInformational()
                            ? " (begun by the " + (last.beganBy() == IkeRole.INITIATOR ? "initiator)" : "responder)")
                            : "");
            endings.merge(ending, 1, Integer::sum);
        }
        Map.Entry<String, Integer> most = endings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return "in " + most.getValue() + " of them the last thing seen is that " + most.getKey();
    }
}
