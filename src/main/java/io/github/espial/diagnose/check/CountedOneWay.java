package io.github.espial.diagnose.check;

import io.github.espial.context.SaCount;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.StatedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tunnels that by their machine's own counters carry packets one way only; of {@link EspOneWay}. */
final class CountedOneWay {
    /** Fewer packets may just not have been answered yet; octets of so many small ones. */
    private static final long ENOUGH_PACKETS = 3;

    private static final long ENOUGH_BYTES = 150;

    private CountedOneWay() {}

    /** One for each tunnel of a peer that is not in the captures: there, frames tell more. */
    static Stream<Finding> findings(Case facts) {
        Map<String, List<SaCount>> byTunnel = new LinkedHashMap<>();
        for (SaCount count : facts.machine().tunnels().counts()) {
            boolean isCaptured = count.remote()
                    .filter(remote -> facts.topology().peer(remote).isPresent())
                    .isPresent();
            if (count.in().isPresent() && count.out().isPresent() && !isCaptured) {
                byTunnel.computeIfAbsent(key(count), tunnel -> new ArrayList<>())
                        .add(count);
            }
        }
        return byTunnel.values().stream().flatMap(counts -> finding(facts, counts).stream());
    }

    /** After a negotiation anew a tunnel has several SAs: together they tell. */
    private static String key(SaCount count) {
        return count.name() + " " + count.unit()
                + (count.name().isEmpty() ? count.remote().toString() : "");
    }

    /** Where the table routes what is for tunnels, if it routes nothing into that of {@code peer}. */
    private static String elsewhere(Case facts, IpAddress peer) {
        List<StatedNetwork> routed = facts.machine().tunnels().networks().stream()
                .filter(network -> network.device().isPresent())
                .toList();
        boolean isOfOthers = facts.machine().tunnels().devices().containsValue(peer)
                && routed.stream().noneMatch(network -> network.peer().equals(peer));
        if (!isOfOthers || routed.isEmpty()) {
            return "";
        }
        StatedNetwork first = routed.get(0);
        List<IpPrefix> together = routed.stream()
                .filter(network -> network.device().equals(first.device()))
                .map(StatedNetwork::network)
                .distinct()
                .toList();
        return ". The table routes nothing into it, and " + Wording.networks(together) + " into "
                + first.device().orElse("") + ", the tunnel to " + first.peer();
    }

    private static Optional<Finding> finding(Case facts, List<SaCount> counts) {
        long in = counts.stream().mapToLong(count -> count.in().orElse(0)).sum();
        long out = counts.stream().mapToLong(count -> count.out().orElse(0)).sum();
        SaCount first = counts.get(0);
        long enough = first.unit().equals(SaCount.PACKETS) ? ENOUGH_PACKETS : ENOUGH_BYTES;
        if ((in == 0) == (out == 0) || Math.max(in, out) < enough) {
            return Optional.empty();
        }
        String name = first.name().isEmpty() ? "the SAs" : first.name();
        String to = first.remote().map(remote -> " to " + remote).orElse("");
        String text = out > 0
                ? "by the machine's own counters " + out + " " + first.unit() + " went out in " + name + to
                        + " and 0 came in: nothing comes back, or it is dropped before it is counted"
                : "by the machine's own counters " + in + " " + first.unit() + " came in by " + name + to
                        + " and 0 went out: what answers them takes another way than this tunnel"
                        + first.remote().map(peer -> elsewhere(facts, peer)).orElse("");
        Finding finding = Finding.of(
                FindingId.ESP_ONE_WAY,
                Severity.WARNING,
                name + to + ": " + in + " " + first.unit() + " in, " + out + " out",
                text,
                List.of(Evidence.stated(
                        "counters", name + ": " + in + " in and " + out + " out (line " + first.line() + ")", 0)));
        Optional<IpAddress> peer = first.remote();
        return Optional.of(peer.isPresent() ? finding.about(peer.get()) : finding);
    }
}
