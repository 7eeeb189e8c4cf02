package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** A source that tells of its progress in the file as stored. */
final class MeteredOctets implements OctetSource {
    private final OctetSource source;
    private final Meter meter;
    private final OptionalLong total;
    private final ReadProgress progress;

    MeteredOctets(OctetSource source, Meter meter, OptionalLong total, ReadProgress progress) {
        this.source = source;
        this.meter = meter;
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int octets = source.read(into);
        progress.advanced(meter.octets(), total);
        return octets;
    }

    @Override
    public long skip(long octets) throws IOException {
        return source.skip(octets);
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return source.allocate(capacity);
    }
}
