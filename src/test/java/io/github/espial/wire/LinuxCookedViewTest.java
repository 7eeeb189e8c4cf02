package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LinuxCookedViewTest {
    private static final String VECTOR = """
            0004              packet type: sent by us
            0001              ARPHRD_ETHER
            0006              address length
            000c295e100a0000  source MAC
            0800              protocol IPv4
            45                payload
            """;

    private final LinuxCookedView view = new LinuxCookedView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 17)).isTrue();
        assertThat(view.packetType()).isEqualTo(LinuxCookedView.OUTGOING);
        assertThat(view.addressLength()).isEqualTo(6);
        assertThat(view.address()).isEqualTo(0x000c295e100aL);
        assertThat(view.protocol()).isEqualTo(0x0800);
        assertThat(view.payloadStart()).isEqualTo(16);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @Test
    void takesNoMacFromOtherAddresses() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[5] = 4;
        view.wrap(ByteBuffer.wrap(octets), 0, 17);
        assertThat(view.addressLength()).isEqualTo(4);
        assertThat(view.address()).isZero();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < LinuxCookedView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
