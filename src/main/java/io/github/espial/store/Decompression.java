package io.github.espial.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;

/** A stored stream, decompressed as many times as it was compressed; recognised by content. */
final class Decompression implements Closeable {
    /** Nobody compresses a file more often; each time more costs memory. */
    static final int MAX_DEPTH = 4;

    private final Compression compression;
    private final InputStream octets;
    private final List<Closeable> layers;

    private Decompression(Compression compression, InputStream octets, List<Closeable> layers) {
        this.compression = compression;
        this.octets = octets;
        this.layers = layers;
    }

    /**
     * Decompresses {@code stored}, which the caller closes.
     *
     * @param meter how many octets of it were read
     */
    static Decompression of(InputStream stored, Meter meter, DecompressionLimit limit) throws IOException {
        List<Closeable> layers = new ArrayList<>();
        try {
            return of(stored, meter, limit, layers);
        } catch (IOException e) {
            closeAll(layers);
            throw e;
        }
    }

    private static Decompression of(InputStream stored, Meter meter, DecompressionLimit limit, List<Closeable> layers)
            throws IOException {
        Compression outermost = Compression.NONE;
        InputStream octets = stored;
        while (true) {
            PushbackInputStream start = new PushbackInputStream(octets, Compression.MAGIC_LENGTH);
            byte[] magic = start.readNBytes(Compression.MAGIC_LENGTH);
            start.unread(magic);
            Compression compression = Compression.of(magic);
            if (compression == Compression.NONE) {
                InputStream all = layers.isEmpty() ? start : new LimitedStream(start, meter, limit);
                return new Decompression(outermost, all, layers);
            }
            if (layers.size() == MAX_DEPTH) {
                throw new IOException("compressed more than " + MAX_DEPTH + " times over: decompress it first");
            }
            if (layers.isEmpty()) {
                outermost = compression;
            }
            octets = compression == Compression.GZIP ? new Gunzip(start) : new Decompressor(compression, start);
            layers.add(octets);
        }
    }

    /** The outermost compression. */
    Compression compression() {
        return compression;
    }

    /** The uncompressed octets. */
    InputStream octets() {
        return octets;
    }

    /** Frees what decompression took. */
    @Override
    public void close() throws IOException {
        closeAll(layers);
    }

    private static void closeAll(List<Closeable> layers) throws IOException {
        for (Closeable layer : layers) {
            layer.close();
        }
    }
}
