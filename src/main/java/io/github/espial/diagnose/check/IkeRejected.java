package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.ike.IkeSa;
import io.github.espial.ike.Notice;
import io.github.espial.ike.NotifyMeaning;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** IKE that one end refused with a notify such as NO_PROPOSAL_CHOSEN. See the page {@code ike-rejected}. */
public final class IkeRejected implements Check {
    /** Errors that belong to a negotiation that goes on: the other end tries again, or both rekeyed at once. */
    private static final Set<NotifyMeaning> PASSING = Set.of(NotifyMeaning.OTHER_GROUP, NotifyMeaning.COLLISION);

    @Override
    public String id() {
        return "ike-rejected";
    }

    @Override
    public String summary() {
        return "IKE was refused, with a reason";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        Map<Refusal, Span> refusals = new LinkedHashMap<>();
        for (IkeSa sa : facts.inside().ikeSas()) {
            if (sa.isBetween(peer.server(), peer.address())) {
                sa.dialogue().notices().stream()
                        .filter(notice -> notice.isError() && !isPassing(sa, notice))
                        .forEach(notice -> refusals.merge(
                                Refusal.of(sa, notice), notice.seen().span(), Span::plus));
            }
        }
        return refusals.entrySet().stream().map(refusal -> describe(peer, refusal.getKey(), refusal.getValue()));
    }

    /** Whether the negotiation went on: another exchange of the IKE SA was answered after that. */
    private static boolean isPassing(IkeSa sa, Notice notice) {
        return PASSING.contains(notice.meaning())
                && sa.dialogue().exchanges().stream()
                        .anyMatch(exchange -> exchange.course().isAnswered()
                                && exchange.lastNanos() > notice.seen().nanos());
    }

    private Finding describe(Peer peer, Refusal refusal, Span span) {
        String often = span.frames() == 1 ? "" : ", " + span.frames() + " times";
        String text = refusal.sender() + " refused " + refusal.exchange() + " of IKEv" + refusal.version() + " with "
                + refusal.name() + often + meaning(refusal.meaning());
        String filter = "isakmp.notify.msgtype == " + refusal.type() + " && " + Filters.field(refusal.sender())
                + ".src == " + refusal.sender();
        String shown = refusal.isEncrypted()
                ? "isakmp && " + Filters.field(refusal.sender()) + ".src == " + refusal.sender()
                : filter;
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        "IKE with " + peer.address() + " was refused: " + refusal.name(),
                        text,
                        List.of(Evidence.seen("ike-notify", text, 0, span, shown)))
                .about(peer.address())
                .over(span, List.of(), false);
    }

    /** What both ends should compare; empty where the name says all. */
    private static String meaning(NotifyMeaning meaning) {
        return switch (meaning) {
            case NO_COMMON_ALGORITHMS, OTHER_GROUP -> ": the two ends have no algorithms in common";
            case NOT_AUTHENTICATED -> ": the secret, certificate or identity of one end is not what the other expects";
            case OTHER_NETWORKS -> ": the inner networks (traffic selectors) of the two ends do not match";
            case UNREADABLE -> ": often the sign of two different pre-shared keys, which decrypt to nonsense";
            case COLLISION, OTHER -> "";
        };
    }

    /** What is one refusal to a reader, however often it was sent. */
    private record Refusal(
            int version,
            IpAddress sender,
            String name,
            int type,
            NotifyMeaning meaning,
            String exchange,
            boolean isEncrypted) {
        static Refusal of(IkeSa sa, Notice notice) {
            return new Refusal(
                    sa.version(),
                    notice.sender(),
                    notice.name(),
                    notice.type(),
                    notice.meaning(),
                    notice.exchange(),
                    notice.isEncrypted());
        }
    }
}
