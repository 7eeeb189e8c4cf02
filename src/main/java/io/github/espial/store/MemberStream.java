package io.github.espial.store;

import io.github.espial.bytes.PositionedOctets;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * A member of a ZIP archive, unpacked while it is read, and held against its size and CRC-32. Where the data are damaged,
 * what could be unpacked before the damage is yielded before the exception, whose message is fit for a report.
 */
final class MemberStream extends InputStream {
    private static final int HEADER_MAGIC = 0x0403_4B50;
    private static final int HEADER_LENGTH = 30;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;

    /** What yields the octets of a member. */
    @FunctionalInterface
    private interface Octets {
        int read(byte[] into, int start, int length) throws IOException;
    }

    private final FileChannel archive;
    private final ZipMember member;
    private final RangeStream packed;
    private final long start;
    private final Octets octets;
    private final Closeable unpacking;
    private final CRC32 crc = new CRC32();
    private long count;

    private MemberStream(FileChannel archive, ZipMember member) throws IOException {
        this.archive = archive;
        this.member = member;
        this.start = start();
        this.packed = new RangeStream(PositionedOctets.of(archive), start, start + member.compressedSize());
        switch (member.method()) {
            case 0 -> {
                this.octets = packed::read;
                this.unpacking = packed;
            }
            case 8 -> {
                Inflation inflation = new Inflation(packed);
                this.octets = inflation::read;
                this.unpacking = inflation;
            }
            case 12, 93, 95 -> {
                Decompressor decompressor = new Decompressor(compression(member.method()), packed);
                this.octets = decompressor::read;
                this.unpacking = decompressor;
            }
            default ->
                throw new IOException("compressed by method " + member.method() + " of ZIP, which is not supported:"
                        + " unpack the archive, and give the capture");
        }
    }

    private static Compression compression(int method) {
        return switch (method) {
            case 12 -> Compression.BZIP2;
            case 93 -> Compression.ZSTD;
            default -> Compression.XZ;
        };
    }

    /** Opens {@code member} of the archive at {@code path}. */
    static MemberStream open(Path path, ZipMember member) throws IOException {
        if (member.isEncrypted()) {
            throw new IOException("encrypted in the ZIP archive: unpack the archive, and give the capture");
        }
        FileChannel archive = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new MemberStream(archive, member);
        } catch (IOException e) {
            archive.close();
            throw e;
        }
    }

    /** The member's data follow its own header, which may differ in length from the directory's. */
    private long start() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        int read = member.headerOffset() < 0 ? 0 : archive.read(header, member.headerOffset());
        if (read < HEADER_LENGTH || header.getInt(0) != HEADER_MAGIC) {
            throw new IOException("the ZIP archive is damaged: no member begins at octet " + member.headerOffset());
        }
        long data = member.headerOffset()
                + HEADER_LENGTH
                + Short.toUnsignedInt(header.getShort(NAME_LENGTH))
                + Short.toUnsignedInt(header.getShort(EXTRA_LENGTH));
        if (data + member.compressedSize() > archive.size()) {
            throw new IOException("the ZIP archive is damaged: the member reaches beyond its end");
        }
        return data;
    }

    /** Octets of the archive that were read for this member. */
    long packedRead() {
        return packed.position() - start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read;
        try {
            read = octets.read(into, from, length);
        } catch (EOFException e) {
            throw new IOException("the data of the ZIP member end before they are complete", e);
        } catch (ZipException e) {
            throw new IOException("the data of the ZIP member are damaged: " + e.getMessage(), e);
        }
        if (read >= 0) {
            crc.update(into, from, read);
            count += read;
        } else if (count != member.size()) {
            throw new IOException("the ZIP member has " + count + " octets, expected " + member.size());
        } else if (crc.getValue() != member.crc32()) {
            throw new IOException("the data of the ZIP member are damaged: the CRC-32 is not theirs");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            unpacking.close();
        }
    }
}
