package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GeneveViewTest {
    private static final String VECTOR = """
            02        version 0, 2 words of options
            40        critical options
            6558      Ethernet
            123456    network 1193046
            00        reserved
            010a8001  option of 1 word
            deadbeef  its content
            ffff      payload
            """;

    private final GeneveView view = new GeneveView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 18)).isTrue();
        assertThat(view.isControl()).isFalse();
        assertThat(view.protocol()).isEqualTo(0x6558);
        assertThat(view.networkId()).isEqualTo(0x123456);
        assertThat(view.payloadStart()).isEqualTo(16);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void tellsControlMessages() {
        assertThat(view.wrap(OctetText.buffer("0080 6558 12345600"), 0, 8)).isTrue();
        assertThat(view.isControl()).isTrue();
    }

    @Test
    void refusesOtherVersions() {
        assertThat(view.wrap(OctetText.buffer("4000 6558 12345600"), 0, 8)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 16; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
