package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.StreamOctets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The octets of a stream, which can be read at any position after the stream has gone to a temporary file. Until it is
 * known whether that is needed, the first octets are kept in memory.
 */
final class StreamedOctets implements OctetSource, Closeable {
    /** What a reader may look at before it knows that it needs other positions. */
    static final int KEPT = 1 << 20;

    private final InputStream stream;
    private final StreamOctets octets;
    private long position;
    private byte[] kept = {};
    private Optional<Spool> spool = Optional.empty();
    private Optional<OctetSource> spooled = Optional.empty();

    StreamedOctets(InputStream stream) {
        this.stream = stream;
        this.octets = new StreamOctets(stream);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (spooled.isPresent()) {
            return spooled.get().read(into);
        }
        int start = into.position();
        int read = octets.read(into);
        if (position == kept.length && position < KEPT) {
            int more = Math.min(read, KEPT - kept.length);
            int there = kept.length;
            kept = Arrays.copyOf(kept, there + more);
            into.get(start, kept, there, more);
        }
        position += read;
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        if (spooled.isPresent()) {
            return spooled.get().skip(count);
        }
        long skipped = octets.skip(count);
        position += skipped;
        return skipped;
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return octets.allocate(capacity);
    }

    /** As {@link Stored#range}. */
    OctetSource range(long start, long end) throws IOException {
        return spool().range(start, end);
    }

    /** As {@link Stored#length}. */
    long length() throws IOException {
        return spool().size();
    }

    private synchronized Spool spool() throws IOException {
        if (spool.isPresent()) {
            return spool.get();
        }
        if (position > kept.length) {
            throw new IllegalStateException("the first " + position + " octets of a stream have gone by");
        }
        Spool made = Spool.create();
        // Kept at once, so that it is closed also when it cannot be filled.
        spool = Optional.of(made);
        made.add(kept, 0, kept.length);
        made.addAll(stream);
        spooled = Optional.of(made.range(position, Long.MAX_VALUE));
        kept = new byte[0];
        return made;
    }

    @Override
    public void close() throws IOException {
        if (spool.isPresent()) {
            spool.get().close();
        }
    }
}
