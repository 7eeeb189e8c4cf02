package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.OrderedOctets;
import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.ProblemLog;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file, it is read to some point or refused, and no frame reaches beyond its memory. */
class DamagedCaptureTest {
    private static final int ROUNDS = 1000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void survivesRandomDamage(long seed) throws IOException {
        Random random = new Random(seed);
        ByteOrder order = seed % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] pcap = pcap(order);
        byte[] pcapng = pcapng(order);
        byte[] zipped = Samples.gzip(pcapng);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = (round % 3 == 0 ? pcap : round % 3 == 1 ? pcapng : zipped).clone();
            int flips = 1 + random.nextInt(4);
            for (int i = 0; i < flips; i++) {
                int place = random.nextInt(file.length);
                file[place] =
                        random.nextBoolean() ? (byte) (file[place] ^ 1 << random.nextInt(8)) : (byte) random.nextInt();
            }
            readOrRefuse(file, "seed " + seed + ", round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void survivesNoiseAfterAGoodHeader(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            for (int i = 0; i < noise.length; i++) {
                // Small numbers are lengths that fit more often than not.
                noise[i] = random.nextInt(4) == 0 ? (byte) random.nextInt(32) : 0;
            }
            byte[] file = round % 2 == 0
                    ? new OrderedOctets(ByteOrder.BIG_ENDIAN)
                            .octets(PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                                    .toOctets())
                            .octets(noise)
                            .toOctets()
                    : new PcapngBuilder(ByteOrder.BIG_ENDIAN)
                            .ethernet()
                            .raw(noise)
                            .toOctets();
            readOrRefuse(file, "seed " + seed + ", round " + round);
        }
    }

    private static void readOrRefuse(byte[] file, String what) throws IOException {
        CaptureSource source = new CaptureSource.OfStream(new ByteArrayInputStream(file), "test");
        try {
            CaptureSummary summary = CaptureReader.read(
                    source,
                    frame -> {
                        assertThat(frame.start()).as(what).isNotNegative();
                        assertThat(frame.capturedLength()).as(what).isNotNegative();
                        assertThat(frame.start() + frame.capturedLength())
                                .as(what)
                                .isLessThanOrEqualTo(frame.octets().capacity());
                        assertThat(frame.octets().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
                    },
                    ReadProgress.NONE);
            assertThat(summary.file().orElseThrow().bytes()).as(what).isEqualTo(file.length);
            assertThat(summary.problems()).hasSizeLessThanOrEqualTo(ProblemLog.MAX_KEPT + 2);
        } catch (CaptureException e) {
            assertThat(e.getMessage()).as(what).startsWith("test: ").doesNotContain("\n");
        }
    }

    private static byte[] pcap(ByteOrder order) {
        PcapBuilder builder = PcapBuilder.microseconds(order);
        for (int i = 0; i < 6; i++) {
            builder.frame(i, i, Samples.frame(i, 4 * i));
        }
        return builder.toOctets();
    }

    private static byte[] pcapng(ByteOrder order) {
        PcapngBuilder builder = new PcapngBuilder(order);
        for (int i = 0; i < 2; i++) {
            builder.interfaceOf(
                            1,
                            64,
                            options -> options.text(2, "eth0")
                                    .octets(9, new byte[] {9})
                                    .end())
                    .frame(0, 1, Samples.frame(1, 20))
                    .enhanced(
                            0,
                            2,
                            9,
                            20,
                            Samples.frame(1, 9),
                            options -> options.text(1, "hm").u32(2, 1).end())
                    .obsolete(0, 1, 3, Samples.frame(1, 3), options -> options.u32(2, 2))
                    .simple(30, Samples.frame(1, 30))
                    .block(
                            4,
                            body -> body.u16(1)
                                    .u16(6)
                                    .u32(0x0A000001L)
                                    .text("a")
                                    .u8(0)
                                    .pad()
                                    .u32(0))
                    .block(5, body -> body.u32(0).u64(1).u16(5).u16(8).u64(1))
                    .section(-1, options -> options.text(1, "next").end());
        }
        return builder.toOctets();
    }
}
