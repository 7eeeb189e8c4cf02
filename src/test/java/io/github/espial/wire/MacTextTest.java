package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacTextTest {
    @ParameterizedTest
    @CsvSource({
        "693065746833, 000030306630", // i0eth3, 00f0
        "4f3865746833, 000030306630", // O8eth3
        "693065746833, 000000000000", // i0eth3, nothing
        "692065746800, 000000000000", // i eth
        "2053454e4402, 2053454e4402", // SEND 2
        "205245435603, 205245435603" // RECV 3
    })
    void knowsWords(String destination, String source) {
        assertThat(MacText.areWords(mac(destination), mac(source))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "001b21aa0001, 000c295e100a", // Intel, VMware
        "ffffffffffff, 525400616263", // broadcast from QEMU, with text behind its prefix
        "525400616263, 525400646566",
        "333300616263, 333261626364", // an IPv6 group
        "3c5a37616263, 000c295e100a", // a word for the destination only
        "001b21aa0001, 3c5a37616263", // a word for the source only
        "656d30000000, 77616e310000", // em0 is too short a word
        "000000000000, 000000000000",
        "000000000000, 3c5a37616263",
        "2053454e4402, 205245435603" // one of each
    })
    void takesAddressesForAddresses(String destination, String source) {
        assertThat(MacText.areWords(mac(destination), mac(source))).isFalse();
    }

    private static long mac(String digits) {
        return HexFormat.fromHexDigitsToLong(digits);
    }
}
