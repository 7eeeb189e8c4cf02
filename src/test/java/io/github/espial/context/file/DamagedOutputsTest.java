package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.Platform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs that are cut, damaged or made to do harm. */
class DamagedOutputsTest {
    @Test
    void saysOfImpossiblePrefixesThatTheyAreNone() {
        ContextFile file = Reading.of("""
                10.20.0.0/33 via 192.0.2.254 dev eth0
                10.20.300.0/16 via 192.0.2.254 dev eth0
                2001:db8::/129 via fe80::1 dev eth0
                10.30.0.0/16 via 192.0.2.254 dev eth0
                $ route -n
                10.40.0.0       192.0.2.254     255.0.255.0     UG    0      0        0 eth0
                10.50.0.0       192.0.2.254     255.255.0.0     UG    0      0        0 eth0
                $ netstat -rn
                Destination        Gateway            Flags        Netif Expire
                10.60.0.0/40       192.0.2.254        UGS            em0
                10.70.0.0/16       192.0.2.254        UGS            em0
                $ show ip route
                S        10.80.0.0/64 [1/0] via 192.0.2.254
                S        10.90.0.0 255.0.255.0 [1/0] via 192.0.2.254
                S        10.91.0.0/16 [1/0] via 192.0.2.254
                """);
        assertThat(file.entries().routes())
                .extracting(route -> route.destination().toString())
                .containsExactly("10.30.0.0/16", "10.50.0.0/16", "10.70.0.0/16", "10.91.0.0/16");
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(1, 2, 3, 6, 10, 13, 14);
    }

    @Test
    void readsTheHalfOfATableThatIsThere() {
        String whole = """
                default via 192.0.2.1 dev eth0 proto static
                10.20.0.0/16 via 192.0.2.254 dev eth0 proto static
                10.30.0.0/16 via 192.0.2.254 dev eth0 proto static
                """;
        for (int length = 0; length < whole.length(); length++) {
            ContextFile file = Reading.of(whole.substring(0, length));
            List<String> routes = InWords.routes(Reading.of(whole));
            long lines = whole.substring(0, length).lines().count();
            assertThat(file.entries().routes()).hasSizeLessThanOrEqualTo((int) lines);
            if (length > 0 && whole.charAt(length - 1) == '\n') {
                assertThat(InWords.routes(file)).isEqualTo(routes.subList(0, (int) lines));
            }
        }
    }

    @Test
    void goesOnAfterNoise() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] noise = new byte[300];
        new Random(6).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            // No zeros and few controls: else it would be no text at all.
            noise[i] |= (byte) 0x80;
        }
        octets.write("default via 192.0.2.1 dev eth0\n".getBytes(StandardCharsets.UTF_8));
        octets.write(noise);
        octets.write("\n10.20.0.0/16 via 192.0.2.254 dev eth0\n".getBytes(StandardCharsets.UTF_8));
        assertThat(InWords.routes(Reading.of(octets.toByteArray())))
                .containsExactly("0.0.0.0/0 via 192.0.2.1 dev eth0", "10.20.0.0/16 via 192.0.2.254 dev eth0");
    }

    @Test
    void readsJsonUpToWhereItIsCut() {
        String whole = "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\",\"flags\":[]},"
                + "{\"dst\":\"10.20.0.0/16\",\"gateway\":\"192.0.2.254\",\"dev\":\"eth0\",\"flags\":[]}]";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(Reading.of(whole.substring(0, length)).entries().routes())
                    .hasSizeLessThanOrEqualTo(2);
        }
        ContextFile cut = Reading.of(whole.substring(0, whole.length() - 20));
        assertThat(InWords.routes(cut)).containsExactly("0.0.0.0/0 via 192.0.2.1 dev eth0");
        assertThat(cut.problems())
                .singleElement()
                .extracting(ContextProblem::text)
                .asString()
                .contains("breaks off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"dst\":"})
    void refusesJsonThatIsNestedWithoutEnd(String opening) {
        ContextFile file =
                Reading.of("[{\"dst\":\"default\",\"nexthops\":" + opening.repeat(10_000) + "\n[{\"dst\":\"\n");
        assertThat(file.entries().routes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ ", "a { ", "} ", "a=b "})
    void refusesSectionsThatAreNestedWithoutEnd(String opening) {
        ContextFile file = Reading.of("connections {\n" + (opening.repeat(500) + "\n").repeat(100));
        assertThat(file.entries().policies()).isEmpty();
    }

    @Test
    void endsWhereConnectionsIncludeEachOther() {
        ContextFile file = Reading.of("""
                conn a
                	also=b
                	left=192.0.2.10
                	leftsubnet=10.1.0.0/16
                conn b
                	also=a
                	right=198.51.100.20
                	rightsubnet=10.20.0.0/16
                """);
        assertThat(InWords.policies(file)).containsOnly("OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL");
    }

    @Test
    void keepsTheOutputsOfTwoMachinesApart() {
        ContextFile file = Reading.of("""
                server$ netstat -rn
                Kernel IP routing table
                Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
                0.0.0.0         192.0.2.1       0.0.0.0         UG        0 0          0 eth0
                Destination        Gateway            Flags     Netif Expire
                default            203.0.113.1        UGS         em0
                S*    0.0.0.0/0 [1/0] via 198.51.100.1
                """);
        assertThat(file.entries().routes())
                .extracting(route -> file.platformOf(route.line()).orElseThrow())
                .containsExactly(Platform.LINUX, Platform.BSD, Platform.CISCO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip -6 ",
                "-a ",
                "S* ",
                "000 \"a\" ",
                "} ",
                "a { ",
                "\t",
                "Name ",
                "1: a inet ",
                "<a>",
                "Gateway ",
                "-> ",
                "via 192.0.2.1 ",
                "router ",
                "nexthop ",
                "=== ",
                "\\ ",
                "lladdr ",
                "::",
                "peer "
            })
    void staysQuickOnLinesWithoutEnd(String repeated) {
        String line = repeated.repeat(100_000 / repeated.length());
        ContextFile file = Reading.of(String.join(
                "\n",
                line,
                "  " + line,
                "default " + line,
                "10.0.0.0/8 " + line,
                "192.0.2.1 dev a " + line,
                "S 10.0.0.0/8 " + line,
                "1: a: <" + line,
                "eth0 UP " + line,
                "000 \"a\": " + line,
                "a{1}: " + line,
                "conn " + line,
                "connections { " + line,
                "[" + line));
        assertThat(file.entries().keys()).isEmpty();
    }

    /** The clock goes on by a second whenever it is looked at: when the time begins, and before each line or output. */
    @Test
    void endsWhenTheTimeIsUp() throws IOException {
        AtomicLong clock = new AtomicLong();
        Deadline deadline = Deadline.in(
                Duration.ofSeconds(3),
                () -> clock.getAndAdd(Duration.ofSeconds(1).toNanos()));
        byte[] text = "one\ntwo\nthree\nfour\n".getBytes(StandardCharsets.UTF_8);
        ContextFile file = ContextReader.read("file", new ByteArrayInputStream(text), deadline);
        assertThat(file.problems())
                .containsExactly(new ContextProblem(3, "not read from here on: the time was up (--max-time)"));
        assertThat(file.unrecognised()).containsExactly(new ContextFile.LineRange(1, 2));
    }
}
