package io.github.espial.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.MacAddress;
import io.github.espial.wire.EthernetView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The drawn networks are what they are said to be. */
class SimulatedCaseTest {
    private static final int FEW = 60;

    @Test
    void aSeedDrawsTheSameEachTime() {
        SimulatedCase once = SimulatedCase.of(7);
        SimulatedCase again = SimulatedCase.of(7);
        assertThat(again.truth()).isEqualTo(once.truth());
        assertThat(octets(again)).isEqualTo(octets(once));
    }

    @Test
    void seedsDiffer() {
        assertThat(octets(SimulatedCase.of(8))).isNotEqualTo(octets(SimulatedCase.of(7)));
    }

    @Test
    void framesAreInTheOrderOfTime() {
        assertThat(SimulatedCase.of(7).frames())
                .extracting(CapturedFrame::micros)
                .isSorted();
    }

    @Test
    void everyFrameIsWholeOrCutAtTheSnapLength() {
        for (long seed = 1; seed <= FEW; seed++) {
            SimulatedCase drawn = SimulatedCase.of(seed);
            int most = drawn.network().tap().snapLength().orElse(Integer.MAX_VALUE);
            assertThat(drawn.frames())
                    .allSatisfy(frame -> assertThat(frame.octets()).hasSize(Math.min(frame.length(), most)));
        }
    }

    @Test
    void whatMustBeFoundWentWrongOnTheWire() {
        for (long seed = 1; seed <= FEW; seed++) {
            SimulatedCase drawn = SimulatedCase.of(seed);
            if (drawn.truth().must()) {
                Set<String> destinations = destinations(drawn);
                assertThat(drawn.truth().misrouted()).isNotEmpty();
                assertThat(drawn.truth().hops().values())
                        .as("seed %d", seed)
                        .anySatisfy(hops -> assertThat(hops.actual()).anyMatch(destinations::contains));
            }
        }
    }

    @Test
    void everyVerdictIsRightSomewhere() {
        Set<String> verdicts = new TreeSet<>();
        LongStream.rangeClosed(1, FEW)
                .mapToObj(SimulatedCase::of)
                .forEach(drawn -> verdicts.addAll(drawn.truth().expect()));
        assertThat(verdicts).contains(Truth.MISROUTED, Truth.HEALTHY, Truth.UNDETERMINED);
    }

    private static List<ByteBuffer> octets(SimulatedCase drawn) {
        return drawn.frames().stream()
                .map(frame -> ByteBuffer.wrap(frame.octets()))
                .toList();
    }

    private static Set<String> destinations(SimulatedCase drawn) {
        Set<String> macs = new TreeSet<>();
        for (CapturedFrame frame : drawn.frames()) {
            EthernetView ethernet = new EthernetView();
            assertThat(ethernet.wrap(ByteBuffer.wrap(frame.octets()), 0, frame.octets().length))
                    .isTrue();
            macs.add(new MacAddress(ethernet.destinationMac()).toString());
        }
        return macs;
    }
}
