package io.github.espial.capture.etl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Builds a Windows event trace, buffer by buffer: 64-bit, a counter of 10 MHz that starts at 1000. */
public final class EtlBuilder {
    /** When the counter stood at {@link #START_STAMP}: 2024-01-01T00:00Z in nanoseconds since 1970. */
    static final long START_NANOS = 1_704_067_200_000_000_000L;

    public static final long START_STAMP = 1000;
    static final long TICKS_PER_SECOND = 10_000_000;

    static final long FIRST = 0x40000000L;
    static final long LAST = 0x80000000L;
    public static final long SENT = 0x100000000L;
    static final long RECEIVED = 0x200000000L;

    private static final String NDIS = "6e00d62e29470946b4233ee7bcd678ef";
    private static final String PKTMON = "d9804f4dbdc8734dbb5b19c90402c5ac";
    private static final String OTHER = "000102030405060708090a0b0c0d0e0f";
    private static final int HEADER = 72;
    private static final int EVENT_HEADER = 80;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final int bufferSize;

    private EtlBuilder(int bufferSize) {
        this.bufferSize = bufferSize;
    }

    /** A trace that begins with the buffer of the trace header; buffers have {@code bufferSize} octets. */
    public static EtlBuilder trace(int bufferSize) {
        return trace(bufferSize, 0);
    }

    /** A small trace with every kind of event and of buffer. */
    public static byte[] everyEvent(int bufferSize) {
        EtlBuilder builder = trace(bufferSize);
        for (int i = 0; i < 2; i++) {
            long start = START_STAMP + 100L * i;
            byte number = (byte) i;
            builder.buffer(
                            i,
                            events -> events.kernel(start)
                                    .ndis(start + 1, 1, 4, 4, FIRST | RECEIVED, new byte[] {1, number})
                                    .ndis(start + 2, 1, 4, 4, LAST | RECEIVED, new byte[] {2, number})
                                    .other(start + 3)
                                    .frame(start + 4, 4, RECEIVED, new byte[] {3, number})
                                    .switched(start + 5, 3, 1, new byte[] {4, number}))
                    .compressed(
                            i,
                            events -> events.pktMon(start + 50, group(number, 1), 3, 1, 9, 20, new byte[20])
                                    .pktMon(start + 51, group(number, 1), 3, 1, 10, 20, new byte[20])
                                    .pktMon(start + 52, group(number, 2), 3, 1, 9, 20, new byte[20])
                                    .pktMon(start + 53, group(number, 3), 3, 1, 9, 20, new byte[20])
                                    .pktMon(start + 54, group(number, 4), 3, 1, 9, 20, new byte[20])
                                    .component(start + 60, 9, "a", "b", new byte[6]));
        }
        return builder.toOctets();
    }

    private static long group(int number, int group) {
        return 100L * number + group;
    }

    /** A trace that says that it lost events. */
    static EtlBuilder trace(int bufferSize, int eventsLost) {
        EtlBuilder builder = new EtlBuilder(bufferSize);
        ByteBuffer header = octets(32 + 280);
        header.putShort(2, (short) 0xC002)
                .putShort(4, (short) header.capacity())
                .putLong(16, START_STAMP);
        header.putInt(32, bufferSize)
                .putInt(36, 0x0A)
                .putInt(40, 20348)
                .putInt(44, 4)
                .putInt(76, 8)
                .putInt(80, eventsLost);
        header.putLong(32 + 256, TICKS_PER_SECOND)
                .putLong(32 + 264, START_NANOS / 100 + 116_444_736_000_000_000L)
                .putInt(32 + 272, 1);
        builder.write(copy(header), 0, 4, bufferSize);
        return builder;
    }

    /** Adds a buffer of {@code processor}. */
    public EtlBuilder buffer(int processor, Consumer<Events> events) {
        write(events(events), processor, 0, bufferSize);
        return this;
    }

    /** Adds a compressed buffer of {@code processor}. */
    EtlBuilder compressed(int processor, Consumer<Events> events) {
        byte[] body = events(events);
        byte[] packed = Lz77Packer.pack(body);
        file.writeBytes(header(HEADER + packed.length, HEADER + body.length, processor, 0x60, 0));
        file.writeBytes(packed);
        return this;
    }

    /** Adds octets that are no buffer. */
    EtlBuilder raw(byte[] octets) {
        file.writeBytes(octets);
        return this;
    }

    int size() {
        return file.size();
    }

    public byte[] toOctets() {
        return file.toByteArray();
    }

    private static byte[] events(Consumer<Events> content) {
        Events events = new Events();
        content.accept(events);
        return events.octets.toByteArray();
    }

    private void write(byte[] body, int processor, int kind, int size) {
        file.writeBytes(header(size, HEADER + body.length, processor, 0x20, kind));
        file.writeBytes(body);
        for (int i = HEADER + body.length; i < size; i++) {
            file.write(0xFF);
        }
    }

