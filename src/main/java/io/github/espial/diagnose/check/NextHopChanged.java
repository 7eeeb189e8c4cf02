package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Way;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A peer's ESP that moved from one router to another while frames were captured. See the page {@code next-hop-changed}. */
public final class NextHopChanged implements Check {
    /** Changes of one peer that are told one by one: a person reads so many, and follows the time chart for more. */
    private static final int TOLD = 5;

    /** Frames that a switch, a tap or a changing route may mislay. */
    private static final long STRAY = 2;

    @Override
    public String id() {
        return "next-hop-changed";
    }

    @Override
    public String summary() {
        return "the next hop of a peer's ESP changed during the capture";
    }

    @Override
    public List<Finding> examine(Case facts) {
        List<Finding> findings = new ArrayList<>();
        for (Peer peer : facts.peers()) {
            List<Way> ways = facts.conclusions().ways(peer);
            List<Finding> changes = new ArrayList<>();
            // What another way's span holds is no change of it: the next one is told from that way again.
            for (int i = 1, usual = 0; i < ways.size(); i++) {
                Way before = ways.get(usual);
                Way after = ways.get(i);
                boolean isWithin = isWithin(after, before);
                if (after.span().hasTime() && !before.isBeside(after)) {
                    String protocol = facts.protocol(peer);
                    changes.add(
                            isWithin
                                    ? excursion(protocol, peer, before, after)
                                    : describe(protocol, peer, before, after));
                }
                usual = isWithin ? usual : i;
            }
            findings.addAll(changes.size() <= TOLD ? changes : List.of(sum(facts.protocol(peer), peer, ways, changes)));
        }
        return findings;
    }

    private Finding sum(String protocol, Peer peer, List<Way> ways, List<Finding> changes) {
        Span span = ways.stream().map(Way::span).reduce(Span::plus).orElseThrow();
        String text = protocol + " for " + peer.address() + " went to " + ways.size()
                + " next hops, one after the other, the first " + Wording.nextHop(ways.get(0)) + ", the last "
                + Wording.nextHop(ways.get(ways.size() - 1));
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "the next hop for " + peer.address() + " changed " + changes.size() + " times",
                        text,
                        changes.stream()
                                .limit(TOLD)
                                .map(change -> change.proof().evidence().get(1))
                                .toList())
                .about(peer.address())
                .between(Optional.of(ways.get(ways.size() - 1).nextHop()), Optional.empty())
                .over(
                        span,
                        ways.stream()
                                .flatMap(way -> way.spis().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        false);
    }

    /** Whether the one way was in use before and after the other: nothing changed for good. */
    private static boolean isWithin(Way inner, Way outer) {
        return inner.span().lastNanos() < outer.span().lastNanos();
    }

    private Finding excursion(String protocol, Peer peer, Way usual, Way other) {
        boolean isStray = other.span().frames() <= STRAY;
        String when = Wording.time(other.span().firstNanos());
        String text = Wording.frames(other.span().frames()) + " of " + protocol + " for " + peer.address() + " went to "
                + Wording.nextHop(other) + (isStray ? " at " : " from ") + when
                + (isStray ? "" : " to " + Wording.time(other.span().lastNanos())) + ", and "
                + Wording.frames(usual.span().frames()) + " to " + Wording.nextHop(usual) + ", before and after"
                + (isStray && other.delivery() != Way.Delivery.WRONG ? ": a stray, not a change of the route" : "");
        return Finding.of(
                        id(),
                        Severity.INFO,
                        (isStray ? "a stray frame for " : "another next hop for a while for ") + peer.address() + " at "
                                + when,
                        text,
                        List.of(evidence(usual, ""), evidence(other, "")))
                .about(peer.address())
                .between(Optional.of(other.nextHop()), Optional.empty())
                .over(other.span(), other.spis(), false);
    }

    private Finding describe(String protocol, Peer peer, Way before, Way after) {
        String when = Wording.time(after.span().firstNanos());
        String text = protocol + " for " + peer.address() + " went to " + Wording.nextHop(before) + " and, from " + when
                + " on, to " + Wording.nextHop(after);
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "the next hop for " + peer.address() + " changed at " + when,
                        text,
                        List.of(evidence(before, "last"), evidence(after, "first")))
                .about(peer.address())
                .between(Optional.of(after.nextHop()), Optional.empty())
                .movedFrom(before.nextHop())
                .over(after.span(), after.spis(), false);
    }

    /** @param which of its frames marks the change, the first or the last; empty where there is none */
    private static Evidence evidence(Way way, String which) {
        String text = Wording.where(way.span()) + " went to " + Wording.nextHop(way)
                + (which.isEmpty() ? "" : "; the " + which + " one marks the change");
        String filter = Filters.protectedFromTo(way.server(), way.peer())
                + way.nextHop().mac().map(mac -> " && " + Filters.handedTo(mac)).orElse("");
        return Evidence.seen("esp-next-hop", text, 0, way.span(), filter);
    }
}
