package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class L2tpAvpViewTest {
    private static final String VECTOR = """
            c008  mandatory, hidden, length 8
            0137  vendor 311
            0009  attribute type
            2b1c  value
            ff    the next AVP
            """;

    private final L2tpAvpView view = new L2tpAvpView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 9)).isTrue();
        assertThat(view.isMandatory()).isTrue();
        assertThat(view.isHidden()).isTrue();
        assertThat(view.avpLength()).isEqualTo(8);
        assertThat(view.vendorId()).isEqualTo(311);
        assertThat(view.attributeType()).isEqualTo(L2tpAvpView.ASSIGNED_TUNNEL_ID);
        assertThat(view.valueStart()).isEqualTo(6);
        assertThat(view.valueLength()).isEqualTo(2);
    }

    @Test
    void readsAnAvpWithoutValueAndReservedBits() {
        assertThat(view.wrap(OctetText.buffer("3c06 0000 0027"), 0, 6)).isTrue();
        assertThat(view.isMandatory()).isFalse();
        assertThat(view.isHidden()).isFalse();
        assertThat(view.avpLength()).isEqualTo(6);
        assertThat(view.attributeType()).isEqualTo(39);
        assertThat(view.valueLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void refusesLengthsBelowTheHeader(int length) {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.putShort(0, (short) (0x8000 | length));
        assertThat(view.wrap(octets, 0, 9)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1023})
    void refusesLengthsBeyondTheEnd(int length) {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.putShort(0, (short) (0x8000 | length));
        assertThat(view.wrap(octets, 0, 9)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 8; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
