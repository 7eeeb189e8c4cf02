package io.github.espial.report.words;

import io.github.espial.infer.Station;

/** How stations are named. */
public final class StationWords {
    static final String UNKNOWN_MAC = "not captured";

    private StationWords() {}

    /** In one word: the address where it is known, else the MAC; empty where neither is. */
    public static String brief(Station station) {
        if (station.address().isPresent()) {
            return station.address().get().toString();
        }
        return station.mac().isPresent() ? station.mac().get().toString() : "";
    }
}
