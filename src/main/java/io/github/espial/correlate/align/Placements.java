package io.github.espial.correlate.align;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which units were placed, each of which explains the ESP that its packets became. Not thread-safe. */
final class Placements {
    private static final double FIRST_SHARE = 0.9;
    private static final double LEAST_SHARE = 0.4;
    private static final double GREATEST_SHARE = 0.98;
    /** A unit that finds less of its ESP, in comparison with the others, shares it with another one. */
    private static final double LEAST_OF_SHARE = 0.7;
    /** Standard deviations that this may be chance by. */
    private static final double DEVIATIONS = 3;
    /** Of a unit's packets, so many are in the stretches that were placed. */
    private static final double LEAST_COVERED = 0.3;
    /** How much of two stretches may be at the same time. */
    private static final double MOST_OVERLAP = 0.1;

    private final Units units;
    private final EspClasses esp;
    private final Candidates candidates;
    private final List<Placed> placed = new ArrayList<>();
    private final BitSet placedUnits = new BitSet();
    /** Packets of stretches that are placed. */
    private final BitSet settled = new BitSet();

    private double share = FIRST_SHARE;

    Placements(Units units, EspClasses esp, Candidates candidates) {
        this.units = units;
        this.esp = esp;
        this.candidates = candidates;
    }

    List<Placed> all() {
        return placed;
    }

    boolean isPlaced(int unit) {
        return placedUnits.get(unit);
    }

    /** Packets that are placed. */
    BitSet settled() {
        return settled;
    }

    /** Of a unit's packets, how many have an ESP packet: 1 less what captures lost. */
    double share() {
        return share;
    }

    /**
     * Places those that find about as much of their ESP as others do; false where there is none.
     *
     * @param sure what enough speaks for, the best first
     */
    boolean place(List<Placed> sure) {
        List<Placed> fresh = new ArrayList<>();
        for (Placed one : sure) {
            if (!isElsewhere(one, fresh) && !isElsewhere(one, placed)) {
                fresh.add(one);
            }
        }
        List<Placed> explaining = explain(fresh);
        updateShare(explaining);
        List<Placed> partial = new ArrayList<>();
        for (Placed one : explaining) {
            if (isWhole(one)) {
                placed.add(one);
                placedUnits.set(one.unit());
            } else {
                partial.add(one);
            }
        }
        release(partial);
        settle();
        return partial.size() < explaining.size();
    }

    /** A few packets of a unit fit by chance: what went into a bin did so with a good part of its packets. */
    void dropScraps() {
        int[] within = new int[units.count()];
        for (int packet = 0; packet < units.packets(); packet++) {
            int unit = units.unit(packet);
            long nanos = units.nanos(packet);
            if (unit != Units.NONE && isPlaced(unit) && esp.firstNanos() <= nanos && nanos <= esp.lastNanos()) {
                within[unit]++;
            }
        }
        int[] covered = new int[units.count()];
        for (Placed one : placed) {
            covered[one.unit()] += one.packets();
        }
        placed.removeIf(one -> covered[one.unit()] < LEAST_COVERED * within[one.unit()]);
        placedUnits.clear();
        placed.forEach(one -> placedUnits.set(one.unit()));
    }

