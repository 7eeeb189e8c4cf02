package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EspViewTest {
    private static final String VECTOR = """
            c0ffee01  SPI
            8000002a  sequence number
            deadbeef  ciphertext
            """;

    private final EspView view = new EspView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 12)).isTrue();
        assertThat(view.spi()).isEqualTo(0xc0ffee01L);
        assertThat(view.sequenceNumber()).isEqualTo(0x8000002aL);
        assertThat(view.ciphertextStart()).isEqualTo(8);
        assertThat(view.ciphertextLength()).isEqualTo(4);
        assertThat(view).hasToString("ESP SPI 0xc0ffee01 sequence 2147483690");
    }

    @Test
    void readsAHeaderWithoutCiphertext() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 8)).isTrue();
        assertThat(view.ciphertextLength()).isZero();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < EspView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
