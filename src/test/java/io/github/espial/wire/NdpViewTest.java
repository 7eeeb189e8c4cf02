package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdpViewTest {
    private static final String VECTOR = """
            88                                type neighbor advertisement
            00                                code
            0000                              checksum, not looked at
            a0000000                          flags: router, override
            20010db8000000000000000000000001  target 2001:db8::1
            0201                              option: target link-layer address, 8 octets
            001b21aa0001                      MAC
            """;

    private static final String ADVERTISED_ROUTER = """
            86                type router advertisement
            00                code
            0000              checksum, not looked at
            40                hop limit 64
            00                flags
            0708              lifetime 1800 s
            00000000          reachable time
            00000000          retransmission time
            0501              option: MTU, 8 octets
            0000000005dc      MTU
            0101              option: source link-layer address, 8 octets
            001b21aa0002      MAC
            """;

    private static final String REDIRECTED = """
            89                                type redirect
            00                                code
            0000                              checksum, not looked at
            00000000                          reserved
            fe8000000000000000000000000000fe  target fe80::fe
            20010db8ffff00010000000000000014  destination 2001:db8:ffff:1::14
            0201                              option: target link-layer address, 8 octets
            001b21aa00fe                      MAC
            0402                              option: redirected header, 16 octets
            000000000000                      reserved
            6000000000043240                  start of the IPv6 header
            """;

    private final NdpView view = new NdpView();

    @Test
    void readsANeighborAdvertisement() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 32)).isTrue();
        assertThat(view.type()).isEqualTo(NdpView.NEIGHBOR_ADVERTISEMENT);
        assertThat(view.isRouter()).isTrue();
        assertThat(view.isSolicited()).isFalse();
        assertThat(view.isOverride()).isTrue();
        assertThat(view.hasTarget()).isTrue();
        assertThat(view.targetHigh()).isEqualTo(0x20010db800000000L);
        assertThat(view.targetLow()).isEqualTo(1);
        assertThat(view.hasTargetLinkAddress()).isTrue();
        assertThat(view.targetLinkAddress()).isEqualTo(0x001b21aa0001L);
        assertThat(view.hasSourceLinkAddress()).isFalse();
        assertThat(view.routerLifetimeSeconds()).isZero();
        assertThat(view.redirectedHeaderLength()).isZero();
    }

    @Test
    void readsARouterAdvertisement() {
        assertThat(view.wrap(OctetText.buffer(ADVERTISED_ROUTER), 0, 32)).isTrue();
        assertThat(view.routerLifetimeSeconds()).isEqualTo(1800);
        assertThat(view.hasSourceLinkAddress()).isTrue();
        assertThat(view.sourceLinkAddress()).isEqualTo(0x001b21aa0002L);
        assertThat(view.hasTargetLinkAddress()).isFalse();
        assertThat(view.hasTarget()).isFalse();
        assertThat(view.isRouter()).isFalse();
    }

    @Test
    void readsARedirect() {
        assertThat(view.wrap(OctetText.buffer(REDIRECTED), 0, 64)).isTrue();
        assertThat(view.targetHigh()).isEqualTo(0xfe80000000000000L);
        assertThat(view.targetLow()).isEqualTo(0xfe);
        assertThat(view.destinationHigh()).isEqualTo(0x20010db8ffff0001L);
        assertThat(view.destinationLow()).isEqualTo(0x14);
        assertThat(view.targetLinkAddress()).isEqualTo(0x001b21aa00feL);
        assertThat(view.redirectedHeaderStart()).isEqualTo(56);
        assertThat(view.redirectedHeaderLength()).isEqualTo(8);
    }

    @Test
    void readsWhatASnapLengthLeavesOfTheRedirectedPacket() {
        assertThat(view.wrap(OctetText.buffer(REDIRECTED), 0, 61)).isTrue();
        assertThat(view.redirectedHeaderLength()).isEqualTo(5);
        assertThat(view.wrap(OctetText.buffer(REDIRECTED), 0, 56)).isTrue();
        assertThat(view.redirectedHeaderLength()).isZero();
    }

    @Test
    void forgetsTheOptionsOfTheMessageBefore() {
        view.wrap(OctetText.buffer(REDIRECTED), 0, 64);
        view.wrap(OctetText.buffer(VECTOR), 0, 24);
        assertThat(view.hasTargetLinkAddress()).isFalse();
        assertThat(view.targetLinkAddress()).isZero();
        assertThat(view.redirectedHeaderLength()).isZero();
    }

    @Test
    void stopsAtAnOptionWithoutLength() {
        byte[] octets = OctetText.octets(ADVERTISED_ROUTER);
        octets[17] = 0;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 32)).isTrue();
        assertThat(view.hasSourceLinkAddress()).isFalse();
    }

    @Test
    void takesNoMacFromAnOptionThatIsCut() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 31)).isTrue();
        assertThat(view.hasTargetLinkAddress()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"133, 8", "134, 16", "135, 24", "136, 24", "137, 40"})
    void refusesShortMessagesOfEveryType(int type, int fixedLength) {
        ByteBuffer octets = ByteBuffer.allocate(fixedLength).put(0, (byte) type);
        for (int length = 0; length < fixedLength; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
        assertThat(view.wrap(octets, 0, fixedLength)).isTrue();
    }

    @Test
    void refusesOtherMessages() {
        assertThat(view.wrap(OctetText.buffer("80000000 00000000"), 0, 8)).isFalse();
    }
}
