package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Icmpv4ViewTest {
    private static final String VECTOR = """
            03                                        type destination unreachable
            04                                        code fragmentation needed
            0000                                      checksum, not looked at
            0000                                      unused, no quote words
            0578                                      next-hop MTU 1400
            450000641c4640003f3200000a0000010a000002  quoted IPv4 header
            c0c8687100000007                          quoted start of ESP
            """;

    private static final String REDIRECT = """
            05        type redirect
            01        code for the host
            0000      checksum, not looked at
            c00002fe  gateway 192.0.2.254
            4500      start of the quoted IPv4 header
            """;

    private final Icmpv4View view = new Icmpv4View();

    @Test
    void readsFragmentationNeeded() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 36)).isTrue();
        assertThat(view.type()).isEqualTo(Icmpv4View.DESTINATION_UNREACHABLE);
        assertThat(view.code()).isEqualTo(Icmpv4View.FRAGMENTATION_NEEDED);
        assertThat(view.isError()).isTrue();
        assertThat(view.isRedirect()).isFalse();
        assertThat(view.isFragmentationNeeded()).isTrue();
        assertThat(view.nextHopMtu()).isEqualTo(1400);
        assertThat(view.gateway()).isZero();
        assertThat(view.quotedStart()).isEqualTo(8);
        assertThat(view.quotedLength()).isEqualTo(28);
    }

    @Test
    void readsARedirect() {
        assertThat(view.wrap(OctetText.buffer(REDIRECT), 0, 10)).isTrue();
        assertThat(view.isRedirect()).isTrue();
        assertThat(view.isError()).isFalse();
        assertThat(view.gateway()).isEqualTo(0xc00002fe);
        assertThat(view.nextHopMtu()).isZero();
        assertThat(view.quotedLength()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "3, true", "4, true", "5, false", "8, false", "9, false", "11, true", "12, true"})
    void tellsErrors(int type, boolean isError) {
        byte[] octets = OctetText.octets(VECTOR);
        octets[0] = (byte) type;
        view.wrap(ByteBuffer.wrap(octets), 0, 36);
        assertThat(view.isError()).isEqualTo(isError);
        assertThat(view.quotedLength()).isEqualTo(isError || type == 5 ? 28 : 0);
    }

    @Test
    void endsTheQuoteWhereExtensionsStart() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[5] = 6;
        view.wrap(ByteBuffer.wrap(octets), 0, 36);
        assertThat(view.quotedLength()).isEqualTo(24);
        octets[5] = (byte) 200;
        assertThat(view.quotedLength()).isEqualTo(28);
    }

    @Test
    void doesNotTakeAGatewayForAQuoteLength() {
        view.wrap(OctetText.buffer("05010000 0a010203 45000000 00000000"), 0, 16);
        assertThat(view.quotedLength()).isEqualTo(8);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < Icmpv4View.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
