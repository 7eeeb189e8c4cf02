package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.Encapsulation;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A frame that does not fit says which header, and where. */
class FaultTest {
    private final Dissector dissector = new Dissector(new UdpPairs());

    private void misfits(int linkType, byte[] octets, Fault fault, int octet) {
        assertThat(dissector.dissect(KeptFrames.frame(linkType, octets))).isEqualTo(Content.MALFORMED);
        assertThat(dissector.fault()).isEqualTo(fault);
        assertThat(dissector.faultOctet()).isEqualTo(octet);
    }

    private static byte[] esp() {
        return FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(1, 1)
                .payload(40)
                .octets();
    }

    @ParameterizedTest
    @CsvSource({
        "1, '001b21aa0001 000c295e10', ETHERNET, 0",
        "1, '001b21aa0001 000c295e100a 8100 00', VLAN, 14",
        "1, '001b21aa0001 000c295e100a 8100 0005 8100 0006 08', VLAN, 18",
        "1, '001b21aa0001 000c295e100a 892f 1040 0007', HSR, 14",
        "1, '001b21aa0001 000c295e100a 88e7 0000', SERVICE_INSTANCE, 14",
        "1, '001b21aa0001 000c295e100a 8847 00010040', MPLS, 14",
        "1, '001b21aa0001 000c295e100a 8864 1100 0007', PPPOE, 14",
        "1, '001b21aa0001 000c295e100a 0800 4500', IPV4, 14",
        "1, '001b21aa0001 000c295e100a 0800 5500001c0001000040320000c000020ac6336414', IPV4_VERSION, 14",
        "1, '001b21aa0001 000c295e100a 0800 4400001c0001000040320000c000020ac6336414', IPV4_HEADER_LENGTH, 14",
        "1, '001b21aa0001 000c295e100a 0800 4600001c0001000040320000c000020ac6336414', IPV4_OPTIONS, 14",
        "1, '001b21aa0001 000c295e100a 0800 450000130001000040320000c000020ac6336414', IPV4_TOTAL_LENGTH, 14",
        "1, '001b21aa0001 000c295e100a 0800 450000180001000040320000c000020ac6336414 00000001', ESP, 34",
        "1, '001b21aa0001 000c295e100a 0800 450000180001000040110000c000020ac6336414 01f401f4', UDP, 34",
        "1, '001b21aa0001 000c295e100a 0800 450000180001000040330000c000020ac6336414 00000001', AH, 34",
        "1, '001b21aa0001 000c295e100a 0800 450000180001000040010000c000020ac6336414 08000000', ICMP, 34",
        "1, '001b21aa0001 000c295e100a 86dd 60000000', IPV6, 14",
        "113, '0004 0001', COOKED, 0",
        "276, '0800 0000', COOKED_2, 0",
        "0, '0200', LOOPBACK, 0",
        "101, '', IP, 0",
        "9, 'ff03', SERIAL, 0"
    })
    void namesTheHeader(int linkType, String octets, Fault fault, int octet) {
        misfits(linkType, OctetText.octets(octets), fault, octet);
    }

    @Test
    void countsOctetsFromTheStartOfTheOuterFrame() {
        byte[] mirrored = Encapsulation.ERSPAN_2.of(esp());
        int inner = mirrored.length - esp().length;

        misfits(LinkTypes.ETHERNET, Arrays.copyOf(mirrored, inner + 14 + 19), Fault.IPV4, inner + 14);
    }

    @Test
    void refusesNineTags() {
        byte[] frame = esp();
        for (int tag = 0; tag < 9; tag++) {
            frame = Encapsulation.VLAN.of(frame);
        }
        misfits(LinkTypes.ETHERNET, frame, Fault.VLAN_TAGS, 14 + 8 * 4);
    }

    @Test
    void codesAreUnlikeAndLeadBack() {
        for (Fault one : Fault.values()) {
            assertThat(Fault.of(one.code())).isEqualTo(one);
        }
    }
}
