package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6ExtensionHeadersTest {
    private static final String VECTOR = """
            3c000104000000 00  hop-by-hop of 8 octets, next is destination options
            2b01010c00000000   destination options of 16 octets, next is routing
            0000000000000000   destination options
            2c00000000000000   routing of 8 octets, next is fragment
            3200               fragment, next is ESP
            0009               offset 1 * 8, more
            8badf00d           identification
            c0c86871           payload
            """;

    private final Ipv6ExtensionHeaders view = new Ipv6ExtensionHeaders();

    @Test
    void walksTheWholeChain() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 44, 0)).isTrue();
        assertThat(view.protocol()).isEqualTo(50);
        assertThat(view.payloadStart()).isEqualTo(40);
        assertThat(view.payloadLength()).isEqualTo(4);
        assertThat(view.isFragment()).isTrue();
        assertThat(view.fragmentOffset()).isEqualTo(8);
        assertThat(view.moreFragments()).isTrue();
        assertThat(view.identification()).isEqualTo(0x8badf00dL);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 40; length++) {
            assertThat(view.wrap(octets, 0, length, 0)).as("%d octets", length).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 17, 50, 51, 58, 59})
    void takesAPayloadForAChainOfNothing(int protocol) {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 44, protocol)).isTrue();
        assertThat(view.protocol()).isEqualTo(protocol);
        assertThat(view.payloadStart()).isZero();
        assertThat(view.payloadLength()).isEqualTo(44);
        assertThat(view.isFragment()).isFalse();
        assertThat(view.identification()).isZero();
    }

    @Test
    void forgetsTheFragmentOfThePacketBefore() {
        view.wrap(OctetText.buffer(VECTOR), 0, 44, 0);
        view.wrap(OctetText.buffer(VECTOR), 40, 4, 50);
        assertThat(view.isFragment()).isFalse();
        assertThat(view.fragmentOffset()).isZero();
    }

    @Test
    void readsNoHeaderFromTheMiddleOfAFragment() {
        ByteBuffer octets = OctetText.buffer("3c00 0008 00000001 ffffffffffffffff");
        assertThat(view.wrap(octets, 0, 16, 44)).isTrue();
        assertThat(view.protocol()).isEqualTo(60);
        assertThat(view.payloadStart()).isEqualTo(8);
        assertThat(view.fragmentOffset()).isEqualTo(8);
        assertThat(view.moreFragments()).isFalse();
    }

    @Test
    void doesNotTakeAnAtomicFragmentForAPart() {
        assertThat(view.wrap(OctetText.buffer("3200 0000 8badf00d c0c86871"), 0, 12, 44))
                .isTrue();
        assertThat(view.isFragment()).isFalse();
        assertThat(view.identification()).isEqualTo(0x8badf00dL);
    }

    @Test
    void followsMobilityHeaders() {
        assertThat(view.wrap(OctetText.buffer("3b00 0500 00000000"), 0, 8, 135)).isTrue();
        assertThat(view.protocol()).isEqualTo(59);
    }

    @Test
    void givesUpOnChainsThatNoPacketHas() {
        ByteBuffer octets = ByteBuffer.wrap(new byte[8 * 17]);
        for (int i = 0; i < 17; i++) {
            octets.put(i * 8, (byte) 60);
        }
        assertThat(view.wrap(octets, 0, 8 * 17, 60)).isFalse();
    }
}
