package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AhViewTest {
    private static final String VECTOR = """
            04                        next header IPv4
            04                        6 words, less 2
            0000                      reserved
            c0ffee02                  SPI
            0000002b                  sequence number 43
            0102030405060708090a0b0c  ICV
            4500                      payload
            """;

    private final AhView view = new AhView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 26)).isTrue();
        assertThat(view.nextHeader()).isEqualTo(4);
        assertThat(view.headerLength()).isEqualTo(24);
        assertThat(view.spi()).isEqualTo(0xc0ffee02L);
        assertThat(view.sequenceNumber()).isEqualTo(43);
        assertThat(view.payloadStart()).isEqualTo(24);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void refusesHeadersShorterThanTheirFields() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[1] = 0;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 26)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 24; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
