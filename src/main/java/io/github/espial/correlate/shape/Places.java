package io.github.espial.correlate.shape;

import java.util.Arrays;

/** Packets of an SA, by their places in it. Not thread-safe. */
final class Places {
    private int[] places = new int[16];
    private int size;

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
    }

    int size() {
        return size;
    }

    int last() {
        return places[size - 1];
    }

    int[] all() {
        return Arrays.copyOf(places, size);
    }
}
