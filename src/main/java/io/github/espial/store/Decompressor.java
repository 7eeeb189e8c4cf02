package io.github.espial.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * Decompresses zstd, LZ4, bzip2 and xz, one stream or several, by the libraries for it. Where the data are damaged, what
 * could be decompressed before the damage is yielded before the exception, whose message is fit for a report.
 */
final class Decompressor extends InputStream {
    private static final int INPUT = 1 << 16;

    private final Compression compression;
    private final CompressedInput input;
    private final InputStream decoder;
    private final int chunk;
    private Optional<IOException> failure = Optional.empty();

    /** Reads {@code compressed}, which the caller closes. */
    Decompressor(Compression compression, InputStream compressed) throws IOException {
        this.compression = compression;
        this.input = new CompressedInput(compressed);
        this.chunk = chunk(compression);
        try {
            this.decoder = decoder(compression, input);
        } catch (IOException | RuntimeException e) {
            throw reason(e, "end within their header");
        }
    }

    /**
     * Octets to ask a library for at once. Where it fails, those it had decompressed in the same call are lost: so as few
     * as cost no speed worth having.
     */
    private static int chunk(Compression compression) {
        return switch (compression) {
            case BZIP2 -> 1;
            case XZ -> 32;
            default -> 256;
        };
    }

    private static InputStream decoder(Compression compression, CompressedInput input) throws IOException {
        return switch (compression) {
            case ZSTD -> Codecs.zstd(input);
            case LZ4 -> Codecs.lz4(new BufferedInputStream(input, INPUT));
            case BZIP2 -> Codecs.bzip2(new BufferedInputStream(input, INPUT));
            case XZ -> Codecs.xz(new BufferedInputStream(input, INPUT));
            case GZIP, NONE -> throw new IllegalArgumentException(compression.text() + " is not for a library");
        };
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        int total = 0;
        try {
            while (total < length) {
                int octets = decoder.read(into, start + total, Math.min(chunk, length - total));
                if (octets < 0) {
                    break;
                }
                total += octets;
            }
        } catch (IOException | RuntimeException e) {
            // Libraries fail by any exception where data are made to break them.
            failure = Optional.of(reason(e, "end before they are complete"));
            if (total == 0) {
                throw failure.get();
            }
        }
        return total == 0 && length > 0 ? -1 : total;
    }

    /** Never 0: a reader of gzip members takes that for the end. */
    @Override
    public int available() {
        return 1;
    }

    /** Frees the memory of native code. */
    @Override
    public void close() throws IOException {
        decoder.close();
    }

    private IOException reason(Exception e, String ending) {
        if (input.failure().isPresent()) {
            return input.failure().get();
        }
        Optional<String> memory = Codecs.wantOfMemory(e);
        if (memory.isPresent()) {
            return new IOException("the " + compression.text() + " data need " + memory.get(), e);
        }
        if (input.isAtEnd()) {
            return new IOException("the " + compression.text() + " data " + ending, e);
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return new IOException("the " + compression.text() + " data are damaged: " + message, e);
    }
}
