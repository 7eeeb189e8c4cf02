package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErspanViewTest {
    private static final String TYPE_2 = """
            1078      version 1, VLAN 120
            6c05      class 3, encapsulation 1, truncated, session 5
            00000003  port index 3
            ffff      payload
            """;

    private static final String TYPE_3 = """
            2078      version 2, VLAN 120
            6805      class 3, good frame, session 5
            01020304  timestamp
            0000      security group
            8000      Ethernet protocol frame, frame type 0
            ffff      payload
            """;

    private static final String TYPE_3_WITH_PLATFORM = """
            2078      version 2, VLAN 120
            0005      session 5
            01020304  timestamp
            0000      security group
            0801      frame type 2, options
            1400000000000000  platform
            45        payload
            """;

    private final ErspanView view = new ErspanView();

    @Test
    void readsTypeTwo() {
        assertThat(view.wrap(OctetText.buffer(TYPE_2), 0, 10)).isTrue();
        assertThat(view.type()).isEqualTo(2);
        assertThat(view.vlanId()).isEqualTo(120);
        assertThat(view.sessionId()).isEqualTo(5);
        assertThat(view.isTruncated()).isTrue();
        assertThat(view.isPacket()).isFalse();
        assertThat(view.payloadStart()).isEqualTo(8);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void readsTypeThree() {
        assertThat(view.wrap(OctetText.buffer(TYPE_3), 0, 14)).isTrue();
        assertThat(view.type()).isEqualTo(3);
        assertThat(view.vlanId()).isEqualTo(120);
        assertThat(view.sessionId()).isEqualTo(5);
        assertThat(view.isTruncated()).isFalse();
        assertThat(view.isPacket()).isFalse();
        assertThat(view.payloadStart()).isEqualTo(12);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void passesOverThePlatformsOwnHeader() {
        assertThat(view.wrap(OctetText.buffer(TYPE_3_WITH_PLATFORM), 0, 21)).isTrue();
        assertThat(view.isPacket()).isTrue();
        assertThat(view.payloadStart()).isEqualTo(20);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0078", "3078", "f078"})
    void refusesOtherVersions(String start) {
        assertThat(view.wrap(OctetText.buffer(start + "0005 00000003 00000000 00000000"), 0, 16))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPE_2, TYPE_3, TYPE_3_WITH_PLATFORM})
    void refusesShortHeaders(String vector) {
        ByteBuffer octets = OctetText.buffer(vector);
        assertThat(view.wrap(octets, 0, octets.capacity())).isTrue();
        int header = view.payloadStart();
        for (int length = 0; length < header; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
