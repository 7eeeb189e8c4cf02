package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdpViewTest {
    private static final String VECTOR = """
            01f4  source port 500
            1194  destination port 4500
            000b  length 11
            0000  no checksum
            ffee  payload
            dd    payload
            00    padding of the frame
            """;

    private final UdpView view = new UdpView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 12)).isTrue();
        assertThat(view.sourcePort()).isEqualTo(500);
        assertThat(view.destinationPort()).isEqualTo(4500);
        assertThat(view.udpLength()).isEqualTo(11);
        assertThat(view.payloadStart()).isEqualTo(8);
        assertThat(view.payloadLength()).isEqualTo(3);
        assertThat(view.payloadOriginalLength()).isEqualTo(3);
        assertThat(view).hasToString("UDP 500 to 4500 length 11");
    }

    @Test
    void boundsThePayloadByWhatWasCaptured() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 9)).isTrue();
        assertThat(view.payloadLength()).isEqualTo(1);
        assertThat(view.payloadOriginalLength()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void takesWhatIsCapturedWhereTheLengthIsNone(int field) {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.putShort(4, (short) field);
        assertThat(view.wrap(octets, 0, 12)).isTrue();
        assertThat(view.payloadLength()).isEqualTo(4);
        assertThat(view.payloadOriginalLength()).isEqualTo(4);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < UdpView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
