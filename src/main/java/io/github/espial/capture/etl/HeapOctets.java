package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A source whose windows are on the heap: direct memory of thousands of short-lived windows would be freed too late. */
record HeapOctets(OctetSource source) implements OctetSource {
    @Override
    public int read(ByteBuffer into) throws IOException {
        return source.read(into);
    }

    @Override
    public long skip(long octets) throws IOException {
        return source.skip(octets);
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity);
    }
}
