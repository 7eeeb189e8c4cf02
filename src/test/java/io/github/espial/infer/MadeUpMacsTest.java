package io.github.espial.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.Way.Delivery;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.IkeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpMacsTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String ROUTER_MAC = "00:1b:21:aa:00:02";
    private static final String OTHER_MAC = "00:1b:21:aa:63:02";
    private static final String SERVER = "192.0.2.10";
    private static final String ROUTER = "192.0.2.254";
    private static final String PEER = "198.51.100.20";
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fewFramesForAMacOfWhichNothingElseIsSeenProveNoRoute(int frames) throws Exception {
        assertThat(deliveryToTheOther(tunnelWith(frames))).isEqualTo(Delivery.UNRESOLVED);
    }

    @Test
    void manyFramesForSuchAMacDo() throws Exception {
        assertThat(deliveryToTheOther(tunnelWith(10))).isEqualTo(Delivery.WRONG);
    }

    @Test
    void oneFrameForAStationThatClaimsAnAddressDoes() throws Exception {
        ShortCapture capture = tunnelWith(1)
                .frame(FrameBuilder.ethernet(OTHER_MAC, SERVER_MAC)
                        .arpReply(OTHER_MAC, "192.0.2.1", SERVER_MAC, SERVER));
        assertThat(deliveryToTheOther(capture)).isEqualTo(Delivery.WRONG);
    }

    @Test
    void oneFrameForAStationThatSendsPacketsDoes() throws Exception {
        ShortCapture capture = tunnelWith(1)
                .frame(FrameBuilder.ethernet(OTHER_MAC, SERVER_MAC)
                        .ip("203.0.113.7", SERVER)
                        .ttl(55)
                        .udp(53, 40_000)
                        .payload(64));
        assertThat(deliveryToTheOther(capture)).isEqualTo(Delivery.WRONG);
    }

    /** IKE and answered ESP by the router, with {@code frames} of ESP for the other MAC in between. */
    private static ShortCapture tunnelWith(int frames) {
        ShortCapture capture = new ShortCapture()
                .frame(FrameBuilder.ethernet(ROUTER_MAC, SERVER_MAC).arpReply(ROUTER_MAC, ROUTER, SERVER_MAC, SERVER))
                .frame(ike(SERVER_MAC, ROUTER_MAC, SERVER, PEER, 8).ttl(64))
                .frame(ike(ROUTER_MAC, SERVER_MAC, PEER, SERVER, 0x20).ttl(55));
        for (int i = 1; i <= 20; i++) {
            capture.frame(esp(SERVER_MAC, ROUTER_MAC, SERVER, PEER, OUT, i).ttl(64))
                    .frame(esp(ROUTER_MAC, SERVER_MAC, PEER, SERVER, IN, i).ttl(55));
            if (i <= frames) {
                capture.frame(
                        esp(SERVER_MAC, OTHER_MAC, SERVER, PEER, OUT + 1, i).ttl(64));
            }
        }
        return capture.frame(ike(SERVER_MAC, ROUTER_MAC, SERVER, PEER, 8).ttl(64))
                .frame(ike(ROUTER_MAC, SERVER_MAC, PEER, SERVER, 0x20).ttl(55));
    }

    private static FrameBuilder ike(
            String sourceMac, String destinationMac, String source, String destination, int flags) {
        return FrameBuilder.ethernet(sourceMac, destinationMac)
                .ip(source, destination)
                .udp(500, 500)
                .ikev2(IkeView.V2_INFORMATIONAL, 1, 2, flags, 0)
                .payload(32);
    }

    private static FrameBuilder esp(
            String sourceMac, String destinationMac, String source, String destination, long spi, int number) {
        return FrameBuilder.ethernet(sourceMac, destinationMac)
                .ip(source, destination)
                .esp(spi, number)
                .payload(64);
    }

    /** How the frames for the other MAC compare with the proper next hop. */
    private static Delivery deliveryToTheOther(ShortCapture capture) throws Exception {
        return capture.conclusions().ways().stream()
                .filter(way -> way.nextHop().mac().orElseThrow().toString().equals(OTHER_MAC))
                .findFirst()
                .orElseThrow()
                .delivery();
    }
}
