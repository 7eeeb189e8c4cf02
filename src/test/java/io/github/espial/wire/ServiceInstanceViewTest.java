package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ServiceInstanceViewTest {
    private static final String VECTOR = """
            a0            priority 5
            0b1234        service 725556
            001b21aa0001  payload
            """;

    private final ServiceInstanceView view = new ServiceInstanceView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 10)).isTrue();
        assertThat(view.instance()).isEqualTo(0x0b1234);
        assertThat(view.payloadStart()).isEqualTo(4);
        assertThat(view.payloadLength()).isEqualTo(6);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < ServiceInstanceView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
