package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class Ipv6ViewTest {
    private static final String VECTOR = """
            6ab00000                          version 6, class 0xab, flow label
            0004                              payload length 4
            32                                next header ESP
            40                                hop limit 64
            20010db800000000000000000000000a  source 2001:db8::a
            20010db8ffff00010000000000000014  destination 2001:db8:ffff:1::14
            c0c86871                          payload
            ffff                              padding of the frame
            """;

    private final Ipv6View view = new Ipv6View();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 46)).isTrue();
        assertThat(view.trafficClass()).isEqualTo(0xab);
        assertThat(view.payloadLengthField()).isEqualTo(4);
        assertThat(view.nextHeader()).isEqualTo(50);
        assertThat(view.hopLimit()).isEqualTo(64);
        assertThat(view.sourceHigh()).isEqualTo(0x20010db800000000L);
        assertThat(view.sourceLow()).isEqualTo(0x0aL);
        assertThat(view.destinationHigh()).isEqualTo(0x20010db8ffff0001L);
        assertThat(view.destinationLow()).isEqualTo(0x14L);
        assertThat(view.payloadStart()).isEqualTo(40);
        assertThat(view.payloadLength()).isEqualTo(4);
        assertThat(view.payloadOriginalLength()).isEqualTo(4);
    }

    @Test
    void boundsThePayloadByWhatWasCaptured() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 43)).isTrue();
        assertThat(view.payloadLength()).isEqualTo(3);
        assertThat(view.payloadOriginalLength()).isEqualTo(4);
    }

    @Test
    void takesWhatIsCapturedOfAJumbogram() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[5] = 0;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 46)).isTrue();
        assertThat(view.payloadLength()).isEqualTo(6);
    }

    @Test
    void refusesOtherVersions() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[0] = 0x45;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 46)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < Ipv6View.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
