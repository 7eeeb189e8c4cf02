package io.github.espial.scan;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.Observations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what one stream saw that other streams may have seen too. */
final class PacketFingerprints {
    /** SPIs below are given by hand rather than negotiated: the same may be another SA at another time. */
    private static final long LEAST_NEGOTIATED_SPI = 1 << 16;

    private PacketFingerprints() {}

    /** Every fingerprint of the stream, and when it was seen first. */
    static Map<PacketFingerprint, FirstSeen> of(Observations stream) {
        Map<PacketFingerprint, FirstSeen> seen = new HashMap<>();
        for (IkeMessage message : stream.ikeMessages()) {
            if (message.hasTime()) {
                FirstSeen firstSeen = new FirstSeen(message.nanos(), message.source(), message.destination());
                seen.merge(PacketFingerprint.Message.of(message), firstSeen, FirstSeen::first);
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
    private static void addEnds(List<SaTalk> links, Map<PacketFingerprint, FirstSeen> seen) {
        SaTalk any = links.get(0);
        // Several receivers may have chosen the same SPI.
        boolean isOneSa = links.stream()
                .allMatch(link ->
                        link.source().equals(any.source()) && link.destination().equals(any.destination()));
        if (!isOneSa) {
            return;
        }
        // A packet that is forwarded on the same segment is seen on two links: the first is meant, of the last one too.
        SaTalk begin = links.stream().min(PacketFingerprints::byBegin).orElse(any);
        long last = links.stream()
                .max((one, other) -> Long.compare(lastNanos(one), lastNanos(other)))
                .orElse(any)
                .sequence()
                .last()
                .number();
        long end = links.stream()
                .filter(link -> link.sequence().last().number() == last)
                .mapToLong(PacketFingerprints::lastNanos)
                .min()
                .orElse(lastNanos(any));
        IpAddress source = any.source();
        IpAddress destination = any.destination();
        seen.put(
                new PacketFingerprint.End(
                        isAh(any), any.spi(), false, begin.sequence().first().number()),
                new FirstSeen(begin.sequence().first().nanos(), source, destination));
        seen.put(new PacketFingerprint.End(isAh(any), any.spi(), true, last), new FirstSeen(end, source, destination));
    }

    private static int byBegin(SaTalk one, SaTalk other) {
        return Long.compare(
                one.sequence().first().nanos(), other.sequence().first().nanos());
    }

    private static long lastNanos(SaTalk talk) {
        return talk.sequence().last().nanos();
    }

    private static boolean isAh(SaTalk talk) {
        return talk.traffic() == Traffic.AH;
    }
}
