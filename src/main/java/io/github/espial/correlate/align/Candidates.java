package io.github.espial.correlate.align;

/**
 * The ESP packets that a packet in the clear may have become: of the length that its layout makes, and seen after a delay
 * that occurs. Packets are asked about in order of time, so that all of them are found in one walk. Not thread-safe.
 */
final class Candidates {
    /** Candidates of one packet in one bin that are looked at: where there are more, none of them tells anything. */
    private static final int MOST = 64;

    /** Candidates that are looked at in all: some seconds' work, several times what a million packets of a gateway need. */
    private static final long MOST_IN_ALL = 500_000_000;

    private final EspClasses esp;
    private final long most;
    private final int[] walked;
    private int[] classes = {};
    private int count;
    private long spent;
    private final int[] froms;
    private final int[] ends;

    Candidates(EspClasses esp) {
        this(esp, MOST_IN_ALL);
    }

    /** @param most candidates that are looked at in all */
    Candidates(EspClasses esp, long most) {
        this.esp = esp;
        this.most = most;
        this.walked = new int[esp.count()];
        this.froms = new int[esp.bins()];
        this.ends = new int[esp.bins()];
        begin();
    }

    /** Begins with the earliest packets again. */
    void begin() {
        for (int one = 0; one < walked.length; one++) {
            walked[one] = esp.start(one);
        }
    }

    /** Finds the candidates of a packet, no earlier than the one before. */
    void find(long nanos, int length) {
        classes = esp.targets(length);
        count = isSpent() ? 0 : classes.length;
        for (int i = 0; i < count; i++) {
            int one = classes[i];
            DelayShape shape = esp.shape(esp.bin(one));
            int place = walked[one];
            int end = esp.end(one);
            while (place < end && esp.nanos(place) < nanos + shape.from()) {
                place++;
            }
            walked[one] = place;
            froms[i] = place;
            int last = Math.min(end, place + MOST);
            while (place < last && esp.nanos(place) <= nanos + shape.to()) {
                place++;
            }
            ends[i] = place;
            spent += 1 + place - froms[i];
        }
    }

    /** Whether there were too many: then none is found any more, and nothing is to be made of what was. */
    boolean isSpent() {
        return spent > most;
    }

    /** In how many bins there may be some. */
    int count() {
        return count;
    }

    int bin(int one) {
        return esp.bin(classes[one]);
    }

    int from(int one) {
        return froms[one];
    }

    int end(int one) {
        return ends[one];
    }

    /** Which of them are in {@code bin}, or -1. */
    int in(int bin) {
        for (int one = 0; one < count; one++) {
            if (bin(one) == bin) {
                return one;
            }
        }
        return -1;
    }
}
