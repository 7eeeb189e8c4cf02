package io.github.espial.esp;

/**
 * The high half of extended sequence numbers, which packets do not carry (RFC 4303 §2.2.1): guessed from the last number
 * that an ICV has proven, as in its appendix A. Before the first proof it is taken for 0.
 */
final class HighHalf {
    private static final long LOW = 0xffff_ffffL;

    private long proven;

    /** The high half that makes the number nearest to the last one proven. */
    int likely(int low) {
        int distance = low - (int) proven;
        return Math.max(0, (int) ((proven + distance) >> Integer.SIZE));
    }

    /** Notes that an ICV holds with these halves. */
    void prove(int high, int low) {
        proven = join(high, low);
    }

    static long join(int high, int low) {
        return ((long) high << Integer.SIZE) | (low & LOW);
    }
}
