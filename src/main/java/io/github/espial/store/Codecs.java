package io.github.espial.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** The libraries that decompress. Apart from the rest, so that an ordinary run loads none of them. */
final class Codecs {
    /** What {@code xz -9} needs, and no more than half of the memory that this run has. */
    private static final long MOST_XZ_KIBIOCTETS =
            Math.min(70L << 10, (Runtime.getRuntime().maxMemory() / 2) >> 10);

    private Codecs() {}

    /** Frames one after the other; skippable ones are passed over. */
    static InputStream zstd(InputStream compressed) throws IOException {
        try {
            return new ZstdStream(compressed);
        } catch (LinkageError e) {
            throw new IOException(
                    "the library for zstd cannot be loaded on this system: decompress the file first (zstd -d)", e);
        }
    }

    /** Frames one after the other. */
    static InputStream lz4(InputStream compressed) throws IOException {
        return new FramedLZ4CompressorInputStream(compressed, true);
    }

    /** Streams one after the other. */
    static InputStream bzip2(InputStream compressed) throws IOException {
        return new BZip2CompressorInputStream(compressed, true);
    }

    /** Streams one after the other, with padding between them. */
    static InputStream xz(InputStream compressed) throws IOException {
        return new XZInputStream(compressed, (int) MOST_XZ_KIBIOCTETS);
    }

    /** How much memory would be needed to decompress, when {@code e} says that it is too much. */
    static Optional<String> wantOfMemory(Exception e) {
        if (e instanceof MemoryLimitException tooMuch) {
            return Optional.of((tooMuch.getMemoryNeeded() >> 10) + " MiB of memory, more than the "
                    + (MOST_XZ_KIBIOCTETS >> 10) + " MiB that are allowed; decompress the file first (xz -d)");
        }
        // The library gives the code with either sign.
        if (e instanceof ZstdException zstd
                && Math.abs(zstd.getErrorCode()) == Zstd.errFrameParameterWindowTooLarge()) {
            return Optional.of("more than the 128 MiB of memory that are allowed; decompress the file first"
                    + " (zstd -d --long=31)");
        }
        return Optional.empty();
    }
}
