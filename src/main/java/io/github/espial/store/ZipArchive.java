package io.github.espial.store;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.PositionedOctets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A ZIP archive on disk, ZIP64 or not, with or without octets before it (APPNOTE 6.3.10).
 *
 * <p>Only the directory is read here, and not by {@link java.util.zip.ZipFile}, which holds all of it in memory before
 * anyone can say that it is too long, and says of a damaged one neither where nor what.
 */
public final class ZipArchive {
    /** More than any case has, and little memory. */
    public static final int MAX_MEMBERS = 10_000;

    private static final int LOCAL_MAGIC = 0x0403_4B50;
    private static final int MEMBER_MAGIC = 0x0201_4B50;
    private static final int MEMBER_LENGTH = 46;
    private static final int FLAGS = 8;
    private static final int METHOD = 10;
    private static final int CRC32 = 16;
    private static final int COMPRESSED_SIZE = 20;
    private static final int SIZE = 24;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;
    private static final int HEADER_OFFSET = 42;

    private static final int ENCRYPTED = 1;
    private static final int UTF_8 = 1 << 11;
    private static final int ZIP64_FIELD = 1;
    private static final long IN_ZIP64_FIELD = 0xFFFF_FFFFL;

    private static final int WINDOW = 1 << 16;
    private static final int MAX_WINDOW = 1 << 18;

    private final FileChannel file;
    private final ZipEnd end;
    private final List<ZipMember> members = new ArrayList<>();

    private ZipArchive(FileChannel file) throws IOException {
        this.file = file;
        this.end = ZipEnd.find(file);
    }

    /** Whether a regular file begins as an archive with members does. */
    public static boolean isZip(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            return file.read(start, 0) == Integer.BYTES && start.getInt(0) == LOCAL_MAGIC;
        }
    }

    /**
     * The files in an archive, in the order of its directory; folders are left out.
     *
     * @throws IOException when it cannot be read, has no directory, or more than {@link #MAX_MEMBERS} members
     */
    public static List<ZipMember> members(Path archive) throws IOException {
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            ZipArchive zip = new ZipArchive(file);
            zip.readDirectory();
            return zip.members;
        }
    }

    private void readDirectory() throws IOException {
        FileRange directory = new FileRange(PositionedOctets.of(file), end.directory(), end.directoryEnd());
        OctetWindow window = new OctetWindow(directory, end.directory(), WINDOW, MAX_WINDOW);
        int count = 0;
        while (window.require(MEMBER_LENGTH) && int32(window, 0) == MEMBER_MAGIC) {
            if (++count > MAX_MEMBERS) {
                throw new IOException(
                        "the ZIP archive has more than " + MAX_MEMBERS + " members: unpack it, and give the captures");
            }
            int name = uint16(window, NAME_LENGTH);
            int extra = uint16(window, EXTRA_LENGTH);
            int length = MEMBER_LENGTH + name + extra + uint16(window, COMMENT_LENGTH);
            if (!window.require(length)) {
                throw damaged(window);
            }
            ZipMember member = member(window, name, extra);
            if (!member.name().endsWith("/")) {
                members.add(member);
            }
            window.advance(length);
        }
        if (window.available() > 0) {
            throw damaged(window);
        }
    }

    private ZipMember member(OctetWindow window, int nameLength, int extraLength) {
        int flags = uint16(window, FLAGS);
        byte[] name = new byte[nameLength];
        window.buffer().get(window.position() + MEMBER_LENGTH, name);
        Wide wide = new Wide(window, MEMBER_LENGTH + nameLength, extraLength);
        // The order in which the ZIP64 field holds those that did not fit.
        long size = wide.value(uint32(window, SIZE));
        long compressedSize = wide.value(uint32(window, COMPRESSED_SIZE));
        long headerOffset = wide.value(uint32(window, HEADER_OFFSET));
        return new ZipMember(
                text(name, (flags & UTF_8) != 0),
                uint16(window, METHOD),
                (flags & ENCRYPTED) != 0,
                Math.max(0, compressedSize),
                Math.max(0, size),
                uint32(window, CRC32),
                end.shift() + headerOffset);
    }

    /** Most tools that do not say so write UTF-8 all the same; the others, what DOS had. */
    private static String text(byte[] name, boolean isUtf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            boolean isDos = !isUtf8 && Charset.isSupported("IBM437");
            return new String(name, isDos ? Charset.forName("IBM437") : StandardCharsets.UTF_8);
        }
    }

    private static IOException damaged(OctetWindow window) {
        return new IOException("the directory of the ZIP archive is damaged at octet " + window.offset());
    }

    private static int int32(OctetWindow window, int offset) {
        return window.buffer(ByteOrder.LITTLE_ENDIAN).getInt(window.position() + offset);
    }

    private static long uint32(OctetWindow window, int offset) {
        return Integer.toUnsignedLong(int32(window, offset));
    }

    private static int uint16(OctetWindow window, int offset) {
        return Short.toUnsignedInt(window.buffer(ByteOrder.LITTLE_ENDIAN).getShort(window.position() + offset));
    }

    /** The ZIP64 field of a member, read from front to back (§4.5.3). */
    private static final class Wide {
        private final OctetWindow window;
        private int next;
        private int end;

        Wide(OctetWindow window, int extra, int extraLength) {
            this.window = window;
            int field = extra;
            while (field + 4 <= extra + extraLength) {
                int start = field + 4;
                field = start + uint16(window, field + 2);
                if (uint16(window, start - 4) == ZIP64_FIELD && field <= extra + extraLength) {
                    next = start;
                    end = field;
                    return;
                }
            }
        }

        /** {@code narrow}, or the next value here where that did not fit. */
        long value(long narrow) {
            if (narrow != IN_ZIP64_FIELD || end - next < Long.BYTES) {
                return narrow;
            }
            long value = window.buffer(ByteOrder.LITTLE_ENDIAN).getLong(window.position() + next);
            next += Long.BYTES;
            return value;
        }
    }
}
