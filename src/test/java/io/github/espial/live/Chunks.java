package io.github.espial.live;

import java.io.IOException;
import java.io.InputStream;

/** A capture that arrives in parts; in between somebody looks, or the time passes. */
final class Chunks extends InputStream {
    private final byte[] octets;
    private final Arrival arrival;
    private int position;

    /** How much arrives next. */
    interface Arrival {
        /** Octets to hand over from {@code position} on, at least one; called before each part. */
        int next(int position) throws IOException;
    }

    Chunks(byte[] octets, Arrival arrival) {
        this.octets = octets;
        this.arrival = arrival;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (position == octets.length) {
            return -1;
        }
        int part = Math.min(Math.min(length, arrival.next(position)), octets.length - position);
        System.arraycopy(octets, position, into, start, part);
        position += part;
        return part;
    }
}
