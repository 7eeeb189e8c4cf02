package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv4ViewTest {
    private static final String VECTOR = """
            46        version 4, 6 words of header
            00        services
            0020      total length 32
            1c46      identification
            2003      more fragments, offset 3 * 8
            40        time to live 64
            32        protocol ESP
            b1e6      checksum, not looked at
            c000020a  source 192.0.2.10
            c6336414  destination 198.51.100.20
            94040000  option: router alert
            c0c86871  payload
            00000001  payload
            ffff      padding of the frame
            """;

    private final Ipv4View view = new Ipv4View();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 34)).isTrue();
        assertThat(view.headerLength()).isEqualTo(24);
        assertThat(view.totalLength()).isEqualTo(32);
        assertThat(view.identification()).isEqualTo(0x1c46);
        assertThat(view.isFragment()).isTrue();
        assertThat(view.moreFragments()).isTrue();
        assertThat(view.fragmentOffset()).isEqualTo(24);
        assertThat(view.ttl()).isEqualTo(64);
        assertThat(view.protocol()).isEqualTo(50);
        assertThat(view.source()).isEqualTo(0xc000020a);
        assertThat(view.destination()).isEqualTo(0xc6336414);
        assertThat(view.payloadStart()).isEqualTo(24);
        assertThat(view.payloadLength()).isEqualTo(8);
        assertThat(view.payloadOriginalLength()).isEqualTo(8);
        assertThat(view).hasToString("IPv4 length 32 id 7238 offset 24 ttl 64 protocol 50 192.0.2.10 to 198.51.100.20");
    }

    @Test
    void boundsThePayloadByWhatWasCaptured() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 27)).isTrue();
        assertThat(view.payloadLength()).isEqualTo(3);
        assertThat(view.payloadOriginalLength()).isEqualTo(8);
    }

    @Test
    void takesWhatIsCapturedWhenTheTotalLengthIsLeftToTheCard() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[3] = 0;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 34)).isTrue();
        assertThat(view.payloadLength()).isEqualTo(10);
        assertThat(view.payloadOriginalLength()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0000, false, false, 0", "4000, false, false, 0", "2000, true, true, 0", "00b9, true, false, 1480"})
    void tellsFragments(String flagsAndOffset, boolean isFragment, boolean more, int offset) {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.putShort(6, (short) Integer.parseInt(flagsAndOffset, 16));
        view.wrap(octets, 0, 34);
        assertThat(view.isFragment()).isEqualTo(isFragment);
        assertThat(view.moreFragments()).isEqualTo(more);
        assertThat(view.fragmentOffset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource({"0, 0x66", "0, 0x44", "0, 0x4f", "3, 23"})
    void refusesWhatContradictsItself(int position, String value) {
        byte[] octets = OctetText.octets(VECTOR);
        octets[position] = Integer.decode(value).byteValue();
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 34)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 24; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
