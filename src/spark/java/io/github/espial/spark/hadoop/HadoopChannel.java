package io.github.espial.spark.hadoop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file of Hadoop as a channel that reads. */
final class HadoopChannel extends FileChannel {
    private static final int CHUNK = 1 << 16;

    private final OpenFile file;
    private long position;

    /** @param file closed with this channel */
    HadoopChannel(OpenFile file) {
        this.file = file;
    }

    private void holdOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        int read = read(into, position);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public synchronized long read(ByteBuffer[] into, int start, int length) throws IOException {
        long all = 0;
        for (int i = start; i < start + length; i++) {
            while (into[i].hasRemaining()) {
                int read = read(into[i]);
                if (read < 0) {
                    return all == 0 ? -1 : all;
                }
                all += read;
            }
        }
        return all;
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        holdOpen();
        return into.hasRemaining() ? file.read(into, from) : 0;
    }

    @Override
    public synchronized long position() throws IOException {
        holdOpen();
        return position;
    }

    @Override
    public synchronized FileChannel position(long to) throws IOException {
        holdOpen();
        position = to;
        return this;
    }

    @Override
    public long size() throws IOException {
        holdOpen();
        return file.size();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long all = 0;
        while (all < count) {
            chunk.clear().limit((int) Math.min(CHUNK, count - all));
            if (read(chunk, from + all) < 0) {
                break;
            }
            chunk.flip();
            while (chunk.hasRemaining()) {
                all += target.write(chunk);
            }
        }
        return all;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int start, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean withAttributes) {
        // Nothing was written.
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException("octets that are elsewhere cannot be mapped");
    }

    @Override
    public FileLock lock(long from, long size, boolean isShared) {
        throw new UnsupportedOperationException("Hadoop locks no part of a file");
    }

    @Override
    public FileLock tryLock(long from, long size, boolean isShared) {
        throw new UnsupportedOperationException("Hadoop locks no part of a file");
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
