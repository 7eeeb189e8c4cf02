package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HsrViewTest {
    private static final String VECTOR = """
            1040  path 1, size 64
            0007  sequence number 7
            0800  EtherType IPv4
            45    payload
            """;

    private final HsrView view = new HsrView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 7)).isTrue();
        assertThat(view.path()).isEqualTo(1);
        assertThat(view.sequenceNumber()).isEqualTo(7);
        assertThat(view.etherType()).isEqualTo(0x0800);
        assertThat(view.payloadStart()).isEqualTo(6);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < HsrView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
