package io.github.espial.simulate;

import java.util.List;
import java.util.Random;

/** Draws that a seed decides, on every machine the same. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Whether something of that probability, from 0 to 1, happens. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** One of them; what is given twice is drawn twice as often. */
    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An SPI that may stand on the wire (RFC 4303 §2.1). */
    long spi() {
        return 0x100 + (random.nextLong() >>> 32) % 0xffff_fe00L;
    }

    long any64() {
        return random.nextLong();
    }

    /** Octets of high entropy. */
    byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    /** Microseconds to the next event, {@code mean} on average and 1 at the least. */
    long gap(long mean) {
        return 1 + (long) (-Math.log(1 - random.nextDouble()) * mean);
    }
}
