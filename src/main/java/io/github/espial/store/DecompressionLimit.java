package io.github.espial.store;

import java.util.OptionalLong;

/**
 * How large a capture may become when it is decompressed, so that a small file that is made to become a huge one (a
 * decompression bomb) ends soon. Memory is bounded in any case.
 *
 * @param octets what the user allows, uncompressed; when empty, {@link #USUAL_OCTETS}, and beyond that
 *     {@link #USUAL_RATIO} times what was read of the file as stored
 */
public record DecompressionLimit(OptionalLong octets) {
    /** Where the user says nothing. */
    public static final DecompressionLimit USUAL = new DecompressionLimit(OptionalLong.empty());

    /** Takes seconds to read, whatever it was made of. */
    static final long USUAL_OCTETS = 1L << 30;

    /** The most that deflate can reach is 1032; captures, with a time in each record, stay far below. */
    static final long USUAL_RATIO = 1000;

    public DecompressionLimit {
        if (octets.isPresent() && octets.getAsLong() < 1) {
            throw new IllegalArgumentException("no limit: " + octets.getAsLong());
        }
    }

    /** At most {@code octets} of one capture. */
    public static DecompressionLimit of(long octets) {
        return new DecompressionLimit(OptionalLong.of(octets));
    }

    /** Octets that may come of {@code stored} octets. */
    long allowed(long stored) {
        return octets.orElse(Math.max(USUAL_OCTETS, stored * USUAL_RATIO));
    }

    /** Why nothing is read beyond the limit. */
    String reason() {
        String limit = octets.isPresent()
                ? octets.getAsLong() + " octets"
                : (USUAL_OCTETS >> 30) + " GiB and " + USUAL_RATIO + " times its compressed size";
        return "decompressed, it exceeds the limit of " + limit + " (--max-decompressed SIZE sets another)";
    }
}
