package io.github.espial.correlate;

import io.github.espial.correlate.inner.InnerFacts;
import io.github.espial.correlate.inner.InnerTalk;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.InnerPacket.Carriage;
import io.github.espial.esp.KeyVerdict;
import io.github.espial.esp.OpeningMode;
import io.github.espial.esp.OpeningTally;
import io.github.espial.esp.Refusal;
import io.github.espial.ike.IkeStories;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides of each SA, once all packets have been tried, which attempt opened it; and says what none did, and why. */
final class Judging {
    private final KeysAndPolicies given;
    private final IkeStories ike;
    private final ChildSas children;
    private final Map<OuterSa, Choice> choices = new LinkedHashMap<>();
    /** As packets show it. */
    private final Map<OuterSa, OpeningMode> modes = new HashMap<>();

    private final List<Flow> flows = new ArrayList<>();
    private final List<OpenedSa> opened = new ArrayList<>();
    private final List<L2tpTalk> l2tpTalks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int leftOut;

    Judging(KeysAndPolicies given, IkeStories ike) {
        this.given = given;
        this.ike = ike;
        this.children = new ChildSas(ike.sas());
        notes.addAll(ike.notes());
    }

    /** Notes an SA that no key was given for; where none was given at all, nobody expects one. */
    void noteKeyless(OuterSa sa) {
        if (given.hasKeys()) {
            notes.add(
                    "what was inside ESP " + sa + ": " + children.whyKeyless(sa).orElse("no key was given for it"));
        }
    }

    void noteLeftOut() {
        leftOut++;
    }

    void noteUnrepeatable() {
        notes.add("what was inside ESP: standard input and pipes can be read only once; give a file");
    }

    /** Notes a capture of which there is only what an earlier scan saw. */
    void noteScanned(String name) {
        notes.add("what was inside ESP: of " + name + " there is only a scan; give the capture itself");
    }

    void judge(Plans all, InnerPiece whole) {
        for (int sa = 0; sa < all.size(); sa++) {
            Plan plan = all.get(sa);
            whole.of(sa).ifPresent(opening -> judge(plan, opening));
        }
        InnerFacts facts = whole.facts();
        keepFlows(Reassembly.of(facts));
        facts.l2tpTalks().rows().stream().filter(this::isChosen).forEach(l2tpTalks::add);
        if (facts.flows().isSampled()) {
            notes.add("there were too many inner flows to keep all: a sample is shown");
        }
        if (facts.fragments().isSampled()) {
            notes.add("there were too many inner fragments to find their first ones: all others count without ports");
        }
        if (facts.l2tpTalks().isSampled()) {
            notes.add("there were too many L2TP messages inside ESP to keep all: a sample is shown");
        }
        choices.forEach((sa, choice) -> opened.add(opened(sa, choice.attempt())));
    }

    TunnelContents inside() {
        if (leftOut > 0) {
            notes.add("what was inside ESP of " + leftOut + " more SAs: there were too many to open all");
        }
        return new TunnelContents(
                flows,
                opened,
                InnerNetworks.of(given, ike.sas()),
                TransportPolicies.of(given.policies()),
                l2tpTalks,
                ike.sas(),
                notes);
    }

    private void judge(Plan plan, SaOpening opening) {
        OptionalInt best = best(plan, opening);
        if (best.isPresent()) {
            choices.put(plan.sa(), new Choice(best.getAsInt(), plan.attempts().get(best.getAsInt())));
            opening.tally(best.getAsInt())
                    .note()
                    .filter(note -> best.getAsInt() < plan.keyed().size())
                    .ifPresent(note -> notes.add("a part of what was inside ESP " + plan.sa() + ": " + note));
        } else if (!plan.keyed().isEmpty()) {
            notes.add("what was inside ESP " + plan.sa() + ": " + reason(plan, opening));
        }
    }

