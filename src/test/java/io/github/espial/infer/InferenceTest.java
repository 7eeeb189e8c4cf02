package io.github.espial.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.Way.Delivery;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server with its default gateway on one router and the line to a peer on another, seen on its card. */
class InferenceTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String ROUTER_MAC = "00:1b:21:bb:00:fe";
    private static final String SERVER = "192.0.2.10";
    private static final String GATEWAY = "192.0.2.1";
    private static final String ROUTER = "192.0.2.254";
    private static final String PEER = "198.51.100.20";
    private static final int FRESH = 64;
    private static final int FROM_AFAR = 55;
    private static final int REQUEST = 0x08;
    private static final int RESPONSE = 0x20;

    @Test
    void whereIkeIsAnsweredIsTheProperNextHopAndEspByAnotherIsWrong() throws Exception {
        Conclusions conclusions =
                espBy(GATEWAY_MAC, withIkeBy(ROUTER_MAC, segment())).conclusions();
        assertThat(conclusions.topology().defaultGateway().map(NextHop::mac)).hasValue(MacAddress.parse(GATEWAY_MAC));
        assertThat(conclusions.topology().peers()).singleElement().satisfies(peer -> {
            assertThat(peer.address()).hasToString(PEER);
            assertThat(peer.server()).hasToString(SERVER);
            assertThat(peer.expected().orElseThrow().nextHop().mac()).hasValue(MacAddress.parse(ROUTER_MAC));
        });
        assertThat(conclusions.ways()).singleElement().satisfies(way -> {
            assertThat(way.nextHop().mac()).hasValue(MacAddress.parse(GATEWAY_MAC));
            assertThat(way.isDefaultGateway()).isTrue();
            assertThat(way.delivery()).isEqualTo(Delivery.WRONG);
            assertThat(way.span().frames()).isEqualTo(20);
        });
    }

    @Test
    void espWhereIkeIsAnsweredIsProper() throws Exception {
        assertThat(delivery(espBy(ROUTER_MAC, withIkeBy(ROUTER_MAC, segment())).conclusions()))
                .isEqualTo(Delivery.PROPER);
    }

    @Test
    void withoutIkeAndAnswersNothingTellsTheProperNextHop() throws Exception {
        assertThat(delivery(espBy(GATEWAY_MAC, segment()).conclusions())).isEqualTo(Delivery.UNRESOLVED);
    }

    @Test
    void whatIsStatedOutweighsWhatIsSeen() throws Exception {
        Station gateway = new Station(Optional.empty(), Optional.of(IpAddress.parse(GATEWAY)));
        Statements stated = new Statements(List.of(), List.of(), List.of(), Map.of(IpAddress.parse(PEER), gateway));
        assertThat(delivery(espBy(GATEWAY_MAC, withIkeBy(ROUTER_MAC, segment())).conclusions(stated)))
                .isEqualTo(Delivery.PROPER);
    }

    private static Delivery delivery(Conclusions conclusions) {
        assertThat(conclusions.ways()).hasSize(1);
        return conclusions.ways().get(0).delivery();
    }

    /** Both routers are resolved, and other traffic goes by the gateway, with answers. */
    private static ShortCapture segment() {
        ShortCapture capture = new ShortCapture()
                .frame(FrameBuilder.ethernet(GATEWAY_MAC, SERVER_MAC)
                        .arpReply(GATEWAY_MAC, GATEWAY, SERVER_MAC, SERVER))
                .frame(FrameBuilder.ethernet(ROUTER_MAC, SERVER_MAC).arpReply(ROUTER_MAC, ROUTER, SERVER_MAC, SERVER));
        for (int host = 1; host <= 5; host++) {
            String elsewhere = "198.18.0." + host;
            capture.frame(outbound(GATEWAY_MAC, elsewhere)
                            .tcp(49_152, 443, 0x10)
                            .payload(20))
                    .frame(inbound(GATEWAY_MAC, elsewhere)
                            .tcp(443, 49_152, 0x10)
                            .payload(20));
        }
        return capture;
    }

    private static ShortCapture withIkeBy(String router, ShortCapture capture) {
        for (int exchange : List.of(IkeView.V2_IKE_SA_INIT, IkeView.V2_IKE_AUTH)) {
            capture.frame(ike(outbound(router, PEER), exchange, REQUEST))
                    .frame(ike(inbound(router, PEER), exchange, RESPONSE));
        }
        return capture;
    }

    private static FrameBuilder ike(FrameBuilder packet, int exchange, int flags) {
        return packet.udp(500, 500).ikev2(exchange, 1, 2, flags, 0).payload(100);
    }

    private static ShortCapture espBy(String nextHop, ShortCapture capture) {
        for (int number = 1; number <= 20; number++) {
            capture.frame(outbound(nextHop, PEER).esp(0xc0c86871L, number).payload(64));
        }
        return capture;
    }

    private static FrameBuilder outbound(String nextHop, String destination) {
        return FrameBuilder.ethernet(SERVER_MAC, nextHop)
                .ip(SERVER, destination)
                .ttl(FRESH);
    }

    private static FrameBuilder inbound(String router, String source) {
        return FrameBuilder.ethernet(router, SERVER_MAC).ip(source, SERVER).ttl(FROM_AFAR);
    }
}
