package io.github.espial.live.device;

import java.io.IOException;
import java.io.InputStream;

/** Octets on their way from the threads that capture to the one that reads; who is too fast waits. */
final class BlockPipe extends InputStream {
    private final byte[] ring;
    private int start;
    private int filled;
    private boolean isClosed;

    BlockPipe(int capacity) {
        ring = new byte[capacity];
    }

    /** Takes in octets, at most as many as there is room for at all; waits for room. False once it is closed. */
    synchronized boolean put(byte[] octets, int length) throws InterruptedException {
        if (length > ring.length) {
            throw new IllegalArgumentException(length + " octets do not fit a pipe of " + ring.length);
        }
        while (!isClosed && filled + length > ring.length) {
            wait();
        }
        if (isClosed) {
            return false;
        }
        int end = (start + filled) % ring.length;
        int first = Math.min(length, ring.length - end);
        System.arraycopy(octets, 0, ring, end, first);
        System.arraycopy(octets, first, ring, 0, length - first);
        filled += length;
        notifyAll();
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        try {
            while (!isClosed && filled == 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (filled == 0) {
            return -1;
        }
        int count = Math.min(length, filled);
        int first = Math.min(count, ring.length - start);
        System.arraycopy(ring, start, into, offset, first);
        System.arraycopy(ring, 0, into, offset + first, count - first);
        start = (start + count) % ring.length;
        filled -= count;
        notifyAll();
        return count;
    }

    /** Ends it: what is in it can be read, and nothing more comes. */
    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
