package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VlanViewTest {
    private static final String VECTOR = """
            a078  priority 5, id 120
            0800  EtherType IPv4
            45    payload
            """;

    private final VlanView view = new VlanView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 5)).isTrue();
        assertThat(view.priority()).isEqualTo(5);
        assertThat(view.vlanId()).isEqualTo(120);
        assertThat(view.etherType()).isEqualTo(0x0800);
        assertThat(view.payloadStart()).isEqualTo(4);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @Test
    void keepsDropEligibilityOutOfTheId() {
        view.wrap(OctetText.buffer("1fff 0800"), 0, 4);
        assertThat(view.priority()).isZero();
        assertThat(view.vlanId()).isEqualTo(4095);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x8100, 0x88a8, 0x9100, 0x9200})
    void knowsTheEtherTypesOfTags(int etherType) {
        assertThat(VlanView.isTag(etherType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0800, 0x86dd, 0x8847, 0x8864, 0x88e5})
    void takesNothingElseForATag(int etherType) {
        assertThat(VlanView.isTag(etherType)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < VlanView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
