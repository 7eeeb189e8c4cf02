package io.github.espial.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @Test
    void readsBothVersions() {
        assertThat(IpAddress.parse("192.0.2.10")).isEqualTo(IpAddress.ofIpv4(0xc000020a));
        assertThat(IpAddress.parse("2001:db8::1:0:0:1"))
                .isEqualTo(IpAddress.ofIpv6(0x2001_0db8_0000_0000L, 0x0001_0000_0000_0001L));
        assertThat(IpAddress.parse("::ffff:192.0.2.1")).isEqualTo(IpAddress.ofIpv6(0, 0xffff_c000_0201L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.10", "255.255.255.255", "128.0.0.1"})
    void writesDottedDecimal(String text) {
        assertThat(IpAddress.parse(text)).hasToString(text);
    }

    /** The examples of RFC 5952, with the section that each is from. */
    @ParameterizedTest
    @CsvSource({
        // 2.1
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1",
        // 2.2, 4.2.1
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        // 4.1
        "2001:0db8::0001, 2001:db8::1",
        // 4.2.2: one group of zeros is not shortened
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        // 4.2.3: the longest run, the first of equals
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "fe80:0:0:0:0:0:0:0, fe80::"
    })
    void writesTheCanonicalText(String text, String canonical) {
        assertThat(IpAddress.parse(text)).hasToString(canonical);
    }

    @Test
    void writesWhatTheJdkReads() throws UnknownHostException {
        Random random = new Random(5952);
        for (int i = 0; i < 2_000; i++) {
            IpAddress address = IpAddress.ofIpv6(sparse(random), sparse(random));
            byte[] octets = ByteBuffer.allocate(16)
                    .putLong(address.high())
                    .putLong(address.low())
                    .array();
            assertThat(InetAddress.getByName(address.toString())).isEqualTo(Inet6Address.getByAddress(octets));
            assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        }
    }

    /** 64 bits of which one of the groups of 16 is set, so that runs of zeros are common. */
    private static long sparse(Random random) {
        return (random.nextLong() & 0xffff) << (16 * random.nextInt(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "localhost",
                "192.0.2",
                "3221225994",
                "0xc0.0.2.1",
                "192.0.2.256",
                "192.0.2.010",
                "192.0.2.0/24",
                "192.0.2.10/32",
                "192.0.2.0/255.255.255.0",
                "0b11000000.0.2.1",
                "4)+k&C#VzJ4br>0wv%Yp",
                "192.0.2.1-9",
                "192.0.2.1.1",
                "2001:db8::/32",
                "2001:db8::1::1",
                "2001:db8::*",
                "fe80::1%eth0",
                "fe80::1%2",
                "[2001:db8::1]",
                "192.0.2.1:500"
            })
    void refusesWhatIsNotOneAddress(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an IP address: " + text);
    }

    @Test
    void refusesBitsThatItsVersionHasNot() {
        assertThatThrownBy(() -> new IpAddress(4, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IpAddress(4, 0, 1L << 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IpAddress(5, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.11, 31, true",
        "192.0.2.10, 192.0.2.11, 32, false",
        "192.0.2.10, 192.0.2.10, 32, true",
        "192.0.2.10, 192.0.3.10, 23, true",
        "192.0.2.10, 192.0.3.10, 24, false",
        "127.255.255.255, 128.0.0.0, 1, false",
        "127.255.255.255, 128.0.0.0, 0, true",
        "2001:db8::1, 2001:db8::2, 126, true",
        "2001:db8::1, 2001:db8::2, 127, false",
        "2001:db8::1, 2001:db8::1, 128, true",
        "2001:db8::1, 2001:db8:0:0:8000::1, 64, true",
        "2001:db8::1, 2001:db8:0:0:8000::1, 65, false",
        "2001:db8:0:1::1, 2001:db8::1, 63, true",
        "2001:db8:0:1::1, 2001:db8::1, 64, false",
        "2001:db8:0:1::1, 2001:db8::1, 65, false",
        "::, ffff::, 0, true",
        "::, ffff::, 1, false",
        "0.0.0.1, ::1, 0, false"
    })
    void tellsWhetherAPrefixIsShared(String one, String other, int prefixLength, boolean isShared) {
        assertThat(IpAddress.parse(one).sharesPrefix(IpAddress.parse(other), prefixLength))
                .isEqualTo(isShared);
        assertThat(IpAddress.parse(other).sharesPrefix(IpAddress.parse(one), prefixLength))
                .isEqualTo(isShared);
    }

    @ParameterizedTest
    @CsvSource({
        "224.0.0.1, true",
        "239.255.255.255, true",
        "255.255.255.255, true",
        "223.255.255.255, false",
        "240.0.0.1, false",
        "ff02::1, true",
        "fe80::1, false"
    })
    void knowsMulticast(String address, boolean isMulticast) {
        assertThat(IpAddress.parse(address).isMulticast()).isEqualTo(isMulticast);
    }

    @ParameterizedTest
    @CsvSource({
        "169.254.0.1, true",
        "169.253.255.255, false",
        "169.255.0.0, false",
        "fe80::1, true",
        "febf:ffff::1, true",
        "fec0::1, false",
        "fe7f::1, false"
    })
    void knowsLinkLocalAddresses(String address, boolean isLinkLocal) {
        assertThat(IpAddress.parse(address).isLinkLocal()).isEqualTo(isLinkLocal);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, true", "::, true", "0.0.0.1, false", "::1, false", "1::, false"})
    void knowsTheUnspecifiedAddress(String address, boolean isUnspecified) {
        assertThat(IpAddress.parse(address).isUnspecified()).isEqualTo(isUnspecified);
    }

    @Test
    void ordersByVersionThenUnsigned() {
        List<IpAddress> ascending = Stream.of(
                        "0.0.0.0",
                        "127.255.255.255",
                        "128.0.0.0",
                        "255.255.255.255",
                        "::",
                        "::8000:0:0:0",
                        "0:0:0:1::",
                        "7fff::",
                        "8000::",
                        "ffff::")
                .map(IpAddress::parse)
                .toList();

        assertThat(ascending).isSorted().doesNotHaveDuplicates();
        assertThat(IpAddress.parse("0.0.0.1")).isNotEqualTo(IpAddress.parse("::1"));
    }
}
