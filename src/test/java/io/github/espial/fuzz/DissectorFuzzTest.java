package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a frame holds, it is read to its end at most, so that it is the same wherever it lies in memory. */
class DissectorFuzzTest {
    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void frame(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int linkType = Frames.linkType(input[0]);
        byte[] octets = Arrays.copyOfRange(input, 1, input.length);
        assertThat(seen(KeptFrames.alone(linkType, octets))).isEqualTo(seen(KeptFrames.frame(linkType, octets)));
    }

    static Stream<byte[]> frame() {
        return Frames.single();
    }

    private static FactsInFull seen(Frame frame) {
        Observer observer = new Observer(0, new UdpPairs());
        observer.frame(frame);
        return FactsInFull.of(observer.observations(1));
    }
}
