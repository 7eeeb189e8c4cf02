package io.github.espial.redact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptoPanTest {
    /** The key of the sample in the authors' distribution. */
    private static final byte[] SAMPLE_KEY =
            HexFormat.of().parseHex("1522178d33a4cf80130a5b1649907d10" + "d8988f837979652762574c2d2a842202");

    private final CryptoPan permutation = new CryptoPan(SAMPLE_KEY);

    /** Out of {@code sample_trace_raw.dat} and {@code sample_trace_sanitized.dat} of the authors' distribution. */
    @ParameterizedTest
    @CsvSource({
        "128.11.68.132, 135.242.180.132",
        "129.118.74.4, 134.136.186.123",
        "130.132.252.244, 133.68.164.234",
        "141.223.7.43, 141.167.8.160",
        "152.163.225.39, 151.140.114.167",
        "166.107.77.190, 160.132.178.185",
        "192.102.249.13, 252.138.62.131",
        "192.215.32.125, 252.43.47.189",
        "195.205.63.100, 255.186.223.5",
        "198.51.77.238, 249.18.186.254",
        "204.202.136.230, 243.178.4.198",
        "208.147.89.59, 227.237.98.191",
        "216.227.10.221, 235.28.253.36",
        "24.0.250.221, 100.15.198.226",
        "38.15.67.68, 64.3.66.187",
        "4.3.88.225, 124.60.155.63",
        "63.195.241.44, 95.179.238.44",
        "64.14.118.196, 0.255.183.58",
        "10.185.25.118, 117.161.29.118"
    })
    void givesThePublishedIpv4Addresses(String original, String published) {
        int address = (int) IpAddress.parse(original).low();
        assertThat(IpAddress.ofIpv4(address ^ permutation.flips(address))).hasToString(published);
    }

    /** As other implementations give them for the same key; the authors published none. */
    @ParameterizedTest
    @CsvSource({
        "::1, 78ff:f001:9fc0:20df:8380:b1f1:704:ed",
        "::2, 78ff:f001:9fc0:20df:8380:b1f1:704:ef",
        "::ffff, 78ff:f001:9fc0:20df:8380:b1f1:704:f838",
        "2001:db8::1, 4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1e",
        "2001:db8::2, 4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1c"
    })
    void givesTheIpv6AddressesThatOthersGive(String original, String expected) {
        IpAddress address = IpAddress.parse(original);
        assertThat(IpAddress.ofIpv6(
                        address.high() ^ permutation.flipsHigh(address.high()),
                        address.low() ^ permutation.flipsLow(address.high(), address.low())))
                .hasToString(expected);
    }
}
