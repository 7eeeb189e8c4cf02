package io.github.espial.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcap4j.packet.namednumber.DataLinkType;

class LinkTypesTest {
    @Test
    void agreesWithPcap4j() {
        assertThat(LinkTypes.NULL).isEqualTo(DataLinkType.NULL.value());
        assertThat(LinkTypes.ETHERNET).isEqualTo(DataLinkType.EN10MB.value());
        assertThat(LinkTypes.PPP).isEqualTo(DataLinkType.PPP.value());
        assertThat(LinkTypes.PPP_HDLC).isEqualTo(DataLinkType.PPP_SERIAL.value());
        assertThat(LinkTypes.LINUX_SLL).isEqualTo(DataLinkType.LINUX_SLL.value());
        assertThat(DataLinkType.RAW.value()).isIn(LinkTypes.RAW_BSD, LinkTypes.RAW_OPENBSD);
    }

    @ParameterizedTest
    @CsvSource({
        "0, null",
        "1, ethernet",
        "9, ppp",
        "12, raw",
        "14, raw",
        "101, raw",
        "105, ieee802-11",
        "113, linux-sll",
        "127, ieee802-11-radiotap",
        "147, user0",
        "162, user15",
        "178, juniper-ether",
        "219, mpls",
        "276, linux-sll2",
        "4711, link type 4711",
        "-1, link type -1"
    })
    void namesLinkTypes(int linkType, String name) {
        assertThat(LinkTypes.name(linkType)).isEqualTo(name);
    }
}
