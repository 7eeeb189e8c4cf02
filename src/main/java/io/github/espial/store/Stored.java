package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A capture as it is stored: decompresses it, and knows the size and the digest of what is stored. */
public sealed interface Stored extends Closeable permits StoredRanges, StoredStream {
    /** How it is compressed; the outermost way where there are several. */
    Compression compression();

    /** The uncompressed octets from front to back; the same source at each call. */
    OctetSource octets();

    /** Whether {@link #range} costs no more than reading what lies between. */
    boolean hasRanges();

    /**
     * Uncompressed octets from {@code start} up to, not including, {@code end}, or fewer where there are fewer: a source of
     * its own at each call, and those of several threads do not disturb each other.
     *
     * <p>What is compressed or no file is unpacked to a temporary file first, as far as it is whole: reading on where it
     * is not is an exception. Of that, {@link #octets()} must not have been read beyond the first mebioctet before the
     * first call; it may be read on after it.
     *
     * @throws IOException when there is no room for the temporary file
     */
    OctetSource range(long start, long end) throws IOException;

    /** How many uncompressed octets there are; unpacks as {@link #range} does. */
    long length() throws IOException;

    /** To be called once after reading: goes to the end of what is stored, and waits for the digest. */
    void finish() throws IOException;

    /** Octets as stored; known after {@link #finish()}. */
    long bytes();

    /** SHA-256 of the octets as stored, 64 hexadecimal digits; none of very large files. Known after {@link #finish()}. */
    Optional<String> sha256();

    /** Octets that were appended after it was opened, and not read; known after {@link #finish()}. */
    long appended();

    /** Opens {@code source}, and tells {@code progress} of each refill. */
    static Stored open(CaptureSource source, ReadProgress progress) throws IOException {
        Stored stored = opened(source, progress);
        return stored instanceof StoredRanges ranges ? ranges.digesting() : stored;
    }

    /**
     * Opens {@code source} for somebody who may read a part of it only, or who read it before, and tells {@code progress} of each
     * refill: there is a digest when it is finished, not before.
     */
    static Stored openForParts(CaptureSource source, ReadProgress progress) throws IOException {
        return opened(source, progress);
    }

    private static Stored opened(CaptureSource source, ReadProgress progress) throws IOException {
        if (source instanceof CaptureSource.OfFile file) {
            return StoredRanges.file(file, progress);
        }
        if (source instanceof CaptureSource.OfRanges ranges) {
            return StoredRanges.borrowed(ranges, progress);
        }
        if (source instanceof CaptureSource.OfMember member) {
            return StoredStream.member(member, progress);
        }
        if (source instanceof CaptureSource.OfStream stream) {
            return StoredStream.borrowed(stream, progress);
        }
        throw new IllegalArgumentException(source.name() + ": is read in disguise, frame by frame, or was scanned");
    }
}
