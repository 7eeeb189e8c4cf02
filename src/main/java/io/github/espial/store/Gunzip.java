package io.github.espial.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Decompresses gzip, one member or several (RFC 1952). Where the data are damaged, what could be decompressed before the
 * damage is yielded before the exception, whose message is fit for a report.
 *
 * <p>Not by {@link java.util.zip.GZIPInputStream}, which takes a damaged header of a later member for the end.
 */
final class Gunzip extends InputStream {
    private static final int FIRST_MAGIC = 0x1F;
    private static final int SECOND_MAGIC = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    /** Time, extra flags, operating system. */
    private static final int UNUSED_LENGTH = 6;

    private final Inflation inflation;
    private final CRC32 crc = new CRC32();
    private long inflated;
    private boolean isEnd;

    /** Reads {@code compressed}, which the caller closes. */
    Gunzip(InputStream compressed) throws IOException {
        this.inflation = new Inflation(compressed);
        try {
            beginMember(inflation.next());
        } catch (EOFException e) {
            throw new IOException("the gzip data end within their header", e);
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    /** Whether {@code start} begins as gzip does. */
    static boolean isMagic(byte[] start) {
        return start.length >= 2 && start[0] == FIRST_MAGIC && start[1] == (byte) SECOND_MAGIC;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        try {
            while (!isEnd) {
                int octets = inflation.read(into, start, length);
                if (octets >= 0) {
                    crc.update(into, start, octets);
                    inflated += octets;
                    return octets;
                }
                endMember();
            }
            return -1;
        } catch (EOFException e) {
            throw new IOException("the gzip data end before they are complete", e);
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    /** Never 0: a reader that asks takes that for the end. */
    @Override
    public int available() {
        return 1;
    }

    @Override
    public void close() {
        inflation.close();
    }

    private void beginMember(int first) throws IOException {
        if (first < 0) {
            throw new EOFException();
        }
        if (first != FIRST_MAGIC || octet() != SECOND_MAGIC) {
            throw new ZipException("other data follow");
        }
        int method = octet();
        if (method != DEFLATE) {
            throw new ZipException("compression method " + method + ", expected " + DEFLATE);
        }
        int flags = octet();
        pass(UNUSED_LENGTH);
        if ((flags & EXTRA) != 0) {
            pass((int) littleEndian(2));
        }
        if ((flags & NAME) != 0) {
            passText();
        }
        if ((flags & COMMENT) != 0) {
            passText();
        }
        if ((flags & HEADER_CRC) != 0) {
            pass(2);
        }
        crc.reset();
        inflated = 0;
        inflation.begin();
    }

    /** Holds the trailer against what was inflated, and goes on to the next member, if there is one. */
    private void endMember() throws IOException {
        if (littleEndian(4) != crc.getValue()) {
            throw new ZipException("the CRC-32 is not that of the data");
        }
        if (littleEndian(4) != (inflated & 0xFFFF_FFFFL)) {
            throw new ZipException("the length is not that of the data");
        }
        int next = inflation.next();
        while (next == 0) {
            // Padding, as tapes and block devices need it.
            next = inflation.next();
        }
        isEnd = next < 0;
        if (!isEnd) {
            beginMember(next);
        }
    }

    private int octet() throws IOException {
        int octet = inflation.next();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    private long littleEndian(int octets) throws IOException {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value |= (long) octet() << (Byte.SIZE * i);
        }
        return value;
    }

    private void pass(int octets) throws IOException {
        for (int i = 0; i < octets; i++) {
            octet();
        }
    }

    private void passText() throws IOException {
        int character = octet();
        while (character != 0) {
            character = octet();
        }
    }

    private static IOException damaged(ZipException e) {
        return new IOException("the gzip data are damaged: " + e.getMessage(), e);
    }
}
