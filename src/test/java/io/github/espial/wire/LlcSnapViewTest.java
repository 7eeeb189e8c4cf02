package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LlcSnapViewTest {
    private static final String VECTOR = """
            aaaa    DSAP and SSAP
            03      unnumbered information
            000000  organization: EtherType follows
            0800    EtherType IPv4
            45      payload
            """;

    private final LlcSnapView view = new LlcSnapView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 9)).isTrue();
        assertThat(view.organization()).isZero();
        assertThat(view.etherType()).isEqualTo(0x0800);
        assertThat(view.isEncapsulatedEthernet()).isTrue();
        assertThat(view.payloadStart()).isEqualTo(8);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @Test
    void takesBridgeTunnelsForEthernet() {
        assertThat(view.wrap(OctetText.buffer("aaaa03 0000f8 8137"), 0, 8)).isTrue();
        assertThat(view.isEncapsulatedEthernet()).isTrue();
    }

    @Test
    void doesNotTakeCiscoProtocolsForEtherTypes() {
        assertThat(view.wrap(OctetText.buffer("aaaa03 00000c 2000"), 0, 8)).isTrue();
        assertThat(view.organization()).isEqualTo(0x00000c);
        assertThat(view.isEncapsulatedEthernet()).isFalse();
    }

    @Test
    void refusesSpanningTree() {
        assertThat(view.wrap(OctetText.buffer("424203 0000000000"), 0, 8)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < LlcSnapView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
