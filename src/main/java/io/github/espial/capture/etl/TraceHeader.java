package io.github.espial.capture.etl;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The first event of a trace (TRACE_LOGFILE_HEADER of evntrace.h, after a system event header of 32 octets).
 *
 * <pre>
 *   0  size of a buffer, version, build, number of processors
 *  16  end time, timer resolution, maximum file size, mode
 *  36  buffers written, start buffers, pointer size, events lost, processor's speed in MHz
 *  56  two pointers, a time zone of 172 octets, up to a multiple of 8
 *      boot time, frequency of the performance counter, start time: 64 bits each
 *      kind of clock, buffers lost
 * </pre>
 *
 * @param build of the Windows that logged
 * @param eventsLost events that could not be logged
 * @param buffersLost buffers that could not be written
 */
record TraceHeader(TraceClock clock, int majorVersion, int minorVersion, int build, long eventsLost, long buffersLost) {
    /** Octets of the first buffer that hold it. */
    static final int END = BufferHeader.LENGTH + 32 + 280;

    private static final int EVENT_SIZE = 4;
    private static final int EVENT_HOOK = 6;
    private static final int EVENT_TYPE = 2;
    private static final int EVENT_FLAGS = 3;
    private static final int EVENT_STAMP = 16;
    private static final int EVENT_HEADER = 32;
    private static final int SYSTEM_HEADER_32 = 1;
    private static final int SYSTEM_HEADER_64 = 2;
    private static final int EVENT_FLAGS_SET = 0xC0;

    private static final int BUFFER_SIZE = 0;
    private static final int VERSION = 4;
    private static final int BUILD = 8;
    private static final int PROCESSORS = 12;
    private static final int POINTER_SIZE = 44;
    private static final int EVENTS_LOST = 48;
    private static final int MEGAHERTZ = 52;
    private static final int POINTERS = 56;
    private static final int TIME_ZONE = 172;

    private static final int FREQUENCY = 8;
    private static final int START_TIME = 16;
    private static final int CLOCK = 24;
    private static final int BUFFERS_LOST = 28;

    private static final int COUNTER = 1;
    private static final int SYSTEM_TIME = 2;
    private static final int CYCLES = 3;

    private static final int MAX_PROCESSORS = 1 << 14;
    private static final long HERTZ_PER_MEGAHERTZ = 1_000_000;

    /** FILETIME of 1990 and of 2262, where nanoseconds since 1970 end. */
    private static final long EARLIEST = 122_756_256_000_000_000L;

    private static final long LATEST = 208_600_000_000_000_000L;

    /** Reads the header where {@link #END} octets are readable from {@code at}, the start of the file, on. */
    static Optional<TraceHeader> parse(ByteBuffer fields, int at) {
        int event = at + BufferHeader.LENGTH;
        if (!BufferHeader.isPlausible(fields, at)
                || BufferHeader.parse(fields, at).isCompressed()
                || !isHeaderEvent(fields, event)) {
            return Optional.empty();
        }
        int body = event + EVENT_HEADER;
        int pointerSize = fields.getInt(body + POINTER_SIZE);
        int processors = fields.getInt(body + PROCESSORS);
        if (fields.getInt(body + BUFFER_SIZE) <= 0
                || processors <= 0
                || processors > MAX_PROCESSORS
                || (pointerSize != Integer.BYTES && pointerSize != Long.BYTES)) {
            return Optional.empty();
        }
        int times = body + alignedTo8(POINTERS + 2 * pointerSize + TIME_ZONE);
        long frequency = frequency(fields, body, times);
        long start = fields.getLong(times + START_TIME);
        if (frequency < 0 || frequency > TraceClock.MAX_FREQUENCY || start < EARLIEST || start > LATEST) {
            return Optional.empty();
        }
        return Optional.of(new TraceHeader(
                new TraceClock(frequency, fields.getLong(event + EVENT_STAMP), start),
                Byte.toUnsignedInt(fields.get(body + VERSION)),
                Byte.toUnsignedInt(fields.get(body + VERSION + 1)),
                fields.getInt(body + BUILD),
                Integer.toUnsignedLong(fields.getInt(body + EVENTS_LOST)),
                Integer.toUnsignedLong(fields.getInt(times + BUFFERS_LOST))));
    }

    /** The logging system, as far as the trace tells. */
    String system() {
        return "Windows " + majorVersion + "." + minorVersion + " build " + build;
    }

    private static boolean isHeaderEvent(ByteBuffer fields, int event) {
        int type = Byte.toUnsignedInt(fields.get(event + EVENT_TYPE));
        return (type == SYSTEM_HEADER_32 || type == SYSTEM_HEADER_64)
                && Byte.toUnsignedInt(fields.get(event + EVENT_FLAGS)) == EVENT_FLAGS_SET
                && fields.getShort(event + EVENT_HOOK) == 0
                && Short.toUnsignedInt(fields.getShort(event + EVENT_SIZE))
                        >= EVENT_HEADER + POINTERS + 2 * Integer.BYTES + TIME_ZONE;
    }

    /** Ticks a second, 0 for system time, negative for a clock that is none. */
    private static long frequency(ByteBuffer fields, int body, int times) {
        return switch (fields.getInt(times + CLOCK)) {
            case COUNTER -> positive(fields.getLong(times + FREQUENCY));
            case SYSTEM_TIME -> 0;
            case CYCLES -> positive(Integer.toUnsignedLong(fields.getInt(body + MEGAHERTZ)) * HERTZ_PER_MEGAHERTZ);
            default -> -1;
        };
    }

    private static long positive(long frequency) {
        return frequency > 0 ? frequency : -1;
    }

    private static int alignedTo8(int offset) {
        return offset + 7 & ~7;
    }
}
