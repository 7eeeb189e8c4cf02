package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets of made-up clocks, held against what was made up. */
class ClockOffsetTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long START = 1_700_000_000 * SECOND;

    /** Smaller differences change nothing. */
    private static final long LEAST = 10 * MILLI;

    @TempDir
    private Path folder = Path.of("");

    /**
     * What happens between a server and a peer, and is seen at two points: one at the server, one behind a NAT.
     *
     * @param offset what the clock of the second point shows more than the first's
     * @param delay from point to point
     * @param jitter up to so much more
     */
    private record World(Random random, long offset, long delay, long jitter, List<Seen> near, List<Seen> far) {
        World(long seed, long offset, long delay, long jitter) {
            this(new Random(seed), offset, delay, jitter, new ArrayList<>(), new ArrayList<>());
        }

        /** Sends a packet at a true time; one in ten gets lost between the points. */
        void send(boolean isOutbound, long time, FrameBuilder atServer, FrameBuilder behindNat) {
            long arrival = time + delay + (jitter == 0 ? 0 : random.nextLong(jitter));
            boolean arrives = random.nextInt(10) > 0;
            if (isOutbound || arrives) {
                near.add(new Seen(isOutbound ? time : arrival, isOutbound, atServer));
            }
            if (!isOutbound || arrives) {
                far.add(new Seen((isOutbound ? arrival : time) + offset, isOutbound, behindNat));
            }
        }

        /** IKE messages by turns, one in five of which is sent again after 1 and 3 seconds. */
        World ike(int messages) {
            for (int i = 0; i < messages; i++) {
                boolean isOutbound = i % 2 == 0;
                byte[] body = new byte[60];
                random.nextBytes(body);
                int id = i / 2;
                int flags = isOutbound ? 0x08 : 0x20;
                int[] after = random.nextInt(5) > 0 ? new int[] {0} : new int[] {0, 1, 3};
                for (int seconds : after) {
                    send(
                            isOutbound,
                            START + (5L * i + seconds) * SECOND,
                            packet(isOutbound, "192.168.1.10")
                                    .udp(500, 500)
                                    .ikev2(37, 7, 9, flags, id)
                                    .payload(body),
                            packet(isOutbound, "192.0.2.10")
                                    .udp(500, 500)
                                    .ikev2(37, 7, 9, flags, id)
                                    .payload(body));
                }
            }
            return this;
        }

        World esp(int sas, int packets) {
            for (int sa = 0; sa < sas; sa++) {
                boolean isOutbound = sa % 2 == 0;
                long spi = 0x1_0000L + random.nextInt(Integer.MAX_VALUE);
                for (int number = 1; number <= packets; number++) {
                    send(
                            isOutbound,
                            START + sa * SECOND + 97L * number * MILLI,
                            packet(isOutbound, "192.168.1.10").esp(spi, number).payload(40),
                            packet(isOutbound, "192.0.2.10").esp(spi, number).payload(40));
                }
            }
            return this;
        }

        private static FrameBuilder packet(boolean isOutbound, String server) {
            FrameBuilder frame = isOutbound
                    ? FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                    : FrameBuilder.ethernet("00:1b:21:aa:00:01", "00:0c:29:5e:10:0a");
            return isOutbound ? frame.ipv4(server, "198.51.100.20") : frame.ipv4("198.51.100.20", server);
        }
    }

    /** A frame, by the clock of where it was seen. */
    private record Seen(long nanos, boolean isOutbound, FrameBuilder frame) {}

    static List<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheOneThatWasMade(long seed) throws Exception {
        Random random = new Random(seed);
        long magnitude = (long) Math.pow(10, 5 + 8 * random.nextDouble());
        long offset = (random.nextBoolean() ? magnitude : -magnitude) / MICRO * MICRO;
        long delay = random.nextLong(200 * MILLI);
        long jitter = delay / 4;
        World world = new World(seed, offset, delay, jitter).ike(24).esp(6, 30);

        CaseScan scan = scan(file("near.pcap", world.near()), file("far.pcap", world.far()));

        long added = scan.observations().addedNanos(1);
        String told = "offset %d, delay %d, jitter %d: %s".formatted(offset, delay, jitter, scan.discrepancies());
        assertThat(scan.observations().addedNanos(0)).as(told).isZero();
        assertThat(scan.discrepancies().containsKey(1)).as(told).isEqualTo(added != 0);
        if (added != 0) {
            assertThat(added).as(told).isCloseTo(-offset, within(jitter + MICRO));
        }
        if (Math.abs(offset) > Math.max(LEAST, delay + 2 * jitter) + jitter) {
            assertThat(added).as(told).isNotZero();
        }
        if (Math.abs(offset) + jitter < LEAST) {
            assertThat(added).as(told).isZero();
        }
    }

    @Test
    void isNotTakenFromOneDirectionUnlessItIsLongerThanAnyWay() throws Exception {
        CaseScan little = oneWay(400 * MILLI);
        CaseScan much = oneWay(100 * SECOND);

        assertThat(little.observations().addedNanos(1)).isZero();
        assertThat(little.discrepancies()).isEmpty();
        assertThat(much.observations().addedNanos(1)).isCloseTo(-100 * SECOND, within(60 * MILLI));
        assertThat(much.discrepancies().get(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Discrepancy.OtherClock.class,
                        clock -> assertThat(clock.isTwoWay()).isFalse());
    }

    private CaseScan oneWay(long offset) throws Exception {
        World world = new World(1, offset, 50 * MILLI, 9 * MILLI).ike(24).esp(4, 30);
        Predicate<Seen> isInbound = seen -> !seen.isOutbound();
        List<Seen> outbound = world.far().stream().filter(isInbound.negate()).toList();
        return scan(file("near.pcap", world.near()), file("far.pcap", outbound));
    }

    /** Both ends of a single SA agree with each other by chance, where a test was run again with the same keys. */
    @Test
    void isNotTakenFromOneSaAlone() throws Exception {
        World world = new World(3, 50 * SECOND, 0, 0).esp(1, 30);

        CaseScan scan = scan(
                file("near.pcap", world.near()),
                file(
                        "far.pcap",
                        world.near().stream()
                                .map(seen -> new Seen(seen.nanos() + 50 * SECOND, seen.isOutbound(), seen.frame()))
                                .toList()));

        assertThat(scan.observations().addedNanos(1)).isZero();
        assertThat(scan.discrepancies()).isEmpty();
    }

    /** The third point saw what the second saw, and nothing of what the first saw. */
    @Test
    void isTakenByWayOfAnotherCapture() throws Exception {
        World one = new World(5, 20 * SECOND, MILLI, 0).ike(24);
        World other = new World(6, 0, MILLI, 0).esp(6, 30);
        List<Seen> second = new ArrayList<>(one.far());
        other.near().forEach(seen -> second.add(later(seen, 20 * SECOND)));

        CaseScan scan = scan(
                file("first.pcap", one.near()),
                file("second.pcap", second),
                file(
                        "third.pcap",
                        other.far().stream()
                                .map(seen -> later(seen, -7 * SECOND))
                                .toList()));

        assertThat(scan.observations().addedNanos(1)).isCloseTo(-20 * SECOND, within(MILLI));
        assertThat(scan.observations().addedNanos(2)).isCloseTo(7 * SECOND, within(2 * MILLI));
        assertThat(scan.discrepancies().get(2))
                .singleElement()
                .isInstanceOfSatisfying(Discrepancy.OtherClock.class, clock -> {
                    assertThat(clock.nanos()).isEqualTo(scan.observations().addedNanos(2));
                    assertThat(clock.reference()).isZero();
                    assertThat(clock.compared()).isEqualTo(1);
                });
    }

    private static Seen later(Seen seen, long nanos) {
        return new Seen(seen.nanos() + nanos, seen.isOutbound(), seen.frame());
    }

    private CaptureSource file(String name, List<Seen> frames) throws IOException {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        frames.stream()
                .sorted(Comparator.comparingLong(Seen::nanos))
                .forEach(seen -> file.frame(
                        seen.nanos() / SECOND,
                        seen.nanos() % SECOND / MICRO,
                        seen.frame().octets()));
        return CaptureSource.file(Files.write(folder.resolve(name), file.toOctets()));
    }

    private static CaseScan scan(CaptureSource... sources) throws Exception {
        return CaseScan.of(List.of(sources), Reading.USUAL);
    }
}
