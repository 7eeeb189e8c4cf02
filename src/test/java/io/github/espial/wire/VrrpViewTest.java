package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VrrpViewTest {
    private static final String VERSION_2 = """
            21                version 2, advertisement
            05                virtual router
            64                priority
            01                addresses
            00                no authentication
            01                a second between two
            70f6              checksum
            0a000002          10.0.0.2
            0000000000000000  authentication data
            """;

    private static final String VERSION_3_OF_IPV6 = """
            31                version 3, advertisement
            07                virtual router
            ff                priority: the owner
            02                addresses
            0064              a second between two
            9d3c              checksum
            fe800000000000000000000000000007
            20010db8000000020000000000000001
            """;

    /** CARP, as OpenBSD and FreeBSD send it: 36 octets, no address in them. */
    private static final String CARP = """
            21                version 2, advertisement
            01                virtual host
            00                skew
            07                words of authentication
            00                padding
            01                a second between two
            b5c5              checksum
            8ba6a4f56c0d1f2e  counter
            1f2e3d4c5b6a79880f1e2d3c4b5a69788796a5b4
            """;

    private final VrrpView view = new VrrpView();

    @Test
    void readsVersion2() {
        assertThat(view.wrap(OctetText.buffer(VERSION_2), 0, 20)).isTrue();
        assertThat(view.version()).isEqualTo(VrrpView.VERSION_2);
        assertThat(view.virtualRouter()).isEqualTo(5);
        assertThat(view.priority()).isEqualTo(100);
        assertThat(view.addressCount()).isEqualTo(1);
        assertThat(view.ipv4Address(0)).isEqualTo(0x0a000002);
        assertThat(view.checksum()).isEqualTo(0x70f6);
        assertThat(view.fitsIpv6()).isFalse();
        assertThat(view).hasToString("VRRP version 2 router 5 priority 100 addresses 1");
    }

    @Test
    void readsVersion3InIpv6() {
        assertThat(view.wrap(OctetText.buffer(VERSION_3_OF_IPV6), 0, 40)).isTrue();
        assertThat(view.version()).isEqualTo(VrrpView.VERSION_3);
        assertThat(view.fitsIpv6()).isTrue();
        assertThat(view.ipv6High(0)).isEqualTo(0xfe80000000000000L);
        assertThat(view.ipv6Low(0)).isEqualTo(7);
        assertThat(view.ipv6High(1)).isEqualTo(0x20010db800000002L);
        assertThat(view.ipv6Low(1)).isEqualTo(1);
    }

    @Test
    void takesCarpForNoAdvertisementOfSevenAddresses() {
        assertThat(view.wrap(OctetText.buffer(CARP), 0, 36)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x11, 0x22, 0x41, 0x20})
    void refusesOtherVersionsAndTypes(int first) {
        byte[] octets = OctetText.octets(VERSION_2);
        octets[0] = (byte) first;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, octets.length)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        for (int length = 0; length < 20; length++) {
            assertThat(view.wrap(OctetText.buffer(VERSION_2), 0, length))
                    .as("%d octets", length)
                    .isFalse();
        }
    }

    @Test
    void doesNotFitIpv6WhereAnAddressIsCut() {
        assertThat(view.wrap(OctetText.buffer(VERSION_3_OF_IPV6), 0, 39)).isTrue();
        assertThat(view.fitsIpv6()).isFalse();
    }
}
