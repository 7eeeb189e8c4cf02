package io.github.espial.fuzz;

import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.RandomFrames;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Turns any octets into frames: one octet tells link type and direction, one the length, the frame follows. */
final class Frames {
    /** Every link type that is decoded, some that are not. */
    private static final List<Integer> LINK_TYPES = List.of(
            LinkTypes.ETHERNET,
            LinkTypes.LINUX_SLL,
            LinkTypes.LINUX_SLL2,
            LinkTypes.RAW,
            LinkTypes.NULL,
            LinkTypes.LOOP,
            LinkTypes.PPP,
            LinkTypes.RAW_BSD,
            LinkTypes.RAW_OPENBSD,
            LinkTypes.IPV4,
            LinkTypes.IPV6,
            LinkTypes.PPP_HDLC,
            LinkTypes.PPP_ETHER,
            LinkTypes.ENC,
            147,
            127);

    private static final int DIRECTIONS = 3;
    private static final int HEAD = 2;
    private static final int LONGEST = 255;
    private static final int FLAGS = 2;
    private static final long MICROS_BETWEEN = 250_000;
    private static final long START_MICROS = 1_790_000_000_000_000L;

    private Frames() {}

    /** The link type that {@code octet} stands for. */
    static int linkType(byte octet) {
        return LINK_TYPES.get(octet & (LINK_TYPES.size() - 1));
    }

    /** A frame of each link type as an input of its own: the octet of its link type, then the frame. */
    static Stream<byte[]> single() {
        RandomFrames random = new RandomFrames(1);
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] ethernet = random.next();
            inputs.add(joined((byte) 0, ethernet));
            int linkType = 1 + i % (LINK_TYPES.size() - 1);
            inputs.add(joined((byte) linkType, Arrays.copyOfRange(ethernet, 14, ethernet.length)));
        }
        return inputs.stream();
    }

    /** Conversations: captures of the lab from their beginning, and frames of all sorts. */
    static Stream<byte[]> several() {
        List<byte[]> inputs = new ArrayList<>();
        Seeds.testdata().forEach(file -> inputs.add(beginning(Seeds.octets(file))));
        for (long seed = 0; seed < 10; seed++) {
            RandomFrames random = new RandomFrames(seed);
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            for (int i = 0; i < 20; i++) {
                add(input, 0, random.next());
            }
            inputs.add(input.toByteArray());
        }
        return inputs.stream();
    }

    /** The capture that an input of {@link #several} stands for. */
    static byte[] capture(byte[] input) {
        PcapngBuilder capture = new PcapngBuilder(ByteOrder.BIG_ENDIAN);
        LINK_TYPES.forEach(linkType -> capture.interfaceOf(linkType, 0, options -> {}));
        long time = START_MICROS;
        int at = 0;
        while (at + HEAD <= input.length) {
            int kind = Byte.toUnsignedInt(input[at]);
            int length = Math.min(Byte.toUnsignedInt(input[at + 1]), input.length - at - HEAD);
            byte[] frame = Arrays.copyOfRange(input, at + HEAD, at + HEAD + length);
            int direction = kind / LINK_TYPES.size() % DIRECTIONS;
            capture.enhanced(
                    kind % LINK_TYPES.size(),
                    time,
                    length,
                    length,
                    frame,
                    options -> options.u32(FLAGS, direction).end());
            time += MICROS_BETWEEN;
            at += HEAD + length;
        }
        return capture.toOctets();
    }

    private static byte[] beginning(byte[] file) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        ReadOrRefused.of(file, frame -> {
            if (frame.number() <= 30) {
                byte[] octets = new byte[Math.min(LONGEST, frame.capturedLength())];
                frame.octets().get(frame.start(), octets);
                add(input, Math.max(0, LINK_TYPES.indexOf(frame.linkType())), octets);
            }
        });
        return input.toByteArray();
    }

    private static void add(ByteArrayOutputStream input, int kind, byte[] frame) {
        int length = Math.min(LONGEST, frame.length);
        input.write(kind);
        input.write(length);
        input.write(frame, 0, length);
    }

    private static byte[] joined(byte first, byte[] rest) {
        byte[] input = new byte[1 + rest.length];
        input[0] = first;
        System.arraycopy(rest, 0, input, 1, rest.length);
        return input;
    }
}
