package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.Arrays;

/** A set of numbers kept as disjoint ranges in ascending order: numbers that came in sequence take no space. */
public final class Ranges {
    /** First and last number of each range by turns. */
    private long[] bounds = new long[2];

    private int used;

    /** The numbers from {@code first} to {@code last}. */
    public static Ranges of(long first, long last) {
        Ranges ranges = new Ranges();
        ranges.bounds[0] = first;
        ranges.bounds[1] = last;
        ranges.used = 2;
        return ranges;
    }

    /** Adds a number; false when it was there already. */
    public boolean add(long number) {
        if (used > 0 && number == bounds[used - 1] + 1) {
            bounds[used - 1] = number;
            return true;
        }
        int at = rangeAtOrAfter(number);
        if (at < used && bounds[at] <= number) {
            return false;
        }
        boolean extendsNext = at < used && bounds[at] == number + 1;
        boolean extendsPrevious = at > 0 && bounds[at - 1] == number - 1;
        if (extendsNext && extendsPrevious) {
            System.arraycopy(bounds, at + 1, bounds, at - 1, used - at - 1);
            used -= 2;
        } else if (extendsNext) {
            bounds[at] = number;
        } else if (extendsPrevious) {
            bounds[at - 1] = number;
        } else {
            insert(at, number, number);
        }
        return true;
    }

    /** Adds every number of {@code other} that is greater than {@code floor}. */
    public void addAbove(Ranges other, long floor) {
        for (int i = 0; i < other.used; i += 2) {
            if (other.bounds[i + 1] > floor) {
                addRange(Math.max(other.bounds[i], floor + 1), other.bounds[i + 1]);
            }
        }
    }

    /** How many ranges, then the distance to each and its length; of numbers that are not negative. */
    public void write(FieldWriter to) throws IOException {
        to.number(used / 2);
        long before = 0;
        for (int i = 0; i < used; i++) {
            to.number(bounds[i] - before);
            before = bounds[i];
        }
    }

    /** Fills this, which is empty, with numbers of at most {@code greatest}. */
    public void read(FieldReader from, long greatest) throws IOException {
        int ends = 2 * from.count(Integer.MAX_VALUE / 2, 2);
        bounds = new long[Math.max(2, ends)];
        long before = 0;
        for (int i = 0; i < ends; i++) {
            bounds[i] = before + from.number(greatest - before);
            from.hold(i == 0 || i % 2 == 1 || bounds[i] > before + 1, "a range of numbers");
            before = bounds[i];
        }
        used = ends;
    }

    /** The same numbers, in as little space as they take. */
    public Ranges copy() {
        Ranges copy = new Ranges();
        copy.bounds = Arrays.copyOf(bounds, Math.max(2, used));
        copy.used = used;
        return copy;
    }

    /** Whether both hold the same numbers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Ranges ranges && Arrays.equals(bounds, 0, used, ranges.bounds, 0, ranges.used);
    }

    @Override
    public int hashCode() {
        int hash = used;
        for (int i = 0; i < used; i++) {
            hash = 31 * hash + Long.hashCode(bounds[i]);
        }
        return hash;
    }

    /** How many numbers the set has. */
    public long size() {
        long size = 0;
        for (int i = 0; i < used; i += 2) {
            size += bounds[i + 1] - bounds[i] + 1;
        }
        return size;
    }

    /** How many numbers between the least and the greatest the set does not have. */
    public long missing() {
        return used == 0 ? 0 : bounds[used - 1] - bounds[0] + 1 - size();
    }

    /** The most numbers in a row, between the least and the greatest, that the set does not have. */
    public long longestGap() {
        long longest = 0;
        for (int i = 2; i < used; i += 2) {
            longest = Math.max(longest, bounds[i] - bounds[i - 1] - 1);
        }
        return longest;
    }

    private void addRange(long first, long last) {
        int from = rangeAtOrAfter(first - 1);
        int to = from;
        long lowest = first;
        long highest = last;
        while (to < used && bounds[to] <= last + 1) {
            lowest = Math.min(lowest, bounds[to]);
            highest = Math.max(highest, bounds[to + 1]);
            to += 2;
        }
        System.arraycopy(bounds, to, bounds, from, used - to);
        used -= to - from;
        insert(from, lowest, highest);
    }

    private void insert(int at, long first, long last) {
        if (used == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        System.arraycopy(bounds, at, bounds, at + 2, used - at);
        bounds[at] = first;
        bounds[at + 1] = last;
        used += 2;
    }

    /** Index of the first range that ends at {@code number} or after it. */
    private int rangeAtOrAfter(long number) {
        int low = 0;
        int high = used / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[2 * middle + 1] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }
}
