package io.github.espial.store;

import io.github.espial.bytes.PositionedOctets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A range of a file as a stream; the owner of the file closes it. */
final class RangeStream extends InputStream {
    private final PositionedOctets file;
    private final long end;
    private long position;

    /** Octets from {@code start} up to, not including, {@code end}. */
    RangeStream(PositionedOctets file, long start, long end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    /** Offset in the file of the octet that is read next. */
    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int octets = file.read(position, ByteBuffer.wrap(into, start, (int) Math.min(length, end - position)));
        if (octets == 0) {
            throw FileRange.shrunk(position, end);
        }
        position += octets;
        return octets;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
}