    /** Whether the unit is in another bin at the time. */
    private boolean isElsewhere(Placed one, List<Placed> among) {
        long first = units.nanos(one.first());
        long last = units.nanos(one.last());
        for (Placed other : among) {
            if (other.unit() == one.unit()) {
                long otherFirst = units.nanos(other.first());
                long otherLast = units.nanos(other.last());
                long both = Math.min(last, otherLast) - Math.max(first, otherFirst);
                long shorter = Math.min(last - first, otherLast - otherFirst);
                if (both > MOST_OVERLAP * shorter || (both >= 0 && shorter == 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lets the packets of units take the ESP that they became, in order of time. */
    private List<Placed> explain(List<Placed> fresh) {
        Map<Integer, List<Integer>> ofUnits = new HashMap<>();
        for (int one = 0; one < fresh.size(); one++) {
            ofUnits.computeIfAbsent(fresh.get(one).unit(), unit -> new ArrayList<>())
                    .add(one);
        }
        int[] packets = new int[fresh.size()];
        int[] found = new int[fresh.size()];
        candidates.begin();
        for (int packet = 0; packet < units.packets(); packet++) {
            List<Integer> ofUnit = ofUnits.get(units.unit(packet));
            if (ofUnit == null || esp.isTooLong(units.length(packet))) {
                continue;
            }
            candidates.find(units.nanos(packet), units.length(packet));
            for (int one : ofUnit) {
                if (fresh.get(one).covers(packet)) {
                    int in = candidates.in(fresh.get(one).bin());
                    packets[one]++;
                    found[one] += in >= 0 && explain(packet, in) ? 1 : 0;
                }
            }
        }
        List<Placed> explaining = new ArrayList<>();
        for (int one = 0; one < fresh.size(); one++) {
            explaining.add(fresh.get(one).finding(packets[one], found[one]));
        }
        return explaining;
    }

    private boolean explain(int packet, int in) {
        DelayShape shape = esp.shape(candidates.bin(in));
        int best = EspClasses.NONE;
        double likeliest = 0;
        for (int place = candidates.from(in); place < candidates.end(in); place++) {
            double at = esp.isFree(place) ? shape.at(esp.nanos(place) - units.nanos(packet)) : 0;
            best = at > likeliest ? place : best;
            likeliest = Math.max(likeliest, at);
        }
        if (best != EspClasses.NONE) {
            esp.explain(best, packet);
        }
        return best != EspClasses.NONE;
    }

    private void updateShare(List<Placed> fresh) {
        long packets = 0;
        long found = 0;
        for (Placed one : fresh) {
            packets += one.packets();
            found += one.found();
        }
        if (packets > 0) {
            share = Math.max(LEAST_SHARE, Math.min(GREATEST_SHARE, (found + 1.0) / (packets + 2.0)));
        }
    }

    private boolean isWhole(Placed one) {
        double expected = share * one.packets();
        double deviation = Math.sqrt(one.packets() * share * (1 - share));
        return one.found() >= LEAST_OF_SHARE * expected || one.found() >= expected - DEVIATIONS * deviation;
    }

    private void settle() {
        Map<Integer, List<Placed>> ofUnits = byUnit(placed);
        for (int packet = 0; packet < units.packets(); packet++) {
            if (isOf(packet, ofUnits.get(units.unit(packet)), EspClasses.NONE)) {
                settled.set(packet);
            }
        }
    }

    /** What they explained waits for another explanation. */
    private void release(List<Placed> partial) {
        Map<Integer, List<Placed>> ofUnits = byUnit(partial);
        for (int place = 0; place < esp.places() && !partial.isEmpty(); place++) {
            int packet = esp.explained(place);
            if (packet != EspClasses.NONE
                    && isOf(packet, ofUnits.get(units.unit(packet)), esp.bin(esp.classAt(place)))) {
                esp.explain(place, EspClasses.NONE);
            }
        }
    }

    private static Map<Integer, List<Placed>> byUnit(List<Placed> some) {
        Map<Integer, List<Placed>> ofUnits = new HashMap<>();
        some.forEach(one ->
                ofUnits.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
        return ofUnits;
    }

    /** Whether a packet is in one of the stretches, of {@code bin} unless that is {@link EspClasses#NONE}. */
    private static boolean isOf(int packet, @Nullable List<Placed> ofUnit, int bin) {
        if (ofUnit == null) {
            return false;
        }
        for (Placed one : ofUnit) {
            if (one.covers(packet) && (bin == EspClasses.NONE || one.bin() == bin)) {
                return true;
            }
        }
        return false;
    }
}
