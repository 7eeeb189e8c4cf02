package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.IkeOutcome;
import io.github.espial.diagnose.Severity;
import io.github.espial.ike.ExchangeKind;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** IKE that one end refused with a notify such as NO_PROPOSAL_CHOSEN. See the page {@code ike-rejected}. */
public final class IkeRejected implements Check {
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
        IkeOutcome outcome = new IkeOutcome(facts, peer);
        Map<Refusal, Span> refusals = new LinkedHashMap<>();
        for (IkeSa sa : outcome.sas()) {
            outcome.refusals(sa)
                    .forEach(notice -> refusals.merge(
                            Refusal.of(sa, notice, outcome.refused(sa, notice)),
                            notice.seen().span(),
                            Span::plus));
        }
        return refusals.entrySet().stream()
                .map(refusal -> describe(peer, outcome, refusal.getKey(), refusal.getValue()));
    }

    private Finding describe(Peer peer, IkeOutcome outcome, Refusal refusal, Span span) {
        OptionalLong success = refusal.exchange().isPresent() && span.hasTime()
                ? outcome.successAfter(refusal.exchange().get(), span.lastNanos())
                : OptionalLong.empty();
        String often = span.frames() == 1 ? "" : ", " + span.frames() + " times";
        String what = refusal.exchange().map(kind -> kind + " of ").orElse("a negotiation of ");
        String text = refusal.sender() + " refused " + what + "IKEv" + refusal.version() + " with " + refusal.name()
                + often + meaning(refusal.meaning())
                + (success.isPresent()
                        ? ". That is past: since " + Wording.time(success.getAsLong()) + " the negotiation succeeds"
                        : "");
        String filter = "isakmp.notify.msgtype == " + refusal.type() + " && " + Filters.field(refusal.sender())
                + ".src == " + refusal.sender();
        String shown = refusal.isEncrypted()
                ? "isakmp && " + Filters.field(refusal.sender()) + ".src == " + refusal.sender()
                : filter;
        Finding finding = Finding.of(
                        id(),
                        Severity.WARNING,
                        "IKE with " + peer.address() + " was refused"
                                + (success.isPresent() ? " until " + Wording.time(span.lastNanos()) : "") + ": "
                                + refusal.name(),
                        text,
                        List.of(Evidence.seen("ike-notify", text, 0, span, shown)))
                .about(peer.address())
                .over(span, List.of(), false);
        return success.isPresent() ? finding.mendedAt(success.getAsLong()) : finding;
    }

    /** What both ends should compare; empty where the name says all. */
    private static String meaning(NotifyMeaning meaning) {
        return switch (meaning) {
            case NO_COMMON_ALGORITHMS -> ": the two ends have no algorithms in common";
            case OTHER_GROUP ->
                ": it asks to try again with another Diffie-Hellman group than the one that was guessed; no other attempt"
                        + " was seen";
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
            Optional<ExchangeKind> exchange,
            boolean isEncrypted) {
        static Refusal of(IkeSa sa, Notice notice, Optional<ExchangeKind> refused) {
            return new Refusal(
                    sa.version(),
                    notice.sender(),
                    notice.name(),
                    notice.type(),
                    notice.meaning(),
                    refused,
                    notice.isEncrypted());
        }
    }
}
