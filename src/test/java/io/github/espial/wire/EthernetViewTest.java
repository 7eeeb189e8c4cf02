package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EthernetViewTest {
    private static final String VECTOR = """
            001b21aa0001  destination MAC
            000c295e100a  source MAC
            0800          EtherType IPv4
            4500          payload
            """;

    private final EthernetView view = new EthernetView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 16)).isTrue();
        assertThat(view.destinationMac()).isEqualTo(0x001b21aa0001L);
        assertThat(view.sourceMac()).isEqualTo(0x000c295e100aL);
        assertThat(view.etherTypeOrLength()).isEqualTo(0x0800);
        assertThat(view.isLength()).isFalse();
        assertThat(view.payloadStart()).isEqualTo(14);
        assertThat(view.payloadLength()).isEqualTo(2);
        assertThat(view).hasToString("Ethernet 001b21aa0001 from 000c295e100a type or length 0x800");
    }

    @Test
    void readsFromWhereItIsPointed() {
        ByteBuffer octets = OctetText.buffer("ffffff  before" + System.lineSeparator() + VECTOR);
        assertThat(view.wrap(octets, 3, 16)).isTrue();
        assertThat(view.destinationMac()).isEqualTo(0x001b21aa0001L);
        assertThat(view.payloadStart()).isEqualTo(17);
    }

    @Test
    void keepsMacsUnsigned() {
        view.wrap(OctetText.buffer("ffffffffffff fedcba987654 86dd"), 0, 14);
        assertThat(view.destinationMac()).isEqualTo(0xffff_ffff_ffffL);
        assertThat(view.sourceMac()).isEqualTo(0xfedc_ba98_7654L);
    }

    @Test
    void tellsLengthFromEtherType() {
        view.wrap(OctetText.buffer("0180c2000000 001b21aa0001 05dc"), 0, 14);
        assertThat(view.isLength()).isTrue();
        view.wrap(OctetText.buffer("0180c2000000 001b21aa0001 05dd"), 0, 14);
        assertThat(view.isLength()).isFalse();
    }

    @Test
    void leavesOutPaddingWhereTheLengthTells() {
        view.wrap(OctetText.buffer("0180c2000000 001b21aa0001 0003 424203 00000000"), 0, 21);
        assertThat(view.payloadLength()).isEqualTo(3);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < EthernetView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
