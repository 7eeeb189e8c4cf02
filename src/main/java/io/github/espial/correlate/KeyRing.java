package io.github.espial.correlate;

import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaProtocol;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the keys that may be those of an SA. */
final class KeyRing {
    /** Keys that are tried for one SA; a table with more that fit is no help. */
    static final int MOST = 8;

    private static final long ALL_BITS = 0xffff_ffffL;

    private final Map<Spi, List<SaKeyEntry>> exact = new HashMap<>();
    private final List<SaKeyEntry> wildcards = new ArrayList<>();

    KeyRing(List<SaKeyEntry> entries) {
        for (SaKeyEntry entry : entries) {
            if (entry.traits().protocol() != SaProtocol.ESP) {
                continue;
            }
            if (entry.spi().mask() == ALL_BITS) {
                exact.computeIfAbsent(new Spi(entry.spi().bits()), spi -> new ArrayList<>())
                        .add(entry);
            } else {
                wildcards.add(entry);
            }
        }
    }

    boolean isEmpty() {
        return exact.isEmpty() && wildcards.isEmpty();
    }

    /**
     * What may be the keys of {@code sa}, at most {@link #MOST}, the likelier ones first. Where no addresses fit, those
     * of its SPI alone: a NAT may stand between the capture and the machine that the keys are from.
     */
    List<SaKeyEntry> keysOf(OuterSa sa) {
        Predicate<SaKeyEntry> fits = entry -> entry.source().matches(sa.source())
                && entry.destination().matches(sa.destination())
                && entry.spi().matches(sa.spi());
        List<SaKeyEntry> sameSpi = exact.getOrDefault(sa.spi(), List.of());
        List<SaKeyEntry> fitting = Stream.concat(sameSpi.stream(), wildcards.stream())
                .filter(fits)
                .limit(MOST)
                .toList();
        return fitting.isEmpty() ? sameSpi.stream().limit(MOST).toList() : fitting;
    }
}
