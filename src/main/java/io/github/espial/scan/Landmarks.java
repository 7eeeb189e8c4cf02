package io.github.espial.scan;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.Observations;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Traffic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what one stream saw that other streams may have seen too. */
final class Landmarks {
    /** SPIs below are given by hand rather than negotiated: the same may be another SA at another time. */
    private static final long LEAST_NEGOTIATED_SPI = 1 << 16;

    private Landmarks() {}

    /** Every landmark of the stream with its first sighting. */
    static Map<Landmark, Sighting> of(Observations stream) {
        Map<Landmark, Sighting> seen = new HashMap<>();
        for (IkeMessage message : stream.ikeMessages()) {
            if (message.hasTime()) {
                Sighting sighting = new Sighting(message.nanos(), message.source(), message.destination());
                seen.merge(Landmark.Message.of(message), sighting, Sighting::first);
            }
        }
        stream.sas().stream()
                .filter(talk -> talk.span().hasTime() && talk.spi().value() >= LEAST_NEGOTIATED_SPI)
                .collect(Collectors.groupingBy(talk -> List.of(isAh(talk), talk.spi())))
                .values()
                .forEach(links -> addEnds(links, seen));
        return seen;
    }

    /** @param links all talks of one SPI */
    private static void addEnds(List<SaTalk> links, Map<Landmark, Sighting> seen) {
        SaTalk any = links.get(0);
        // Several receivers may have chosen the same SPI.
        boolean isOneSa = links.stream()
                .allMatch(link ->
                        link.source().equals(any.source()) && link.destination().equals(any.destination()));
        if (!isOneSa) {
            return;
        }
        // A packet that is forwarded on the same segment is seen on two links: the first is meant, of the last one too.
        SaTalk begin = links.stream().min(Landmarks::byBegin).orElse(any);
        long last = links.stream()
                .max((one, other) -> Long.compare(lastNanos(one), lastNanos(other)))
                .orElse(any)
                .sequence()
                .last();
        long end = links.stream()
                .filter(link -> link.sequence().last() == last)
                .mapToLong(Landmarks::lastNanos)
                .min()
                .orElse(lastNanos(any));
        IpAddress source = any.source();
        IpAddress destination = any.destination();
        seen.put(
                new Landmark.End(isAh(any), any.spi(), false, begin.sequence().first()),
                new Sighting(begin.sequence().firstNanos(), source, destination));
        seen.put(new Landmark.End(isAh(any), any.spi(), true, last), new Sighting(end, source, destination));
    }

    private static int byBegin(SaTalk one, SaTalk other) {
        return Long.compare(one.sequence().firstNanos(), other.sequence().firstNanos());
    }

    private static long lastNanos(SaTalk talk) {
        return talk.sequence().lastNanos();
    }

    private static boolean isAh(SaTalk talk) {
        return talk.traffic() == Traffic.AH;
    }
}
