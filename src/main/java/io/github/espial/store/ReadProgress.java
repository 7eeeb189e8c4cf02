package io.github.espial.store;

import java.util.OptionalLong;

/** What is told how far a file has been read. */
@FunctionalInterface
public interface ReadProgress {
    /** Wants to know nothing. */
    ReadProgress NONE = (octets, total) -> {};

    /**
     * Told after each refill of a window, so about once per mebioctet.
     *
     * @param octets of the file as stored that have been read
     * @param total octets of the file as stored, where known before its end
     */
    void advanced(long octets, OptionalLong total);
}
