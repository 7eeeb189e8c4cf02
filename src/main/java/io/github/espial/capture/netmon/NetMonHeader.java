package io.github.espial.capture.netmon;

import io.github.espial.capture.FormatName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * The header of a Network Monitor file, little-endian.
 *
 * <pre>
 *  0  "RTSS" (1.x) or "GMBU" (2.x)
 *  4  minor version, 8 bits; major version, 8 bits
 *  6  media type, 16 bits, of all frames where those have none of their own
 *  8  SYSTEMTIME of the start: year, month, day of week, day, hour, minute, second, millisecond, 16 bits each
 * 24  offset of the frame table
 * 28  octets of the frame table
 * 32  comments, processes and networks, which say nothing about frames
 * </pre>
 *
 * @param startMillis start of the capture, milliseconds since 1970-01-01T00:00 on the wall clock of the capturing
 *     machine, whose time zone the file does not tell; empty where the fields are no time
 * @param tableStart offset of the frame table, unsigned 32-bit
 * @param tableLength octets of the frame table, unsigned 32-bit
 */
record NetMonHeader(
        int majorVersion,
        int minorVersion,
        int mediaType,
        OptionalLong startMillis,
        long tableStart,
        long tableLength) {
    /** Octets of the header that are read. */
    static final int LENGTH = 32;

    /** Octets of the header and of what is reserved behind it: where the first frame lies, usually. */
    static final int WHOLE_LENGTH = 128;

    private static final FormatName NETMON_1 = new FormatName("netmon-1");

    /** Of 3.x, too. */
    private static final FormatName NETMON_2 = new FormatName("netmon-2");

    private static final int MAGIC_1 = 0x52545353;
    private static final int MAGIC_2 = 0x474D4255;

    private static final int MINOR_VERSION = 4;
    private static final int MAJOR_VERSION = 5;
    private static final int MEDIA_TYPE = 6;
    private static final int YEAR = 8;
    private static final int MONTH = 10;
    private static final int DAY = 14;
    private static final int HOUR = 16;
    private static final int MINUTE = 18;
    private static final int SECOND = 20;
    private static final int MILLISECOND = 22;
    private static final int TABLE_START = 24;
    private static final int TABLE_LENGTH = 28;

    private static final int NANOS_PER_MILLISECOND = 1_000_000;

    /** Whether a file that starts with {@code magic}, read as big-endian, is one of Network Monitor. */
    static boolean isMagic(int magic) {
        return magic == MAGIC_1 || magic == MAGIC_2;
    }

    /** Reads the header at {@code start}, whose magic number was recognised. */
    static NetMonHeader parse(ByteBuffer octets, int start) {
        ByteBuffer fields = octets.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return new NetMonHeader(
                fields.get(start + MAJOR_VERSION) & 0xff,
                fields.get(start + MINOR_VERSION) & 0xff,
                u16(fields, start + MEDIA_TYPE),
                startMillis(fields, start),
                Integer.toUnsignedLong(fields.getInt(start + TABLE_START)),
                Integer.toUnsignedLong(fields.getInt(start + TABLE_LENGTH)));
    }

    /** Which of the formats it is. */
    FormatName format() {
        return majorVersion == 1 ? NETMON_1 : NETMON_2;
    }

    /** Whether each frame is followed by its own media type (2.1 and later). */
    boolean hasMediaTypes() {
        return majorVersion > 1 && (majorVersion > 2 || minorVersion >= 1);
    }

    /** Whether each frame is followed by its time in UTC (2.3 and later). */
    boolean hasUtcTimes() {
        return majorVersion > 1 && (majorVersion > 2 || minorVersion >= 3);
    }

    private static OptionalLong startMillis(ByteBuffer fields, int start) {
        try {
            return OptionalLong.of(LocalDateTime.of(
                            u16(fields, start + YEAR),
                            u16(fields, start + MONTH),
                            u16(fields, start + DAY),
                            u16(fields, start + HOUR),
                            u16(fields, start + MINUTE),
                            u16(fields, start + SECOND),
                            u16(fields, start + MILLISECOND) * NANOS_PER_MILLISECOND)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static int u16(ByteBuffer fields, int at) {
        return Short.toUnsignedInt(fields.getShort(at));
    }
}
