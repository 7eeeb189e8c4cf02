package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsdLoopbackViewTest {
    private static final String VECTOR = """
            02000000  family AF_INET, little-endian
            45        payload
            """;

    private final BsdLoopbackView view = new BsdLoopbackView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 5)).isTrue();
        assertThat(view.family()).isEqualTo(2);
        assertThat(view.isIpv4()).isTrue();
        assertThat(view.isIpv6()).isFalse();
        assertThat(view.payloadStart()).isEqualTo(4);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000018", "18000000", "1c000000", "0000001c", "1e000000", "0000001e", "0a000000"})
    void knowsTheFamiliesOfIpv6(String family) {
        assertThat(view.wrap(OctetText.buffer(family), 0, 4)).isTrue();
        assertThat(view.isIpv6()).isTrue();
        assertThat(view.isIpv4()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "00000007", "07000000", "02000001"})
    void takesNothingElseForIp(String family) {
        assertThat(view.wrap(OctetText.buffer(family), 0, 4)).isTrue();
        assertThat(view.isIpv4()).isFalse();
        assertThat(view.isIpv6()).isFalse();
    }

    @Test
    void readsNetworkOrder() {
        assertThat(view.wrap(OctetText.buffer("00000002"), 0, 4)).isTrue();
        assertThat(view.isIpv4()).isTrue();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < BsdLoopbackView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
