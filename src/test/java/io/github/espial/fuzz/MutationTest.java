package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Frame;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.Observer;
import io.github.espial.scan.CaseScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damage to any capture ends no run: what was there before it is counted, and no more is believed than is there. */
class MutationTest {
    /** A loop without an end shows here, and nothing else: a round takes milliseconds. */
    private static final Duration ENDLESS = Duration.ofMinutes(5);

    /** Octets that are mutated of all captures together, so that large ones get fewer rounds. */
    private static final long OCTETS_PER_CAPTURE = 4_000_000;

    private static final int FEWEST_ROUNDS = 12;
    private static final int MOST_ROUNDS = 150;

    /** One round in so many goes through the whole analysis. */
    private static final int ANALYSED = 4;

    /** Octets of the shortest record of any format: a file has no more frames than fit. */
    private static final int SHORTEST_RECORD = 16;

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequentialCaptures")
    void countsEveryFrameBeforeTheDamage(String name, byte[] file) {
        assertTimeoutPreemptively(ENDLESS, () -> {
            List<Seen> whole = new ArrayList<>();
            assertThat(ReadOrRefused.of(file, frame -> whole.add(Seen.of(frame))))
                    .isPresent();
            Random random = new Random(name.hashCode());
            for (int round = 0; round < rounds(file); round++) {
                Mutation mutation = Mutation.of(file, random);
                List<Seen> seen = new ArrayList<>();
                ReadOrRefused.of(mutation.octets(), frame -> seen.add(Seen.of(frame)));
                List<Seen> before = before(whole, mutation.intact());
                assertThat(seen)
                        .as("round %d, damaged from %d on", round, mutation.intact())
                        .hasSizeBetween(before.size(), 1 + mutation.octets().length / SHORTEST_RECORD);
                assertThat(seen.subList(0, before.size())).isEqualTo(before);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("captures")
    void judgesWhateverIsLeft(String name, byte[] file) {
        assertTimeoutPreemptively(ENDLESS, () -> {
            Random random = new Random(name.hashCode());
            for (int round = 0; round < rounds(file); round += ANALYSED) {
                byte[] octets = Mutation.of(file, random).octets();
                Observer observer = new Observer(0, new UdpPairs());
                Optional<CaptureSummary> summary = ReadOrRefused.of(octets, observer);
                if (summary.isPresent()) {
                    CaseScan scan =
                            new CaseScan(observer.observations(summary.get().frames()), List.of(summary.get()));
                    assertThat(Diagnosis.of(scan, Statements.NONE, Checks.all()).verdict())
                            .isNotNull();
                }
            }
        });
    }

    /** Formats whose records are read one after the other, so that damage touches none before it. */
    static Stream<Arguments> sequentialCaptures() {
        return Stream.of(
                        Seeds.testdata().stream().map(file -> Arguments.of(file.toString(), Seeds.octets(file))),
                        numbered("pcap", Seeds.pcap()),
                        numbered("pcapng", Seeds.pcapng()),
                        numbered("snoop", Seeds.snoop()))
                .flatMap(captures -> captures);
    }

    static Stream<Arguments> captures() {
        return Stream.of(
                        sequentialCaptures(),
                        numbered("compressed", Seeds.compressed()),
                        numbered("netmon", Seeds.netmon()),
                        numbered("etl", Seeds.etl()))
                .flatMap(captures -> captures);
    }

    private static Stream<Arguments> numbered(String name, Stream<byte[]> files) {
        List<byte[]> list = files.toList();
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(i -> Arguments.of(name + " " + i, list.get(i)));
    }

    private static int rounds(byte[] file) {
        return (int) Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, OCTETS_PER_CAPTURE / file.length));
    }

    /** The frames whose records end before {@code intact}, as the next one begins there. */
    private static List<Seen> before(List<Seen> whole, int intact) {
        int frames = 0;
        while (frames + 1 < whole.size() && whole.get(frames + 1).fileOffset() <= intact) {
            frames++;
        }
        return whole.subList(0, frames);
    }

    /** What must not change of a frame; {@code octets} is a hash of them. */
    private record Seen(
            long number, long fileOffset, int linkType, boolean hasTime, long nanos, long originalLength, int octets) {
        static Seen of(Frame frame) {
            int hash = frame.capturedLength();
            int end = frame.start() + frame.capturedLength();
            for (int at = frame.start(); at < end; at++) {
                hash = 31 * hash + frame.octets().get(at);
            }
            return new Seen(
                    frame.number(),
                    frame.fileOffset(),
                    frame.linkType(),
                    frame.hasTime(),
                    frame.nanos(),
                    frame.originalLength(),
                    hash);
        }
    }
}
