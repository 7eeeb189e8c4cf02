package io.github.espial.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Decompresses gzip, one member or several (RFC 1952). Where the data are damaged, what could be decompressed before the
 * damage is yielded before the exception, whose message is fit for a report.
 */
final class Gunzip extends InputStream {
    /** Octets that tell gzip. */
    static final int MAGIC_LENGTH = 2;

    private static final int FIRST_MAGIC = 0x1F;
    private static final byte SECOND_MAGIC = (byte) 0x8B;
    private static final int INPUT = 1 << 16;

    private final Members members;

    Gunzip(InputStream compressed) throws IOException {
        try {
            this.members = new Members(compressed);
        } catch (EOFException e) {
            throw new IOException("the gzip data end within their header", e);
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    /** Whether {@code start} begins as gzip does. */
    static boolean isMagic(byte[] start) {
        return start.length >= MAGIC_LENGTH && start[0] == FIRST_MAGIC && start[1] == SECOND_MAGIC;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        long before = members.inflated();
        try {
            return members.read(into, start, length);
        } catch (EOFException e) {
            throw new IOException("the gzip data end before they are complete", e);
        } catch (ZipException e) {
            int salvaged = (int) (members.inflated() - before);
            if (salvaged > 0) {
                // The inflater stays where the damage is, so that the next read meets it at once.
                return salvaged;
            }
            throw damaged(e);
        }
    }

    private static IOException damaged(ZipException e) {
        return new IOException("the gzip data are damaged: " + e.getMessage(), e);
    }

    private static final class Members extends GZIPInputStream {
        Members(InputStream compressed) throws IOException {
            super(compressed, INPUT);
        }

        long inflated() {
            return inf.getBytesWritten();
        }
    }
}
