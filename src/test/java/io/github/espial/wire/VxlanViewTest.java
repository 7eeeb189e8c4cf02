package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VxlanViewTest {
    private static final String VECTOR = """
            08      network identifier is there
            000000  reserved
            123456  network 1193046
            00      reserved
            ffff    payload
            """;

    private final VxlanView view = new VxlanView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 10)).isTrue();
        assertThat(view.networkId()).isEqualTo(0x123456);
        assertThat(view.payloadStart()).isEqualTo(8);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void takesGroupsWhereTheirFlagIsSet() {
        assertThat(view.wrap(OctetText.buffer("8848 0007 123456 00"), 0, 8)).isTrue();
        assertThat(view.wrap(OctetText.buffer("0800 0007 123456 00"), 0, 8)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000 12345600  no network",
                "0c000001 12345600  the generic protocol extension",
                "08000000 12345601  reserved octet",
                "28000000 12345600  reserved flag"
            })
    void refusesWhatIsNoVxlan(String vector) {
        assertThat(view.wrap(OctetText.buffer(vector), 0, 8)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < VxlanView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
