package io.github.espial.correlate;

import io.github.espial.correlate.inner.InnerFacts;
import io.github.espial.correlate.inner.InnerFragment;
import io.github.espial.correlate.inner.InnerFragment.Whole;
import io.github.espial.correlate.inner.InnerTalk;
import io.github.espial.correlate.inner.OuterSa;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts fragments that bear no ports to the flow of the first fragment of their packet, where that was seen. Two packets
 * of one number at one time leave it open, and so their later fragments count without ports.
 */
final class Reassembly {
    private final Map<Packet, InnerTalk> flows = new HashMap<>();
    private final Set<Packet> ambiguous = new HashSet<>();

    private Reassembly(List<InnerFragment> fragments) {
        fragments.stream()
                .filter(fragment -> !fragment.talk().isLaterFragment())
                .forEach(this::note);
    }

    /** What there was of each flow, in no order. */
    static List<InnerTalk> of(InnerFacts facts) {
        List<InnerTalk> talks = facts.flows().rows();
        if (facts.fragments().isSampled()) {
            return talks;
        }
        List<InnerFragment> fragments = facts.fragments().rows();
        Reassembly reassembly = new Reassembly(fragments);
        List<InnerTalk> whole = new ArrayList<>();
        talks.stream().filter(talk -> !talk.isLaterFragment()).forEach(whole::add);
        fragments.stream()
                .filter(fragment -> fragment.talk().isLaterFragment())
                .forEach(fragment -> whole.add(reassembly.inItsFlow(fragment)));
        return whole;
    }

    private void note(InnerFragment first) {
        Packet packet = Packet.of(first.talk(), first.whole());
        InnerTalk other = flows.putIfAbsent(packet, first.talk());
        if (other != null && !isSameFlow(other, first.talk())) {
            ambiguous.add(packet);
        }
    }

    private InnerTalk inItsFlow(InnerFragment later) {
        InnerTalk talk = later.talk();
        return first(talk, later.whole())
                .map(first -> new InnerTalk(
                        talk.sa(), talk.hop(), talk.attempt(), first.carriage(), first.inner(), false, talk.span()))
                .orElse(talk);
    }

    /** The first fragment, which may have come in the period before, or in the next one. */
    private Optional<InnerTalk> first(InnerTalk talk, Whole whole) {
        for (long period : new long[] {whole.period(), whole.period() - 1, whole.period() + 1}) {
            Packet packet = Packet.of(talk, whole.in(period));
            InnerTalk first = flows.get(packet);
            if (first != null) {
                return ambiguous.contains(packet) ? Optional.empty() : Optional.of(first);
            }
        }
        return Optional.empty();
    }

    private static boolean isSameFlow(InnerTalk one, InnerTalk other) {
        return one.inner().equals(other.inner());
    }

    /** A packet in an SA, as an attempt to open it showed it. */
    private record Packet(OuterSa sa, int attempt, Whole whole) {
        static Packet of(InnerTalk talk, Whole whole) {
            return new Packet(talk.sa(), talk.attempt(), whole);
        }
    }
}
