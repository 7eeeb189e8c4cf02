package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Icmpv6ViewTest {
    private static final String VECTOR = """
            02                type packet too big
            00                code
            0000              checksum, not looked at
            00000500          MTU 1280
            6000000000043240  start of the quoted IPv6 header
            """;

    private final Icmpv6View view = new Icmpv6View();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 16)).isTrue();
        assertThat(view.type()).isEqualTo(Icmpv6View.PACKET_TOO_BIG);
        assertThat(view.code()).isZero();
        assertThat(view.isError()).isTrue();
        assertThat(view.isNeighborDiscovery()).isFalse();
        assertThat(view.mtu()).isEqualTo(1280);
        assertThat(view.quotedStart()).isEqualTo(8);
        assertThat(view.quotedLength()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, false",
        "127, true, false",
        "128, false, false",
        "133, false, true",
        "137, false, true",
        "138, false, false"
    })
    void tellsKindsOfMessages(int type, boolean isError, boolean isNeighborDiscovery) {
        byte[] octets = OctetText.octets(VECTOR);
        octets[0] = (byte) type;
        view.wrap(ByteBuffer.wrap(octets), 0, 16);
        assertThat(view.isError()).isEqualTo(isError);
        assertThat(view.isNeighborDiscovery()).isEqualTo(isNeighborDiscovery);
        assertThat(view.quotedLength()).isEqualTo(isError ? 8 : 0);
        assertThat(view.mtu()).isZero();
    }

    @Test
    void endsTheQuoteWhereExtensionsStart() {
        view.wrap(OctetText.buffer("01000000 01000000 6000000000043240 20000000"), 0, 20);
        assertThat(view.quotedLength()).isEqualTo(8);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < Icmpv6View.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
