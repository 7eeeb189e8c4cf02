package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A capture as it is stored: decompresses it, and knows the size and the digest of what is stored. */
public sealed interface Stored extends Closeable permits StoredFile, StoredStream {
    /** How it is compressed. */
    Compression compression();

    /** The uncompressed octets; the same source at each call. */
    OctetSource octets();

    /**
     * The uncompressed octets from {@code start} up to, not including, {@code end}, or to their end; each call gives a
     * source of its own.
     */
    OctetSource range(long start, long end) throws IOException;

    /** To be called once after reading: goes to the end of what is stored, and waits for the digest. */
    void finish() throws IOException;

    /** Octets as stored; known after {@link #finish()}. */
    long bytes();

    /** SHA-256 of the octets as stored, 64 hexadecimal digits; known after {@link #finish()}. */
    Optional<String> sha256();

    /** Opens {@code source}, and tells {@code progress} of each refill. */
    static Stored open(CaptureSource source, ReadProgress progress) throws IOException {
        if (source instanceof CaptureSource.OfFile file) {
            return StoredFile.open(file, progress);
        }
        return StoredStream.borrowed(((CaptureSource.OfStream) source).octets(), progress);
    }
}
