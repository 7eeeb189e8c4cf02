package io.github.espial.esp;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Packets of one SA, by what came of opening them. Partial: {@code merge} is associative and commutative, an empty tally
 * is its identity. The verdict is passed once, after the last merge, so that it does not depend on where a capture was
 * cut. Not thread-safe.
 */
public final class OpeningTally {
    /** Of a reason: its name, and how many. */
    private static final int LEAST_OCTETS = 3;

    private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private long verified;
    private long plausible;

    /** Counts one packet. */
    public void count(Opening opening) {
        if (opening instanceof Refusal reason) {
            refused.merge(reason, 1L, Long::sum);
        } else if (opening instanceof Opened packet && packet.isVerified()) {
            verified++;
        } else {
            plausible++;
        }
    }

    /** Takes in what {@code other} counted; it is left as is. */
    public void merge(OpeningTally other) {
        other.refused.forEach((reason, count) -> refused.merge(reason, count, Long::sum));
        verified += other.verified;
        plausible += other.plausible;
    }

    /** How many of each kind. */
    public void write(FieldWriter to) throws IOException {
        to.number(verified);
        to.number(plausible);
        to.number(refused.size());
        for (Map.Entry<Refusal, Long> count : refused.entrySet()) {
            to.constant(count.getKey());
            to.number(count.getValue());
        }
    }

    /**
     * Fills this, which is empty, with what {@link #write} wrote.
     *
     * @param packets more than these cannot be
     */
    public void read(FieldReader from, long packets) throws IOException {
        verified = from.number(packets);
        plausible = from.number(packets);
        int kinds = from.count(Refusal.values().length, LEAST_OCTETS);
        for (int i = 0; i < kinds; i++) {
            Refusal reason = from.constant(Refusal.values(), "a reason");
            long count = from.number(packets);
            from.hold(count > 0 && refused.put(reason, count) == null, "a reason without packets, or twice");
        }
    }

    /** Packets whose ICV holds. */
    public long verified() {
        return verified;
    }

    /** Packets opened without an ICV to check. */
    public long plausible() {
        return plausible;
    }

    /** Packets refused for {@code reason}. */
    public long refused(Refusal reason) {
        return refused.getOrDefault(reason, 0L);
    }

    /** What all packets together say; a single ICV that holds proves the key. */
    public KeyVerdict verdict() {
        for (Refusal reason : refused.keySet()) {
            if (reason.isFinal() && refused(reason) > 0) {
                return KeyVerdict.UNUSABLE;
            }
        }
        if (verified > 0) {
            return KeyVerdict.VERIFIED;
        }
        // Of what a wrong key gives, fewer than one packet in thousands passes for one.
        if (plausible > 0 && plausible >= blamed()) {
            return KeyVerdict.PLAUSIBLE;
        }
        return blamed() > 0 ? KeyVerdict.WRONG : KeyVerdict.UNTRIED;
    }

    /** What to tell about packets that were refused; empty when none were. */
    public Optional<KeyNote> note() {
        Refusal most = Refusal.ICV_MISMATCH;
        for (Refusal reason : refused.keySet()) {
            if (reason.blamesKey() && refused(reason) > refused(most)) {
                most = reason;
            }
        }
        long tried = verified + plausible + blamed();
        return refused(most) == 0 ? Optional.empty() : Optional.of(new KeyNote(verdict(), most, blamed(), tried));
    }

    private long blamed() {
        long sum = 0;
        for (Refusal reason : refused.keySet()) {
            sum += reason.blamesKey() ? refused(reason) : 0;
        }
        return sum;
    }
}
