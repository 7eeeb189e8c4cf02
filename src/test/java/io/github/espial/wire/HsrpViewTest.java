package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HsrpViewTest {
    private static final String VERSION_1 = """
            00                version
            00                hello
            10                active
            03                hello time
            0a                hold time
            6e                priority
            05                group
            00                reserved
            636973636f000000  authentication "cisco"
            0a000002          10.0.0.2
            """;

    private static final String VERSION_2 = """
            01                group state
            28                its octets
            02                version
            00                hello
            06                active
            06                IPv6
            0fa1              group 4001
            001b21aa0001      identifier
            00000064          priority
            00000bb8          hello time in milliseconds
            00002710          hold time
            fe80000000000000000573fffea00fa1
            """;

    private final HsrpView view = new HsrpView();

    @Test
    void readsVersion1() {
        assertThat(view.wrap(OctetText.buffer(VERSION_1), 0, 20)).isTrue();
        assertThat(view.operation()).isEqualTo(HsrpView.HELLO);
        assertThat(view.isActive()).isTrue();
        assertThat(view.group()).isEqualTo(5);
        assertThat(view.ipVersion()).isEqualTo(4);
        assertThat(view.addressHigh()).isZero();
        assertThat(view.addressLow()).isEqualTo(0x0a000002);
        assertThat(view).hasToString("HSRP version 1 group 5 operation 0 active");
    }

    @Test
    void readsVersion2() {
        assertThat(view.wrap(OctetText.buffer(VERSION_2), 0, 42)).isTrue();
        assertThat(view.operation()).isEqualTo(HsrpView.HELLO);
        assertThat(view.isActive()).isTrue();
        assertThat(view.group()).isEqualTo(4001);
        assertThat(view.ipVersion()).isEqualTo(6);
        assertThat(view.addressHigh()).isEqualTo(0xfe80000000000000L);
        assertThat(view.addressLow()).isEqualTo(0x000573fffea00fa1L);
    }

    @Test
    void readsIpv4OfVersion2InTheFirstOctets() {
        byte[] octets = OctetText.octets(VERSION_2);
        octets[5] = 4;
        octets[26] = 10;
        octets[27] = 0;
        octets[29] = 9;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 42)).isTrue();
        assertThat(view.addressLow()).isEqualTo(0x0a000009);
    }

    @Test
    void tellsWhoIsNotInCharge() {
        byte[] standby = OctetText.octets(VERSION_1);
        standby[2] = 8;
        assertThat(view.wrap(ByteBuffer.wrap(standby), 0, 20)).isTrue();
        assertThat(view.isActive()).isFalse();
        byte[] resigns = OctetText.octets(VERSION_2);
        resigns[3] = 2;
        assertThat(view.wrap(ByteBuffer.wrap(resigns), 0, 42)).isTrue();
        assertThat(view.operation()).isEqualTo(2);
    }

    @Test
    void refusesShortHeaders() {
        for (int length = 0; length < 20; length++) {
            assertThat(view.wrap(OctetText.buffer(VERSION_1), 0, length)).isFalse();
        }
        for (int length = 0; length < 42; length++) {
            assertThat(view.wrap(OctetText.buffer(VERSION_2), 0, length)).isFalse();
        }
    }

    @Test
    void refusesOtherParts() {
        for (int at : new int[] {0, 1, 2, 5}) {
            byte[] octets = OctetText.octets(VERSION_2);
            octets[at] = 9;
            assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 42))
                    .as("octet %d", at)
                    .isFalse();
        }
    }
}