    private static byte[] header(int size, int filled, int processor, int flags, int kind) {
        return copy(octets(HEADER)
                .putInt(0, size)
                .putInt(4, filled)
                .putShort(40, (short) processor)
                .putInt(44, 3)
                .putInt(48, filled)
                .putShort(52, (short) flags)
                .putShort(54, (short) kind));
    }

    private static ByteBuffer octets(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] copy(ByteBuffer octets) {
        byte[] copy = new byte[octets.capacity()];
        octets.get(0, copy);
        return copy;
    }

    /** The events of a buffer. */
    public static final class Events {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        /** An event of NDIS-PacketCapture with a fragment of a packet. */
        Events ndis(long stamp, int thread, int miniport, int lower, long keyword, byte[] fragment) {
            ByteBuffer payload = EtlBuilder.octets(12 + fragment.length)
                    .putInt(miniport)
                    .putInt(lower)
                    .putInt(fragment.length)
                    .put(fragment);
            return event(NDIS, stamp, thread, 1001, keyword, copy(payload));
        }

        /** A whole Ethernet frame on the interface {@code index}. */
        public Events frame(long stamp, int index, long keyword, byte[] frame) {
            return ndis(stamp, 7, index, index, FIRST | LAST | keyword, frame);
        }

        /** An Ethernet frame from a port of a virtual switch to {@code destinations} others. */
        Events switched(long stamp, int port, int destinations, byte[] frame) {
            byte[] texts = text("port").append("nic").append("kind").octets();
            ByteBuffer payload =
                    EtlBuilder.octets(24 + frame.length + texts.length + destinations * (4 + texts.length));
            payload.putInt(5).putInt(5).putInt(port).put(texts).putInt(destinations);
            for (int i = 0; i < destinations; i++) {
                payload.putInt(i).put(texts);
            }
            payload.putInt(frame.length).put(frame).putInt(0);
            return event(NDIS, stamp, 7, 1003, FIRST | LAST | RECEIVED, copy(payload));
        }

        /** A packet as PktMon logs it. */
        Events pktMon(long stamp, long group, int direction, int type, int component, int original, byte[] octets) {
            ByteBuffer payload = EtlBuilder.octets(34 + octets.length)
                    .putLong(0, group)
                    .putShort(8, (short) 1)
                    .putShort(12, (short) direction)
                    .putShort(14, (short) type)
                    .putShort(16, (short) component)
                    .putShort(30, (short) original)
                    .putShort(32, (short) octets.length);
            payload.position(34);
            payload.put(octets);
            return event(PKTMON, stamp, 7, 160, 0, copy(payload));
        }

        /** What PktMon calls a component, and its MAC. */
        Events component(long stamp, int id, String name, String description, byte[] mac) {
            byte[] texts = text(name).append(description).octets();
            event(
                    PKTMON,
                    stamp,
                    7,
                    20,
                    0,
                    copy(EtlBuilder.octets(4 + texts.length)
                            .putShort((short) id)
                            .putShort((short) 2)
                            .put(texts)));
            return event(
                    PKTMON,
                    stamp,
                    7,
                    70,
                    0,
                    copy(EtlBuilder.octets(8 + mac.length)
                            .putShort((short) id)
                            .putShort((short) 6)
                            .putInt(mac.length)
                            .put(mac)));
        }

        /** An event of a provider that nobody knows. */
        public Events other(long stamp) {
            return event(OTHER, stamp, 7, 1001, 0, new byte[21]);
        }

        /** An event of the kernel, type 0x11. */
        Events kernel(long stamp) {
            return append(copy(EtlBuilder.octets(20)
                    .putShort(2, (short) 0xC011)
                    .putShort(4, (short) 20)
                    .putLong(8, stamp)));
        }

        /** A packet event whose payload is what it should not be. */
        Events odd(long stamp, byte[] payload) {
            return event(NDIS, stamp, 7, 1001, FIRST | LAST, payload);
        }

        /** Octets that are no event. */
        Events noise(byte[] noise) {
            return append(noise);
        }

        private Events event(String provider, long stamp, int thread, int id, long keyword, byte[] payload) {
            ByteBuffer event = EtlBuilder.octets(EVENT_HEADER + payload.length)
                    .putShort(0, (short) (EVENT_HEADER + payload.length))
                    .putShort(2, (short) 0xC013)
                    .putInt(8, thread)
                    .putLong(16, stamp)
                    .put(24, HexFormat.of().parseHex(provider))
                    .putShort(40, (short) id)
                    .putLong(48, keyword)
                    .put(EVENT_HEADER, payload);
            return append(copy(event));
        }

        private Events append(byte[] event) {
            octets.writeBytes(event);
            while (octets.size() % 8 != 0) {
                octets.write(0);
            }
            return this;
        }

        private static Texts text(String text) {
            return new Texts("").append(text);
        }

        private record Texts(String all) {
            Texts append(String text) {
                return new Texts(all + text + '\0');
            }

            byte[] octets() {
                return all.getBytes(StandardCharsets.UTF_16LE);
            }
        }
    }
}
