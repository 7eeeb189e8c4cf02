package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.KeptFrames;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.Encapsulation;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever frames hold, and whatever they are put into, those of a known flow count as if they had been dissected. */
class KnownFlowsFuzzTest {
    /** Of interfaces beyond 65,535 no flow is known. All beyond 16,383 count as one, so that the facts are the same. */
    private static final int KNOWING = 20_000;

    private static final int DISSECTING = 70_000;

    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void frames(byte[] input) throws CaptureException {
        if (input.length == 0) {
            return;
        }
        Encapsulation[] ways = Encapsulation.values();
        Encapsulation way = ways[Byte.toUnsignedInt(input[0]) % ways.length];
        byte[] capture = Frames.capture(Arrays.copyOfRange(input, 1, input.length));
        KeptFrames frames = ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(capture), "fuzz"));
        assertThat(seen(frames, way, KNOWING)).isEqualTo(seen(frames, way, DISSECTING));
    }

    /** Every conversation in one way after the other. */
    static Stream<byte[]> frames() {
        byte[][] conversations = Frames.several().toArray(byte[][]::new);
        return Stream.iterate(0, way -> way + 1)
                .limit(Encapsulation.values().length)
                .map(way -> behind((byte) (int) way, conversations[way % conversations.length]));
    }

    private static byte[] behind(byte first, byte[] rest) {
        byte[] input = new byte[1 + rest.length];
        input[0] = first;
        System.arraycopy(rest, 0, input, 1, rest.length);
        return input;
    }

    private static FactsInFull seen(KeptFrames frames, Encapsulation way, int interfaceId) {
        Observer observer = new Observer(0, new UdpPairs());
        frames.replayChanged(way::of, interfaceId, observer);
        frames.replayChanged(way::of, interfaceId, observer);
        return FactsInFull.of(observer.observations(frames.summary().frames()));
    }
}
