package io.github.espial.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates deflated data (RFC 1951) and gives access to what stands around them. Where the data are damaged, what could
 * be inflated before the damage is yielded before the exception.
 */
final class Inflation implements Closeable {
    private static final int INPUT = 1 << 16;

    private final InputStream compressed;
    private final Inflater inflater = new Inflater(true);
    private final byte[] input = new byte[INPUT];
    private int position;
    private int end;

    Inflation(InputStream compressed) {
        this.compressed = compressed;
    }

    /** The next octet outside of deflated data; -1 at the end. */
    int next() throws IOException {
        return position < end || fill() ? Byte.toUnsignedInt(input[position++]) : -1;
    }

    /** Deflated data begin at the next octet. */
    void begin() {
        inflater.reset();
    }

    /**
     * Inflates some octets, at least one where {@code length} is not 0.
     *
     * @return -1 at the end of the deflated data
     * @throws EOFException when the compressed stream ends before
     * @throws ZipException when the data are damaged
     */
    int read(byte[] into, int start, int length) throws IOException {
        long before = inflater.getBytesWritten();
        try {
            int octets = inflate(into, start, length);
            while (octets == 0 && length > 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw new ZipException("it needs a dictionary");
                }
                if (!fill()) {
                    throw new EOFException();
                }
                octets = inflate(into, start, length);
            }
            return octets == 0 && inflater.finished() ? -1 : octets;
        } catch (DataFormatException e) {
            int salvaged = (int) (inflater.getBytesWritten() - before);
            if (salvaged > 0) {
                // The inflater stays where the damage is, so that the next read meets it at once.
                return salvaged;
            }
            ZipException damaged = new ZipException(e.getMessage() == null ? "invalid data" : e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    private int inflate(byte[] into, int start, int length) throws DataFormatException {
        inflater.setInput(input, position, end - position);
        try {
            return inflater.inflate(into, start, length);
        } finally {
            position = end - inflater.getRemaining();
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        end = 0;
        end = Math.max(0, compressed.read(input, 0, INPUT));
        return end > 0;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
