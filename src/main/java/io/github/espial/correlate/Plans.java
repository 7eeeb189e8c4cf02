package io.github.espial.correlate;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.Dissector;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Traffic;
import java.util.BitSet;
import java.util.List;

/** The SAs to be opened, found by the words of their packets; it allocates nothing then. Immutable. */
final class Plans {
    static final int NONE = -1;

    private static final int EMPTY = 0;

    /** Places among the SPIs for each plan: of other SPIs one in so many seems to have a plan. */
    private static final int PLACES = 16;

    private final List<Plan> plans;
    /** Set where {@link #place} of a plan's SPI is. */
    private final BitSet spis;

    private final int places;
    /** Index plus one, or {@link #EMPTY}; the length is a power of two, at least twice the plans. */
    private final int[] slots;

    /** @param plans each of another SA */
    Plans(List<Plan> plans) {
        this.plans = List.copyOf(plans);
        this.slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, plans.size())) * 4)];
        this.places = slots.length * PLACES;
        this.spis = new BitSet(places);
        for (int index = 0; index < plans.size(); index++) {
            OuterSa sa = plans.get(index).sa();
            int slot = slot(sa.spi().value(), sa.destination().low());
            while (slots[slot] != EMPTY) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = index + 1;
            spis.set(place(sa.spi().value()));
        }
    }

    List<Plan> all() {
        return plans;
    }

    int size() {
        return plans.size();
    }

    Plan get(int index) {
        return plans.get(index);
    }

    /** False where no plan is for an SA with this SPI; mostly so. */
    boolean mayHave(long spi) {
        return spis.get(place(spi));
    }

    /** Index of the plan for the SA of a packet that {@code packet} has read, or {@link #NONE}. */
    int find(Dissector packet, Traffic traffic) {
        int slot = slot(packet.spi(), packet.destinationLow());
        while (slots[slot] != EMPTY) {
            int index = slots[slot] - 1;
            if (isOf(plans.get(index).sa(), packet, traffic)) {
                return index;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private static boolean isOf(OuterSa sa, Dissector packet, Traffic traffic) {
        IpAddress source = sa.source();
        IpAddress destination = sa.destination();
        return sa.spi().value() == packet.spi()
                && sa.traffic() == traffic
                && destination.version() == packet.ipVersion()
                && destination.low() == packet.destinationLow()
                && destination.high() == packet.destinationHigh()
                && source.low() == packet.sourceLow()
                && source.high() == packet.sourceHigh();
    }

    private int place(long spi) {
        return (int) ((spi * 0x9e3779b97f4a7c15L) >>> 40) & (places - 1);
    }

    private int slot(long spi, long address) {
        long hash = (spi * 0xd6e8feb86659fd93L ^ address) * 0x9e3779b97f4a7c15L;
        return (int) (hash >>> 40) & (slots.length - 1);
    }
}
