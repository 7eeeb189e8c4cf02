package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LinuxCookedV2ViewTest {
    private static final String VECTOR = """
            86dd              protocol IPv6
            0000              reserved
            00000003          interface 3
            0001              ARPHRD_ETHER
            00                packet type: to us
            06                address length
            001b21aa00010000  source MAC
            60                payload
            """;

    private final LinuxCookedV2View view = new LinuxCookedV2View();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 21)).isTrue();
        assertThat(view.protocol()).isEqualTo(0x86dd);
        assertThat(view.interfaceIndex()).isEqualTo(3);
        assertThat(view.packetType()).isEqualTo(LinuxCookedView.TO_US);
        assertThat(view.addressLength()).isEqualTo(6);
        assertThat(view.address()).isEqualTo(0x001b21aa0001L);
        assertThat(view.payloadStart()).isEqualTo(20);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @Test
    void takesNoMacFromOtherAddresses() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[11] = 0;
        view.wrap(ByteBuffer.wrap(octets), 0, 21);
        assertThat(view.address()).isZero();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < LinuxCookedV2View.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
