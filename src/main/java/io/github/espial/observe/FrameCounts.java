package io.github.espial.observe;

/**
 * How many frames an interface delivered, and how many of them could not be read as they were sent.
 *
 * @param frames frames
 * @param truncated frames cut short by the snap length
 * @param malformed whole frames in which a header did not fit or contradicted itself
 * @param shortened frames in which a header did not fit because the snap length had cut it off
 * @param unread frames of a link type that is not decoded
 * @param withoutDestination IPsec, IKE or L2TP frames whose link layer tells no destination MAC
 */
public record FrameCounts(
        long frames, long truncated, long malformed, long shortened, long unread, long withoutDestination) {}
