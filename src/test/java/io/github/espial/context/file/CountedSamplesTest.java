package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What machines count of their tunnels is read with the ends of each, and nothing of it is left over. */
class CountedSamplesTest {
    private static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(
                        "counters-xfrm.txt",
                        Platform.LINUX,
                        List.of("192.0.2.10>198.51.100.20 104 packets", "198.51.100.20>192.0.2.10 0 packets")),
                // What a network card counts is not of a tunnel.
                Arguments.of(
                        "counters-devices.txt",
                        Platform.LINUX,
                        List.of(
                                "vti1 192.0.2.10>198.51.100.20 0 packets in, 104 out",
                                "ipsec0 ->- 7 packets in, 60 out")),
                Arguments.of(
                        "counters-setkey.txt",
                        Platform.BSD,
                        List.of("192.0.2.9>198.51.100.4 110 packets", "198.51.100.4>192.0.2.9 0 packets")),
                Arguments.of(
                        "counters-netsh.txt",
                        Platform.WINDOWS,
                        List.of("all SAs of the machine ->- 0 bytes in, 99360 out")),
                Arguments.of(
                        "panos-flow.txt",
                        Platform.PANOS,
                        List.of("branch 192.0.2.40>198.51.100.9 0 packets in, 280 out")),
                Arguments.of(
                        "junos-statistics.txt",
                        Platform.JUNOS,
                        List.of("the SAs of these statistics ->- 0 packets in, 335 out")),
                Arguments.of(
                        "ios-session.txt",
                        Platform.CISCO,
                        List.of("10.40.100.0/24 > 172.18.100.0/24 192.0.2.1>198.51.100.9 0 packets in, 110 out")),
                Arguments.of(
                        "asa-sessions.txt",
                        Platform.CISCO,
                        List.of(
                                "198.51.100.9 ->198.51.100.9 0 bytes in, 9240 out",
                                "198.51.100.10 ->198.51.100.10 4116 bytes in, 4200 out")),
                Arguments.of(
                        "fortios-details.txt",
                        Platform.FORTIOS,
                        List.of("tgw-vpn1 192.0.2.20>198.51.100.11 0 packets in, 260 out")),
                Arguments.of(
                        "routeros-peers.txt",
                        Platform.ROUTEROS,
                        List.of(
                                "203.0.113.21>192.0.2.113 0 bytes",
                                "192.0.2.113>203.0.113.21 84672 bytes",
                                "branch 192.0.2.113>203.0.113.21 0 bytes in, 9240 out")),
                Arguments.of(
                        "edgeos-sas.txt",
                        Platform.VYOS,
                        List.of("tunnel 1 192.0.2.1>198.51.100.1 0 bytes in, 1800000 out")),
                Arguments.of(
                        "pfsense-status.txt",
                        Platform.BSD,
                        List.of("con1 192.0.2.9>198.51.100.4 0 packets in, 110 out")),
                Arguments.of(
                        "pfsense-status-24.txt",
                        Platform.BSD,
                        List.of("con1000 192.0.2.9>198.51.100.4 0 packets in, 110 out")),
                Arguments.of(
                        "opnsense-sessions.txt",
                        Platform.BSD,
                        List.of("Branch office 192.0.2.9>198.51.100.4 0 bytes in, 9020 out")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areReadWithTheEndsOfEachTunnel(String sample, Platform platform, List<String> counts) {
        ContextFile file = Reading.sample(sample);
        assertThat(InWords.counts(file)).isEqualTo(counts);
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(platform);
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void ofTunnelsTheNetworksComeAlong() {
        assertThat(InWords.policies(Reading.sample("pfsense-status.txt")))
                .containsExactly("OUT 10.40.100.0/24 172.18.100.0/24 192.0.2.9>198.51.100.4 TUNNEL");
        assertThat(InWords.policies(Reading.sample("pfsense-status-24.txt")))
                .containsExactly(
                        "OUT 10.40.100.0/24 172.18.100.0/24 192.0.2.9>198.51.100.4 TUNNEL",
                        "OUT 10.40.101.0/24 172.18.100.0/24 192.0.2.9>198.51.100.4 TUNNEL");
        assertThat(InWords.policies(Reading.sample("opnsense-sessions.txt")))
                .containsExactly("OUT 10.40.100.0/24 172.18.100.0/24 192.0.2.9>198.51.100.4 TUNNEL");
        assertThat(InWords.policies(Reading.sample("ios-session.txt")))
                .containsExactly("OUT 10.40.100.0/24 172.18.100.0/24 192.0.2.1>198.51.100.9 TUNNEL");
        assertThat(InWords.policies(Reading.sample("asa-sessions.txt")))
                .containsExactly("OUT 10.40.100.0/24 172.18.101.0/24 ->198.51.100.10 TUNNEL");
        assertThat(InWords.policies(Reading.sample("fortios-details.txt")))
                .containsExactly("OUT 10.90.1.0/24 10.80.0.0/16 192.0.2.20>198.51.100.11 TUNNEL");
        assertThat(InWords.policies(Reading.sample("panos-flow.txt")))
                .containsExactly(
                        "OUT 10.40.100.0/24 172.18.100.0/24 192.0.2.40>198.51.100.9 TUNNEL in tunnel.1",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.40>198.51.100.9 TUNNEL in tunnel.1");
    }

    /** Without lifetimes, sequence numbers count: at the receiver only where it keeps them. */
    @Test
    void sequenceNumbersCountWhereNothingElseDoes() {
        String state = """
                src 192.0.2.10 dst 198.51.100.20
                	proto esp spi 0xc0c86871 reqid 1 mode tunnel
                	replay-window 0 flag af-unspec
                	aead rfc4106(gcm(aes)) 0x00112233445566778899aabbccddeeff00112233 128
                	anti-replay esn context:
                	 seq-hi 0x0, seq 0x0, oseq-hi 0x0, oseq 0x1f
                	 replay_window 0, bitmap-length 0
                src 198.51.100.20 dst 192.0.2.10
                	proto esp spi 0xc1f2a3b4 reqid 1 mode tunnel
                	replay-window %d flag af-unspec
                	aead rfc4106(gcm(aes)) 0x00112233445566778899aabbccddeeff00112233 128
                	anti-replay context: seq 0x0, oseq 0x0, bitmap 0x00000000
                """;
        assertThat(InWords.counts(Reading.of(state.formatted(32))))
                .containsExactly("192.0.2.10>198.51.100.20 31 packets", "198.51.100.20>192.0.2.10 0 packets");
        assertThat(InWords.counts(Reading.of(state.formatted(0))))
                .containsExactly("192.0.2.10>198.51.100.20 31 packets");
    }

    @Test
    void anSaThatWaitsForANegotiationCountsNothing() {
        assertThat(InWords.counts(Reading.of("""
                        src 192.0.2.10 dst 198.51.100.20
                        	proto esp spi 0x00000000 reqid 1 mode tunnel
                        	replay-window 0
                        	anti-replay context: seq 0x0, oseq 0x5, bitmap 0x00000000
                        """))).isEmpty();
    }
}
