package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PppControlViewTest {
    private static final String VECTOR = """
            02      code, Configure-Ack
            07      identifier
            000a    length 10
            03060a143201  option
            ffff    padding
            """;

    private final PppControlView view = new PppControlView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 12)).isTrue();
        assertThat(view.code()).isEqualTo(PppControlView.CONFIGURE_ACK);
        assertThat(view.identifier()).isEqualTo(7);
        assertThat(view.packetLength()).isEqualTo(10);
        assertThat(view.payloadStart()).isEqualTo(4);
        assertThat(view.payloadLength()).isEqualTo(6);
    }

    @Test
    void readsAsMuchAsWasCaptured() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 6)).isTrue();
        assertThat(view.packetLength()).isEqualTo(10);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void refusesLengthsBelowTheHeader() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.putShort(2, (short) 3);
        assertThat(view.wrap(octets, 0, 12)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 4; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
