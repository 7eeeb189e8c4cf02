package io.github.espial.scan;

import io.github.espial.net.IpAddress;

/**
 * When one stream saw a packet first.
 *
 * @param nanos since the epoch, by the stream's clock
 * @param source outer source as the stream saw it
 * @param destination outer destination as the stream saw it
 */
record FirstSeen(long nanos, IpAddress source, IpAddress destination) {
    /** The earlier one. */
    FirstSeen first(FirstSeen other) {
        return nanos <= other.nanos ? this : other;
    }
}
