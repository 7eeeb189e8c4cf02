package io.github.espial.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Where the directory of a ZIP archive is, as its last record tells (APPNOTE 6.3.10 §4.3.14 to §4.3.16).
 *
 * @param directory offset of the directory in the file
 * @param directoryEnd offset of the octet after it
 * @param shift octets that stand before the archive, as in one that unpacks itself
 */
record ZipEnd(long directory, long directoryEnd, long shift) {
    private static final int MAGIC = 0x0605_4B50;
    private static final int LENGTH = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_OFFSET = 16;
    private static final int COMMENT_LENGTH = 20;

    private static final int LOCATOR_MAGIC = 0x0706_4B50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ZIP64_MAGIC = 0x0606_4B50;
    private static final int ZIP64_LENGTH = 56;
    private static final int ZIP64_DIRECTORY_SIZE = 40;
    private static final int ZIP64_DIRECTORY_OFFSET = 48;

    /** Looks from the end of the file on backwards, since a comment may follow. */
    static ZipEnd find(FileChannel file) throws IOException {
        long size = file.size();
        long start = Math.max(0, size - LENGTH - MAX_COMMENT);
        ByteBuffer tail = read(file, start, (int) (size - start));
        for (int at = tail.limit() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == MAGIC
                    && at + LENGTH + Short.toUnsignedInt(tail.getShort(at + COMMENT_LENGTH)) <= tail.limit()) {
                return parse(file, tail, at, start + at);
            }
        }
        throw new IOException("the ZIP archive is cut off: it has no directory at its end");
    }

    private static ZipEnd parse(FileChannel file, ByteBuffer tail, int at, long offset) throws IOException {
        long size = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_SIZE));
        long directory = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_OFFSET));
        long end = offset;
        int locator = at - LOCATOR_LENGTH;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR_MAGIC) {
            // It stands directly before its locator, and its own offset is of no use where something precedes it all.
            long zip64 = offset - LOCATOR_LENGTH - ZIP64_LENGTH;
            ByteBuffer record = read(file, zip64, ZIP64_LENGTH);
            if (record.limit() == ZIP64_LENGTH && record.getInt(0) == ZIP64_MAGIC) {
                size = record.getLong(ZIP64_DIRECTORY_SIZE);
                directory = record.getLong(ZIP64_DIRECTORY_OFFSET);
                end = zip64;
            }
        }
        long shift = end - size - directory;
        if (size < 0 || directory < 0 || shift < 0) {
            throw new IOException("the end of the ZIP archive is damaged: it says that its directory has " + size
                    + " octets at offset " + directory);
        }
        return new ZipEnd(end - size, end, shift);
    }

    private static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(offset < 0 ? 0 : length).order(ByteOrder.LITTLE_ENDIAN);
        while (octets.hasRemaining() && file.read(octets, offset + octets.position()) > 0) {
            // A file may yield fewer octets than asked for.
        }
        return octets.flip();
    }
}
