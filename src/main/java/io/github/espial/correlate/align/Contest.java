package io.github.espial.correlate.align;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Lets all that may have become ESP take it, packet by packet in order of time; where one finds all taken that it could have
 * become, these are contested. Not thread-safe.
 */
final class Contest {
    /** From here on a hypothesis takes part. */
    private static final double ALIVE = 3;

    private final Units units;
    private final EspClasses esp;
    private final Candidates candidates;
    private final BitSet contested;
    /** By place: the unit that took it. */
    private final int[] taken;

    Contest(Units units, EspClasses esp, Candidates candidates) {
        this.units = units;
        this.esp = esp;
        this.candidates = candidates;
        this.contested = new BitSet(esp.places());
        this.taken = new int[esp.places()];
    }

    boolean isContested(int place) {
        return contested.get(place);
    }

    /**
     * Holds it anew.
     *
     * @param settled packets that take no part
     */
    void hold(Hypotheses hypotheses, BitSet settled) {
        contested.clear();
        Arrays.fill(taken, Units.NONE);
        candidates.begin();
        for (int packet = 0; packet < units.packets(); packet++) {
            int unit = units.unit(packet);
            if (unit == Units.NONE || settled.get(packet)) {
                continue;
            }
            boolean isSought = false;
            for (int one = hypotheses.latest(unit); one != Hypotheses.NONE; one = hypotheses.before(one)) {
                if (hypotheses.best(one) < ALIVE || !hypotheses.covers(one, packet)) {
                    continue;
                }
                if (!isSought) {
                    candidates.find(units.nanos(packet), units.length(packet));
                    isSought = true;
                }
                int in = candidates.in(hypotheses.bin(one));
                if (in >= 0) {
                    take(packet, in);
                }
            }
        }
    }

    private void take(int packet, int in) {
        int unit = units.unit(packet);
        DelayShape shape = esp.shape(candidates.bin(in));
        int best = EspClasses.NONE;
        double likeliest = 0;
        for (int place = candidates.from(in); place < candidates.end(in); place++) {
            if (esp.isFree(place) && taken[place] == Units.NONE) {
                double at = shape.at(esp.nanos(place) - units.nanos(packet));
                best = at > likeliest ? place : best;
                likeliest = Math.max(likeliest, at);
            }
        }
        if (best != EspClasses.NONE) {
            taken[best] = unit;
            return;
        }
        for (int place = candidates.from(in); place < candidates.end(in); place++) {
            if (esp.isFree(place) && taken[place] != unit) {
                contested.set(place);
            }
        }
    }
}
