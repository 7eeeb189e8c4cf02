package io.github.espial.read;

import io.github.espial.bytes.Samples;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import java.nio.ByteOrder;
import java.util.Random;

/** Captures of up to 200 frames, of a few octets or a thousand, with all that there may be between and about them. */
final class OddCaptures {
    private OddCaptures() {}

    static byte[] pcap(ByteOrder order, Random random) {
        PcapBuilder builder = PcapBuilder.microseconds(order);
        int frames = random.nextInt(200);
        for (int i = 0; i < frames; i++) {
            boolean isOdd = random.nextInt(50) == 0;
            byte[] frame = Samples.frame(i, 1 + random.nextInt(i % 10 == 0 ? 1000 : 100));
            builder.record(1_700_000_000L + i, isOdd ? 1_500_000 : i, frame.length, isOdd ? 1 : frame.length, frame);
        }
        return builder.toOctets();
    }

    static byte[] pcapng(ByteOrder order, Random random) {
        PcapngBuilder builder = new PcapngBuilder(order).ethernet();
        int frames = random.nextInt(200);
        for (int i = 0; i < frames; i++) {
            byte[] frame = Samples.frame(i, 1 + random.nextInt(i % 10 == 0 ? 1000 : 100));
            int kind = random.nextInt(100);
            if (kind == 0) {
                builder.section(-1, options -> options.text(1, "next").end()).ethernet();
            } else if (kind == 1) {
                builder.ethernet();
            } else if (kind < 4) {
                builder.block(0x0BAD, body -> body.u32(1));
            } else if (kind < 8) {
                builder.enhanced(
                        0,
                        i,
                        frame.length,
                        frame.length,
                        frame,
                        options -> options.text(1, "hm").end());
            } else if (kind < 10) {
                builder.frame(7, i, frame);
            } else if (kind < 12) {
                builder.obsolete(0, 1, i, frame, options -> options.u32(2, 2));
            } else if (kind < 14) {
                builder.simple(frame.length, frame);
            } else if (kind < 16) {
                int count = i;
                builder.block(5, body -> body.u32(0).u64(1).u16(5).u16(8).u64(count));
            } else {
                builder.frame(0, i, frame);
            }
        }
        return builder.toOctets();
    }
}
