package io.github.espial.diagnose;

import io.github.espial.infer.Conclusions;
import io.github.espial.infer.Facts;
import io.github.espial.observe.FactKind;
import java.util.List;
import java.util.stream.Collectors;

/** What a verdict rests on less than: said beside it. */
final class Reservations {
    private final Case seen;
    private final Omitted omitted;

    Reservations(Case seen, Omitted omitted) {
        this.seen = seen;
        this.omitted = omitted;
    }

    /**
     * What was not come to, as the time was up.
     *
     * @param steps what was not looked at
     * @param checks what was not looked for
     */
    record Omitted(List<String> steps, List<String> checks) {
        boolean isNothing() {
            return steps.isEmpty() && checks.isEmpty();
        }
    }

    /** Clauses, each with a semicolon before it; empty where there is nothing to say. */
    String sentence() {
        return contradicted() + sampling() + limits();
    }

    /** Whether all that was found was held against each other, and looked at in time. */
    boolean isAllCompared() {
        return seen.conclusions().limits().isNone() && omitted.isNothing();
    }

    /** Beside the verdict, as it rests on what the user knows better than the case shows, or not. */
    private String contradicted() {
        return seen.statements().stream()
                .filter(statement -> statement.effect() == Statement.Effect.CONTRADICTED)
                .map(statement -> "; you stated " + statement + ", which the case contradicts")
                .collect(Collectors.joining());
    }

    /** Beside the verdict, as it rests on less than there was. */
    private String sampling() {
        return seen.sampled().isEmpty()
                ? ""
                : "; there were too many "
                        + seen.sampled().stream().map(FactKind::toString).collect(Collectors.joining(" and "))
                        + " to keep all, so a sample was judged";
    }

    /** What would have taken too long to compare: no network has so many, a capture that was made for it does. */
    private String limits() {
        Conclusions.Limits limits = seen.conclusions().limits();
        String nextHops = limits.nextHops() == 0
                ? ""
                : "; " + limits.nextHops() + " next hops of peers that have more than "
                        + Conclusions.Limits.MOST_NEXT_HOPS + " were not judged, those with the fewest frames";
        String use = limits.isUseOpen() ? "; there were too many next hops to tell of all whether they are two" : "";
        Facts.LeftOut leftOut = seen.conclusions().facts().leftOut();
        String rows = leftOut.isNothing()
                ? ""
                : "; what has the most frames was judged: "
                        + (leftOut.pairs() == 0 ? "" : leftOut.pairs() + " pairs of hosts, ")
                        + leftOut.talks() + " conversations and " + leftOut.sas() + " SAs were left out";
        String macs = limits.routers() == 0
                ? ""
                : "; of " + limits.routers() + " routers with more than " + Conclusions.Limits.MOST_MACS
                        + " MACs, the first " + Conclusions.Limits.MOST_MACS + " were held against those of others";
        String peers = limits.peers() == 0
                ? ""
                : "; the time was up (--max-time) before " + limits.peers() + " peers were looked at";
        String steps = omitted.steps().isEmpty()
                ? ""
                : "; the time was up (--max-time) before these were looked at: " + String.join(", ", omitted.steps());
        String checks = omitted.checks().isEmpty()
                ? ""
                : "; the time was up (--max-time) before these were looked for: " + String.join(", ", omitted.checks());
        return rows + nextHops + macs + use + peers + steps + checks;
    }
}
