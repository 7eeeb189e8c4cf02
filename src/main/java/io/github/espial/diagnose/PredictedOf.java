package io.github.espial.diagnose;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Route;
import io.github.espial.routing.StatedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Concludes from the words of machines alone. */
final class PredictedOf {
    /** Findings that words alone can prove. */
    private static final Set<String> FAULTS = Set.of("bypasses-tunnel", "route-missing", "tunnel-in-itself");

    /** Routes that agree under both models leave open only whether they are those in force, and the far end's. */
    private static final double AGREED = 0.9;

    /** Networks that a sentence names. */
    private static final int NAMED = 5;

    private final Case seen;
    private final List<Finding> findings;

    PredictedOf(Case seen, List<Finding> findings) {
        this.seen = seen;
        this.findings = findings;
    }

    /** Empty where no words were given that tell of routes or tunnels. */
    Optional<Predicted> predicted() {
        boolean tellsTunnels = !seen.machine().tunnels().networks().isEmpty()
                || !seen.machine().tunnels().counts().isEmpty();
        boolean isTold = !seen.machine().lookup().isEmpty() || (seen.captures().isEmpty() && tellsTunnels);
        if (!isTold) {
            return Optional.empty();
        }
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR && FAULTS.contains(finding.id()))
                .toList();
        if (!faults.isEmpty()) {
            double confidence = faults.stream()
                    .mapToDouble(finding -> finding.proof().confidence().orElse(AGREED))
                    .max()
                    .orElse(AGREED);
            String why = faults.stream().map(Finding::title).limit(NAMED).collect(Collectors.joining("; "));
            return Optional.of(of(Verdict.MISROUTED, why, OptionalDouble.of(confidence)));
        }
        Optional<String> doubt = doubt();
        return Optional.of(
                doubt.isPresent()
                        ? of(Verdict.UNDETERMINED, doubt.get(), OptionalDouble.empty())
                        : of(Verdict.HEALTHY, agreed(), OptionalDouble.of(AGREED)));
    }

    private Predicted of(Verdict verdict, String sentence, OptionalDouble confidence) {
        Predictions predictions = seen.predictions();
        return new Predicted(
                verdict,
                sentence,
                confidence,
                predictions.model(),
                predictions.all(),
                Stream.of(
                                seen.machine().tunnels().remarks(),
                                seen.machine().tunnels().notes())
                        .flatMap(said -> said.values().stream())
                        .flatMap(List::stream)
                        .toList());
    }

    /** The networks of tunnels that stand, or may. */
    private List<Prediction> active() {
        return seen.predictions().all().stream()
                .filter(one -> one.stated()
                        .map(StatedNetwork::standing)
                        .map(standing -> standing.mayCarry())
                        .orElse(true))
                .toList();
    }

    /** Why the words do not decide. */
    private Optional<String> doubt() {
        if (seen.machine().lookup().isEmpty()) {
            return Optional.of("no routing table of the machine was given"
                    + remark().map(remark -> ", and " + remark).orElse(""));
        }
        if (seen.predictions().all().isEmpty()) {
            return Optional.of("nothing tells which networks lie behind which peer");
        }
        List<Prediction> active = active();
        if (active.isEmpty()) {
            return Optional.of("no tunnel is said to be up");
        }
        if (active.stream().anyMatch(one -> one.after().nextHop().isEmpty() || isOpen(one))) {
            return Optional.of("the tables do not tell one next hop for each network");
        }
        Optional<String> unbound =
                active.stream().flatMap(one -> unbound(one).stream()).findFirst();
        if (unbound.isPresent()) {
            return unbound;
        }
        OtherLine lines = new OtherLine(seen.machine());
        Optional<String> otherLine =
                active.stream().flatMap(one -> lines.of(one).stream()).findFirst();
        if (otherLine.isPresent()) {
            return otherLine;
        }
        List<Prediction> differing = active.stream().filter(one -> !agrees(one)).toList();
        if (!differing.isEmpty()) {
            List<Prediction> other =
                    differing.stream().filter(one -> !isIntoWireGuard(one)).toList();
            return Optional.of(
                    other.isEmpty()
                            ? intoWireGuard(differing.get(0))
                            : "it depends on when the route is looked up: " + difference(other));
        }
        if (findings.stream().anyMatch(finding -> finding.id().equals(FindingId.ESP_ONE_WAY))) {
            return Optional.of("the routes agree for " + named(active)
                    + ", but by the machine's own counters traffic goes one way only");
        }
        boolean waits = seen.machine().tunnels().networks().stream()
                .anyMatch(network -> !network.standing().mayCarry());
        if (waits) {
            return Optional.of("the routes agree for " + named(active) + ", but not all tunnels are up");
        }
        return remark().map(remark -> "the routes agree for " + named(active) + ", but " + remark);
    }

    private Optional<String> remark() {
        return seen.machine().tunnels().remarks().values().stream()
                .flatMap(List::stream)
                .findFirst();
    }

    /** That packets must bear something, which the words do not show them to be given on the way that the table has. */
    private static Optional<String> unbound(Prediction one) {
        return one.stated()
                .flatMap(StatedNetwork::wanted)
                .map(wanted -> "only packets for " + one.network() + " with " + wanted + " go into the tunnel to "
                        + one.peer() + ", and nothing shows that those have it which the table sends by "
                        + shown(one.lookup(LookupModel.BEFORE_IPSEC)));
    }

    private static boolean isOpen(Prediction one) {
        return one.before().values().stream()
                .anyMatch(lookup -> lookup instanceof Lookup.Masked || lookup instanceof Lookup.Several);
    }

    /** The networks, or where most of the first one agrees, the part of it that does not. */
    private static String difference(List<Prediction> differing) {
        Prediction first = differing.get(0);
        Optional<Lookup> most = first.lookup(LookupModel.BEFORE_IPSEC);
        boolean isAll = most.filter(lookup -> agrees(first, lookup)).isEmpty();
        for (Map.Entry<IpPrefix, Lookup> part : first.before().entrySet()) {
            if (!isAll && !agrees(first, part.getValue())) {
                return "for " + part.getKey() + ", a part of " + first.network() + ", it is "
                        + both(Optional.of(part.getValue()), first);
            }
        }
        return "for " + named(differing) + " it is " + both(most, first);
    }

    private static String both(Optional<Lookup> before, Prediction one) {
        return shown(before) + " before IPsec, and " + shown(Optional.of(one.after())) + " after it";
    }

    /** Whether packets go the same way whenever their route is looked up, or into the tunnel's own interface. */
    private static boolean agrees(Prediction one) {
        return one.before().values().stream().allMatch(before -> agrees(one, before));
    }

    private static boolean agrees(Prediction one, Lookup before) {
        Optional<String> device = one.stated().flatMap(StatedNetwork::device);
        Optional<String> into = before.decidedBy().flatMap(Route::interfaceName);
        boolean isIntoTunnel = device.isPresent() && into.equals(device);
        boolean isSame = before.nextHop().isPresent()
                && before.nextHop().equals(one.after().nextHop());
        return isIntoTunnel || isSame;
    }

    /** Whether all that does not agree is routed into WireGuard: what it depends on is then which of the two takes it. */
    private boolean isIntoWireGuard(Prediction one) {
        Map<IpPrefix, String> said = seen.machine().tunnels().exits().wireGuard();
        return one.before().entrySet().stream()
                .allMatch(part -> agrees(one, part.getValue()) || said.containsKey(part.getKey()));
    }

    private String intoWireGuard(Prediction one) {
        Map<IpPrefix, String> said = seen.machine().tunnels().exits().wireGuard();
        return one.before().keySet().stream()
                .filter(said::containsKey)
                .map(said::get)
                .findFirst()
                .orElseThrow();
    }

    private String agreed() {
        List<Prediction> active = active();
        String ways = active.stream()
                .map(one -> one.peer() + " by "
                        + one.after().nextHop().map(IpAddress::toString).orElse(""))
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        return "the routes agree for " + named(active) + ": " + ways;
    }

    private static String named(List<Prediction> networks) {
        List<String> all = networks.stream()
                .map(one -> Objects.toString(one.network()))
                .distinct()
                .toList();
        String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
    }

    private static String shown(Optional<Lookup> lookup) {
        return lookup.flatMap(Lookup::decidedBy)
                .flatMap(route -> route.router()
                        .map(IpAddress::toString)
                        .or(() -> route.interfaceName().map(name -> "on link, " + name)))
                .orElse("nowhere");
    }
}
