package io.github.espial.correlate.align;

import io.github.espial.esp.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ESP packets by what tells them apart without keys, which are classes: their bin (an SA on a link) and their length. Within
 * a class they are in order of time. Not thread-safe.
 */
final class EspClasses {
    /** In place of the packet that explains one: there is none. */
    static final int NONE = -1;

    private static final int[] NOWHERE = {};

    /** Widths around a packet in which others of its class are counted, in nanoseconds, besides those of the delay. */
    private static final long[] WIDTHS = {1_000_000_000L, 10_000_000_000L};

    /** Packets that are asked whether they come in a beat. */
    private static final int BEATS = 8;

    private static final int DELAYS_NEAR = 4;
    private static final int DELAYS_AROUND = 40;

    /** The class of each place is told by where it starts; one more at the end. */
    private final int[] starts;

    private final int[] bins;
    /** Of each place: which packet it is, when, how densely others of its class are around, and what explains it. */
    private final int[] packets;

    private final long[] nanos;
    private final double[] rates;
    private final int[] explained;

    private final Map<Long, Integer> classOf = new HashMap<>();
    private final List<Optional<Fit>> fits;
    private final List<DelayShape> shapes = new ArrayList<>();
    /** Classes by inner length, found when asked for. */
    private final int[][] targets = new int[PacketColumns.LONGEST + 1][];

    private final int longest;
    private final long firstNanos;
    private final long lastNanos;

    /**
     * @param esp in order of time, owned by bins
     * @param fits of each bin
     */
    EspClasses(PacketColumns esp, List<Optional<Fit>> fits) {
        this.fits = List.copyOf(fits);
        fits.forEach(fit -> shapes.add(fit.map(Fit::shape).orElse(DelayShape.NONE)));
        int[] classes = new int[esp.size()];
        int most = 0;
        for (int packet = 0; packet < esp.size(); packet++) {
            classes[packet] =
                    classOf.computeIfAbsent(key(esp.owner(packet), esp.length(packet)), key -> classOf.size());
            most = Math.max(most, fits.get(esp.owner(packet)).isPresent() ? esp.length(packet) : 0);
        }
        longest = most;
        firstNanos = esp.firstNanos();
        lastNanos = esp.lastNanos();
        int count = classOf.size();
        starts = new int[count + 1];
        bins = new int[count];
        for (int packet = 0; packet < esp.size(); packet++) {
            starts[classes[packet] + 1]++;
            bins[classes[packet]] = esp.owner(packet);
        }
        for (int one = 0; one < count; one++) {
            starts[one + 1] += starts[one];
        }
        int[] next = starts.clone();
        packets = new int[esp.size()];
        nanos = new long[esp.size()];
        rates = new double[esp.size()];
        explained = new int[esp.size()];
        Arrays.fill(explained, NONE);
        for (int packet = 0; packet < esp.size(); packet++) {
            int place = next[classes[packet]]++;
            packets[place] = packet;
            nanos[place] = esp.nanos(packet);
        }
    }

    private static long key(int bin, int length) {
        return (long) bin << 16 | length;
    }

    int count() {
        return bins.length;
    }

    int places() {
        return packets.length;
    }

    int start(int ofClass) {
        return starts[ofClass];
    }

    int end(int ofClass) {
        return starts[ofClass + 1];
    }

    int bin(int ofClass) {
        return bins[ofClass];
    }

    int bins() {
        return fits.size();
    }

    /** Time of the earliest ESP packet. */
    long firstNanos() {
        return firstNanos;
    }

    /** Time of the latest ESP packet. */
    long lastNanos() {
        return lastNanos;
    }

    /** The class that a place is in. */
    int classAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** Delays of a bin that has a fit. */
    DelayShape shape(int bin) {
        return shapes.get(bin);
    }

    /** The ESP packet at a place. */
    int packet(int place) {
        return packets[place];
    }

    long nanos(int place) {
        return nanos[place];
    }

    /** ESP packets of the class around, per nanosecond, besides this one; never 0. */
    double rate(int place) {
        return rates[place];
    }

    /** The packet in the clear that explains the one at a place, or {@link #NONE}. */
    int explained(int place) {
        return explained[place];
    }

    void explain(int place, int packet) {
        explained[place] = packet;
    }

    boolean isFree(int place) {
        return explained[place] == NONE;
    }

    /** Classes that hold ESP as it is made of a packet of so many octets, one for each bin at the most. */
    int[] targets(int innerLength) {
        int[] known = targets[innerLength];
        if (known != null) {
            return known;
        }
        int[] found = new int[fits.size()];
        int count = 0;
        for (int bin = 0; bin < fits.size(); bin++) {
            Optional<Fit> fit = fits.get(bin);
            if (fit.isPresent()) {
                Layout layout = fit.get().layout();
                Integer one = classOf.get(key(bin, layout.espLength(innerLength)));
                if (one != null) {
                    found[count++] = one;
                }
            }
        }
        targets[innerLength] = count == 0 ? NOWHERE : Arrays.copyOf(found, count);
        return targets[innerLength];
    }

    /** Whether no ESP at all is so long: what is longer in the clear is cut on its way, or was joined by a card. */
    boolean isTooLong(int innerLength) {
        return innerLength + Layout.TRAILER_LENGTH > longest;
    }

    /**
     * How many of the packets before {@code place} in its class have another one {@code later}, within {@code tolerance}
     * either way: of traffic in beats, most have. From 0 to 1.
     */
    double beat(int place, long later, long tolerance) {
        int one = classAt(place);
        int asked = 0;
        int found = 0;
        for (int other = place - 1; other >= starts[one] && asked < BEATS; other--) {
            if (isFree(other)) {
                asked++;
                found += isAnyAt(one, nanos[other] + later, tolerance) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) found / asked;
    }

    private boolean isAnyAt(int one, long time, long tolerance) {
        int first = PacketColumns.firstAt(nanos, starts[one], starts[one + 1], time - tolerance);
        return first < starts[one + 1] && nanos[first] <= time + tolerance;
    }

    /** Counts anew how densely unexplained packets are. */
    void countRates() {
        for (int one = 0; one < count(); one++) {
            if (fits.get(bins[one]).isEmpty()) {
                continue;
            }
            long delay = Math.max(1000, shape(bins[one]).width());
            long whole = Math.max(WIDTHS[WIDTHS.length - 1], nanos[end(one) - 1] - nanos[start(one)]);
            Arrays.fill(rates, start(one), end(one), 1.0 / whole);
            countRates(one, DELAYS_NEAR * delay);
            countRates(one, DELAYS_AROUND * delay);
            for (long width : WIDTHS) {
                countRates(one, width);
            }
        }
    }

    private void countRates(int one, long width) {
        int low = start(one);
        int high = start(one);
        int free = 0;
        for (int place = start(one); place < end(one); place++) {
            while (high < end(one) && nanos[high] <= nanos[place] + width) {
                free += isFree(high) ? 1 : 0;
                high++;
            }
            while (nanos[low] < nanos[place] - width) {
                free -= isFree(low) ? 1 : 0;
                low++;
            }
            int others = free - (isFree(place) ? 1 : 0);
            rates[place] = Math.max(rates[place], (double) others / (2 * width));
        }
    }
}
