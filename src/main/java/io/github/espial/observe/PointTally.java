package io.github.espial.observe;

/**
 * What one interface delivered to one file.
 *
 * @param capture the file's place in the case, from 0
 * @param point the interface: where files are one stream, it is that of the first of them
 * @param linkType LINKTYPE_ number
 * @param frames frames
 * @param truncated frames cut short by the snap length
 * @param malformed whole frames in which a header did not fit or contradicted itself
 * @param shortened frames in which a header did not fit because the snap length had cut it off
 * @param unread frames of a link type that is not decoded
 * @param withoutDestination IPsec, IKE or L2TP frames whose link layer tells no destination MAC
 * @param firstNanos earliest time in nanoseconds since the epoch; {@link Long#MAX_VALUE} where no frame had one
 * @param lastNanos latest time; {@link Long#MIN_VALUE} where no frame had one
 */
public record PointTally(
        int capture,
        Hop.Point point,
        int linkType,
        long frames,
        long truncated,
        long malformed,
        long shortened,
        long unread,
        long withoutDestination,
        long firstNanos,
        long lastNanos) {

    public boolean hasTime() {
        return firstNanos <= lastNanos;
    }
}
