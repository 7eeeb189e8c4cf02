package io.github.espial.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @Test
    void readsOctetsInWireOrder() {
        MacAddress mac = MacAddress.parse("00:1b:21:aa:00:01");

        assertThat(mac.octets()).isEqualTo(0x001b_21aa_0001L);
        assertThat(mac).hasToString("00:1b:21:aa:00:01");
    }

    @Test
    void readsWhatWindowsWrites() {
        assertThat(MacAddress.parse("00-1B-21-AA-00-01")).isEqualTo(new MacAddress(0x001b_21aa_0001L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00:1b:21:aa:00",
                "00:1b:21:aa:00:01:02",
                "0:1b:21:aa:00:01",
                "001b21aa0001",
                "001b.21aa.0001",
                "00:1b:21:aa:00:0g",
                "00:1b:21:aa:00:01 "
            })
    void refusesWhatIsNotSixOctets(String text) {
        assertThatThrownBy(() -> MacAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {MacAddress.NONE, 1L << 48, Long.MIN_VALUE})
    void refusesMoreThan48Bits(long octets) {
        assertThatThrownBy(() -> new MacAddress(octets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toHexString(octets));
    }

    @ParameterizedTest
    @CsvSource({
        "ff:ff:ff:ff:ff:ff, true",
        "01:00:5e:00:00:12, true",
        "33:33:00:00:00:01, true",
        "03:bf:c0:00:02:0a, true",
        "02:bf:c0:00:02:0a, false",
        "fe:ff:ff:ff:ff:ff, false",
        "00:00:00:00:00:00, false"
    })
    void tellsGroupsFromStations(String mac, boolean isGroup) {
        assertThat(MacAddress.parse(mac).isGroup()).isEqualTo(isGroup);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:5e:00:01:00, true",
        "00:00:5e:00:01:ff, true",
        "00:00:5e:00:02:07, true",
        "00:00:5e:00:00:01, false",
        "00:00:5e:00:03:01, false",
        "00:00:0c:07:ac:00, true",
        "00:00:0c:07:ac:ff, true",
        "00:00:0c:07:ab:00, false",
        "00:00:0c:9f:f0:00, true",
        "00:00:0c:9f:ff:ff, true",
        "00:00:0c:9f:e0:00, false",
        "00:05:73:a0:00:01, true",
        "00:05:73:a0:0f:ff, true",
        "00:05:73:a0:10:00, false",
        "00:07:b4:00:01:01, true",
        "00:07:b4:03:fd:01, true",
        "00:07:b4:04:01:01, false"
    })
    void knowsTheRangesThatRoutersShare(String mac, boolean isVirtual) {
        assertThat(MacAddress.parse(mac).isVirtualRouter()).isEqualTo(isVirtual);
    }

    @Test
    void ordersAsItsTextDoes() {
        assertThat(MacAddress.parse("00:00:00:00:00:ff"))
                .isLessThan(MacAddress.parse("00:00:00:00:01:00"))
                .isLessThan(MacAddress.parse("ff:00:00:00:00:00"))
                .isEqualByComparingTo(MacAddress.parse("00:00:00:00:00:ff"));
    }
}
