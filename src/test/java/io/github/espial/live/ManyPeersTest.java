package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More forged peers than anybody looks at. */
class ManyPeersTest {
    private static final int PEERS = 3000;

    @Test
    void isCutShortInWhatIsTold() throws Exception {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        for (int peer = 0; peer < PEERS; peer++) {
            // The one that is real has more than one packet.
            int packets = peer == PEERS / 2 ? 50 : 1;
            for (int packet = 1; packet <= packets; packet++) {
                file.frame(
                        1_700_000_000,
                        peer,
                        FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                                .ipv4("192.0.2.10", "198.18." + peer / 250 + "." + (1 + peer % 250))
                                .esp(256 + peer, packet)
                                .payload(40)
                                .octets());
            }
        }
        LiveCase live = new LiveCase("flood", List.of(), CaseQuestion.plain(1), 2);
        live.read(new ByteArrayInputStream(file.toOctets()), FrameRecorder.NONE);

        Moment moment = live.look().orElseThrow();
        List<Happening> told = new Happenings().since(moment);

        assertThat(moment.ways())
                .hasSizeLessThan(100)
                .anyMatch(ways -> ways.peer().toString().equals("198.18.6.1"));
        assertThat(told).hasSizeLessThan(50);
        assertThat(told.stream().map(Happening::text))
                .anyMatch(text -> text.matches("and \\d+ more peers whose ESP goes somewhere"));
    }
}
