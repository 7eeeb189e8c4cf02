package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArpViewTest {
    private static final String VECTOR = """
            0001          hardware type Ethernet
            0800          protocol type IPv4
            06            octets of a MAC
            04            octets of an address
            0002          operation reply
            001b21aa0001  sender MAC
            c0000201      sender address 192.0.2.1
            000c295e100a  target MAC
            c000020a      target address 192.0.2.10
            """;

    private final ArpView view = new ArpView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 28)).isTrue();
        assertThat(view.operation()).isEqualTo(2);
        assertThat(view.senderMac()).isEqualTo(0x001b21aa0001L);
        assertThat(view.senderAddress()).isEqualTo(0xc0000201);
        assertThat(view.targetMac()).isEqualTo(0x000c295e100aL);
        assertThat(view.targetAddress()).isEqualTo(0xc000020a);
        assertThat(view.isReply()).isTrue();
        assertThat(view.isRequest()).isFalse();
        assertThat(view).hasToString("ARP operation 2 sender 001b21aa0001 192.0.2.1 target 000c295e100a 192.0.2.10");
    }

    @Test
    void tellsRequests() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[7] = 1;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 28)).isTrue();
        assertThat(view.isRequest()).isTrue();
        assertThat(view.isReply()).isFalse();
    }

    @Test
    void takesIeee802Hardware() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[1] = 6;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 28)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5})
    void refusesOtherHardwareAndProtocols(int octet) {
        byte[] octets = OctetText.octets(VECTOR);
        octets[octet] = 0x7f;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 28)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < ArpView.PACKET_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
