package io.github.espial.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.IkeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
    private static final String ONE = "00:0c:29:5e:10:0a";
    private static final String OTHER = "00:1b:21:aa:00:01";

    /** Echo packets as of BFD (RFC 5881 §4) come back to the sender by way of its neighbor, and land attacks look alike. */
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.10", "127.0.0.1", "2001:db8:2::10"})
    void takesNoHostForItsOwnPeer(String address) throws Exception {
        ShortCapture capture = new ShortCapture()
                .frame(FrameBuilder.ethernet(ONE, OTHER)
                        .ip(address, address)
                        .udp(500, 500)
                        .ikev2(IkeView.V2_IKE_SA_INIT, 1, 0, 8, 0)
                        .payload(32));
        for (int i = 1; i <= 20; i++) {
            capture.frame(esp(ONE, OTHER, address, address, i).ttl(64))
                    .frame(esp(OTHER, ONE, address, address, i).ttl(63));
        }
        Conclusions conclusions = capture.conclusions();
        assertThat(conclusions.topology().peers()).isEmpty();
        assertThat(conclusions.ways()).isEmpty();
    }

    @Test
    void takesTwoHostsOfOneMachineForAPair() throws Exception {
        Conclusions conclusions = new ShortCapture()
                .frame(esp(ONE, OTHER, "192.0.2.10", "192.0.2.11", 1).ttl(64))
                .conclusions();
        assertThat(conclusions.topology().peers()).hasSize(1);
    }

    private static FrameBuilder esp(
            String sourceMac, String destinationMac, String source, String destination, int number) {
        return FrameBuilder.ethernet(sourceMac, destinationMac)
                .ip(source, destination)
                .esp(0xc0c86871L, number)
                .payload(64);
    }
}
