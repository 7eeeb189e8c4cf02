package io.github.espial.observe.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.IkeMessage;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IkeMessageTableTest {
    private static final int LARGE = 60_000;

    @Test
    void keepsOctetsAndPorts() throws CaptureException {
        List<IkeMessage> kept =
                observe(capture(List.of(message(1, 20), marked(2, 20))), 0, 2).ikeMessages();

        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).frame()).isEqualTo(new FrameReference(0, 1));
        assertThat(kept.get(0).sourcePort()).isEqualTo(500);
        assertThat(kept.get(0).length()).isEqualTo(28 + 20);
        assertThat(kept.get(0).octets().getLong(0)).isEqualTo(1);
        assertThat(kept.get(1).sourcePort()).isEqualTo(4500);
        assertThat(kept.get(1).destinationPort()).isEqualTo(40_000);
        assertThat(kept.get(1).octets().getLong(0)).isEqualTo(2);
    }

    /** More than one conversation may take, and more than all may: what is left out does not depend on the cut. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsTheSameHoweverTheCaptureIsCut(long seed) throws CaptureException {
        Random random = new Random(seed);
        List<FrameBuilder> frames = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            frames.add(message(1 + random.nextInt(60), LARGE - random.nextInt(100)));
        }
        KeptFrames capture = capture(frames);
        Observations whole = observe(capture, 0, frames.size());
        assertThat(whole.sampled()).contains(FactKind.IKE_MESSAGES);
        long octets = whole.ikeMessages().stream().mapToLong(IkeMessage::length).sum();
        assertThat(octets).isBetween(IkeMessageTable.MOST / 2L, (long) IkeMessageTable.MOST);

        int first = random.nextInt(frames.size());
        int second = first + random.nextInt(frames.size() - first);
        Observations left = observe(capture, 0, first);
        left.merge(observe(capture, first, second));
        left.merge(observe(capture, second, frames.size()));
        Observations right = observe(capture, first, second);
        right.merge(observe(capture, second, frames.size()));
        Observations other = observe(capture, 0, first);
        other.merge(right);

        Observations inTurn = observe(capture, 0, second);
        Observer behind = new Observer(0, new UdpPairs(), inTurn.sampling());
        capture.replay(second, frames.size(), behind);
        inTurn.merge(behind.observations(frames.size() - second));

        assertThat(inTurn.ikeMessages().equals(whole.ikeMessages()))
                .as("with what was left out before")
                .isTrue();
        assertThat(left.ikeMessages().equals(whole.ikeMessages()))
                .as("from the left")
                .isTrue();
        assertThat(other.ikeMessages().equals(whole.ikeMessages()))
                .as("from the right")
                .isTrue();
    }

    @Test
    void keepsTheFirstMessagesOfALongConversation() throws CaptureException {
        List<FrameBuilder> frames = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            frames.add(message(7, LARGE));
        }
        Observations seen = observe(capture(frames), 0, frames.size());

        assertThat(seen.ikeMessages())
                .hasSize(IkeConversation.MOST / (LARGE + 28 + IkeConversation.BESIDES))
                .first()
                .extracting(message -> message.frame().number())
                .isEqualTo(1L);
        assertThat(seen.sampled()).contains(FactKind.IKE_MESSAGES);
    }

    private static FrameBuilder message(long initiatorSpi, int payload) {
        return FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .udp(500, 500)
                .ikev2(34, initiatorSpi, 0, 8, 0)
                .payload(payload);
    }

    private static FrameBuilder marked(long initiatorSpi, int payload) {
        return FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .udp(4500, 40_000)
                .nonEspMarker()
                .ikev2(35, initiatorSpi, 9, 8, 1)
                .payload(payload);
    }

    private static KeptFrames capture(List<FrameBuilder> frames) throws CaptureException {
        PcapBuilder capture = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN);
        frames.forEach(frame -> capture.frame(1_790_000_000, 0, frame.octets()));
        return ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(capture.toOctets()), "messages"));
    }

    private static Observations observe(KeptFrames capture, int from, int to) {
        Observer observer = new Observer(0, new UdpPairs());
        capture.replay(from, to, observer);
        return observer.observations(to - from);
    }
}
