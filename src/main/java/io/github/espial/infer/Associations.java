package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the links of each SA together. */
final class Associations {
    private Associations() {}

    static List<SecurityAssociation> of(Facts facts, List<Pairing.Pair> pairs) {
        Map<Key, List<SaTalk>> byKey = new LinkedHashMap<>();
        facts.sas()
                .forEach(talk -> byKey.computeIfAbsent(
                                new Key(talk.traffic(), talk.source(), talk.destination(), talk.spi()),
                                key -> new ArrayList<>())
                        .add(talk));
        Set<Pairing.Pair> known = pairs.stream().collect(Collectors.toSet());
        return byKey.entrySet().stream()
                .map(entry -> association(entry.getKey(), entry.getValue(), known))
                .sorted((one, other) ->
                        one.span().firstFrame().compareTo(other.span().firstFrame()))
                .toList();
    }

    private static SecurityAssociation association(Key key, List<SaTalk> talks, Set<Pairing.Pair> pairs) {
        Span span = talks.stream().map(SaTalk::span).reduce(Span::plus).orElseThrow();
        return new SecurityAssociation(
                key.traffic(),
                key.source(),
                key.destination(),
                key.spi(),
                direction(key, pairs),
                span,
                sequence(talks),
                talks.stream()
                        .map(talk -> new SecurityAssociation.Link(talk.hop(), talk.span()))
                        .sorted((one, other) ->
                                one.span().firstFrame().compareTo(other.span().firstFrame()))
                        .toList());
    }

    private static SecurityAssociation.Direction direction(Key key, Set<Pairing.Pair> pairs) {
        if (pairs.contains(new Pairing.Pair(key.source(), key.destination()))) {
            return SecurityAssociation.Direction.OUTBOUND;
        }
        return pairs.contains(new Pairing.Pair(key.destination(), key.source()))
                ? SecurityAssociation.Direction.INBOUND
                : SecurityAssociation.Direction.TRANSIT;
    }

    private static SecurityAssociation.Sequence sequence(List<SaTalk> talks) {
        return new SecurityAssociation.Sequence(
                talks.stream().mapToLong(talk -> talk.sequence().lowest()).min().orElseThrow(),
                talks.stream()
                        .mapToLong(talk -> talk.sequence().highest())
                        .max()
                        .orElseThrow(),
                SequenceNumbers.gapsOver(talks.stream().map(SaTalk::sequence).toList()));
    }

    private record Key(Traffic traffic, IpAddress source, IpAddress destination, Spi spi) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.traffic == traffic
                    && key.source.equals(source)
                    && key.destination.equals(destination)
                    && key.spi.equals(spi);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * traffic.hashCode() + source.hashCode()) + destination.hashCode()) + spi.hashCode();
        }
    }
}
