package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PppOptionViewTest {
    private static final String VECTOR = """
            03        type, authentication protocol
            05        length 5
            c22381    CHAP, MS-CHAPv2
            ff        the next option
            """;

    private final PppOptionView view = new PppOptionView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 6)).isTrue();
        assertThat(view.type()).isEqualTo(PppOptionView.AUTHENTICATION_PROTOCOL);
        assertThat(view.optionLength()).isEqualTo(5);
        assertThat(view.valueStart()).isEqualTo(2);
        assertThat(view.valueLength()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 255})
    void refusesLengthsThatCannotBe(int length) {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.put(1, (byte) length);
        assertThat(view.wrap(octets, 0, 6)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 5; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
