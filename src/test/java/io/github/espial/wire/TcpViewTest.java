package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TcpViewTest {
    private static final String VECTOR = """
            c001      source port 49153
            01bd      destination port 445
            fffffffe  sequence number
            0000002a  acknowledgment number 42
            60        6 words of header
            12        flags SYN and ACK
            ffff      window
            0000      checksum, not looked at
            0000      urgent pointer
            020405b4  option: maximum segment size
            ff53      payload
            """;

    private final TcpView view = new TcpView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 26)).isTrue();
        assertThat(view.sourcePort()).isEqualTo(49153);
        assertThat(view.destinationPort()).isEqualTo(445);
        assertThat(view.sequenceNumber()).isEqualTo(0xffff_fffeL);
        assertThat(view.acknowledgmentNumber()).isEqualTo(42);
        assertThat(view.headerLength()).isEqualTo(24);
        assertThat(view.flags()).isEqualTo(TcpView.SYN | TcpView.ACK);
        assertThat(view.payloadStart()).isEqualTo(24);
        assertThat(view.payloadLength()).isEqualTo(2);
    }

    @Test
    void refusesHeadersShorterThanTheirFields() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[12] = 0x40;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 26)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 24; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