    /** The attempt that opened the SA: an ICV that holds proves it; else it is not encrypted, or a key gave packets. */
    private static OptionalInt best(Plan plan, SaOpening opening) {
        OptionalInt keyed = OptionalInt.empty();
        for (int attempt = 0; attempt < plan.keyed().size(); attempt++) {
            OpeningTally tally = opening.tally(attempt);
            boolean isBetter = keyed.isEmpty() || sum(tally) > sum(opening.tally(keyed.getAsInt()));
            if (tally.verdict() == KeyVerdict.VERIFIED) {
                return OptionalInt.of(attempt);
            }
            if (tally.verdict().holds() && isBetter) {
                keyed = OptionalInt.of(attempt);
            }
        }
        Optional<Integer> clear =
                plan.isSearched() ? opening.search().layout().map(plan::attemptFor) : Optional.empty();
        return clear.isPresent() ? OptionalInt.of(clear.get()) : keyed;
    }

    private static long sum(OpeningTally tally) {
        return tally.verified() + tally.plausible();
    }

    private static String reason(Plan plan, SaOpening opening) {
        OpeningTally first = opening.tally(0);
        String keys = plan.keyed().size() == 1 ? "the key given does not open it" : "none of the keys given opens it";
        if (first.verdict() == KeyVerdict.UNTRIED) {
            long cut = first.refused(Refusal.TRUNCATED);
            return cut > 0
                    ? "no packet of it was captured whole; capture without a snap length"
                    : "its packets are too short for " + plan.keyed().get(0).cipher();
        }
        return keys + " (" + first.note().map(Object::toString).orElse("inner octets are no packet") + ")";
    }

    private OpenedSa opened(OuterSa sa, OpeningMethod attempt) {
        OpeningMode mode =
                attempt.mode() == OpeningMode.UNKNOWN ? modes.getOrDefault(sa, OpeningMode.UNKNOWN) : attempt.mode();
        return new OpenedSa(sa, mode, attempt.cipher());
    }

    private boolean isChosen(L2tpTalk talk) {
        OuterSa sa = new OuterSa(talk.traffic(), talk.outerSource(), talk.outerDestination(), talk.spi());
        Choice choice = choices.get(sa);
        return choice != null && choice.index() == talk.attempt();
    }

    /** What several interfaces or captures show of one flow is one flow to a reader. */
    private void keepFlows(List<InnerTalk> talks) {
        Map<FlowKey, Span> spans = new LinkedHashMap<>();
        for (InnerTalk talk : talks) {
            OuterSa sa = talk.sa();
            Choice choice = choices.get(sa);
            if (choice != null && choice.index() == talk.attempt()) {
                spans.merge(FlowKey.of(sa, talk, choice.attempt().match()), talk.span(), Span::plus);
                if (talk.carriage() != Carriage.NESTED) {
                    modes.put(sa, talk.carriage() == Carriage.TUNNEL ? OpeningMode.TUNNEL : OpeningMode.TRANSPORT);
                }
            }
        }
        spans.forEach((key, span) -> flows.add(key.flow(span)));
    }

    /** The attempt that opened an SA, and its place in the plan. */
    private record Choice(int index, OpeningMethod attempt) {}

    /** What tells one flow from another. */
    private record FlowKey(
            OuterSa sa,
            Carriage carriage,
            FiveTuple inner,
            Optional<MacAddress> sender,
            Optional<MacAddress> nextHop,
            Match match) {
        static FlowKey of(OuterSa sa, InnerTalk talk, Match match) {
            return new FlowKey(
                    sa,
                    talk.carriage(),
                    talk.inner(),
                    talk.hop().source(),
                    talk.hop().destination(),
                    match);
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof FlowKey key
                    && key.sa.equals(sa)
                    && key.inner.equals(inner)
                    && key.sender.equals(sender)
                    && key.nextHop.equals(nextHop)
                    && key.carriage == carriage
                    && key.match == match;
        }

        @Override
        public int hashCode() {
            return 31
                            * (31
                                            * (31 * (31 * (31 * sa.hashCode() + inner.hashCode()) + sender.hashCode())
                                                    + nextHop.hashCode())
                                    + carriage.hashCode())
                    + match.hashCode();
        }

        Flow flow(Span span) {
            return new Flow(sa, carriage, inner, sender, nextHop, span, match, 1);
        }
    }
}
