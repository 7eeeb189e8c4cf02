package io.github.espial.scan;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.Observations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds frames that are in two captures of a case, and so count twice: a capture and a part of it, or two programs on one
 * card that share time stamps. Told are conversations of IPsec that agree in all: MACs, VLANs, hosts, frames, octets, and the
 * times of the first and last frame. Two points see a packet at different times, and what differs in any of these may be
 * other frames.
 */
final class DuplicateFrames {
    /** A single time may be the same by chance. */
    private static final int FEWEST = 2;

    private static final long MICRO = 1_000;

    private final Map<Conversation, Integer> firstSeen = new HashMap<>();

    /** In place of the capture that a conversation is in. */
    private static final Hop.Point ANYWHERE = new Hop.Point(0, 0);

    /** The conversation, whatever capture it is in. */
    private record Conversation(
            Traffic traffic,
            Hop link,
            IpAddress source,
            IpAddress destination,
            long frames,
            long octets,
            long firstMicros,
            long lastMicros) {
        static Conversation of(Talk talk, long nanos) {
            Span span = talk.span();
            return new Conversation(
                    talk.traffic(),
                    new Hop(
                            ANYWHERE,
                            talk.hop().source(),
                            talk.hop().destination(),
                            talk.hop().vlans()),
                    talk.source(),
                    talk.destination(),
                    span.frames(),
                    span.octets(),
                    micros(span.firstNanos() + nanos),
                    micros(span.lastNanos() + nanos));
        }

        /** What pcap files mostly keep of a time: a copy of a capture may have less than the capture. */
        private static long micros(long nanos) {
            return Math.floorDiv(nanos, MICRO);
        }
    }

    /**
     * Takes in a stream.
     *
     * @param place what it is told by
     * @param nanos what is added to its times
     * @return of its frames, how many are in which stream that was taken in before
     */
    Map<Integer, Long> add(int place, Observations stream, long nanos) {
        Map<Integer, Long> shared = new TreeMap<>();
        Set<Conversation> here = new HashSet<>();
        for (Talk talk : stream.ipsecTalks()) {
            boolean isPlain = talk.span().hasTime()
                    && talk.span().frames() >= FEWEST
                    && talk.span().nanos() > 0;
            Conversation conversation = Conversation.of(talk, nanos);
            // Two cards of one capture that show the same are no second file.
            if (!isPlain || !here.add(conversation)) {
                continue;
            }
            Integer before = firstSeen.putIfAbsent(conversation, place);
            if (before != null) {
                shared.merge(before, conversation.frames(), Long::sum);
            }
        }
        return shared;
    }
}
