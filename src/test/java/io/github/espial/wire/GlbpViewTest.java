package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GlbpViewTest {
    /** Group 1021, "Hello out VG Active pri 100 vIP 10.20.20.100 hello 3000, hold 10000". */
    private static final String VECTOR = """
            01                version
            00
            03fd              group 1021
            0000
            c80008640000      the sender's own MAC
            01                hello
            1c                its octets
            00
            20                active
            00
            64                priority
            0000
            00000bb8          hello time in milliseconds
            00002710          hold time
            0258              redirect
            3840              timeout
            0000
            01                IPv4
            04                its octets
            0a141464          10.20.20.100
            """;

    private final GlbpView view = new GlbpView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 40)).isTrue();
        assertThat(view.group()).isEqualTo(1021);
        assertThat(view.ownerMac()).isEqualTo(0xc80008640000L);
        assertThat(view.state()).isEqualTo(32);
        assertThat(view.ipVersion()).isEqualTo(4);
        assertThat(view.addressHigh()).isZero();
        assertThat(view.addressLow()).isEqualTo(0x0a141464);
        assertThat(view).hasToString("GLBP group 1021 state 32");
    }

    @Test
    void refusesShortHeaders() {
        for (int length = 0; length < 40; length++) {
            assertThat(view.wrap(OctetText.buffer(VECTOR), 0, length)).isFalse();
        }
    }

    @Test
    void refusesOtherMessages() {
        for (int at : new int[] {0, 12, 34, 35}) {
            byte[] octets = OctetText.octets(VECTOR);
            octets[at] = 9;
            assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 40))
                    .as("octet %d", at)
                    .isFalse();
        }
    }
}
