package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PppViewTest {
    private static final String VECTOR = """
            ff03  address and control
            0021  protocol IPv4
            45    payload
            """;

    private final PppView view = new PppView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 5)).isTrue();
        assertThat(view.protocol()).isEqualTo(PppView.IPV4);
        assertThat(view.payloadStart()).isEqualTo(4);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ff03c021, 0xc021, 4",
        "c021, 0xc021, 2",
        "00fd, 0x00fd, 2",
        "fd, 0x00fd, 1",
        "ff0321, 0x0021, 3",
        "57, 0x0057, 1"
    })
    void readsCompressedFields(String digits, String protocol, int payloadStart) {
        assertThat(view.wrap(OctetText.buffer(digits), 0, digits.length() / 2)).isTrue();
        assertThat(view.protocol()).isEqualTo(Integer.decode(protocol));
        assertThat(view.payloadStart()).isEqualTo(payloadStart);
        assertThat(view.payloadLength()).isZero();
    }

    @Test
    void refusesProtocolsThatAreEven() {
        assertThat(view.wrap(OctetText.buffer("ff03 0020"), 0, 4)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 4; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
