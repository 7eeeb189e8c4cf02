package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile.LineRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineOutputsTest {

    @Test
    void readsArpTablesOfEachSystem() {
        ContextFile file = Reading.of("""
                C:\\>arp -a

                Schnittstelle: 192.0.2.10 --- 0xb
                  Internetadresse       Physische Adresse     Typ
                  192.0.2.1             00-1b-21-aa-00-01     dynamisch
                  192.0.2.254           00-1b-21-bb-00-fe     dynamisch

                Interface: 10.1.0.1 --- 0x10004
                  Internet Address      Physical Address      Type
                  10.1.0.50             00-0c-29-5e-10-50     static
                $ arp -a
                ? (192.0.2.1) at 00:1b:21:aa:00:01 [ether] on eth0
                gw (192.0.2.254) at 0:1b:21:bb:0:fe on en0 ifscope [ethernet]
                ? (192.0.2.7) at (incomplete) on en0 ifscope [ethernet]
                """);
        assertThat(file.entries().neighbors())
                .extracting(entry -> entry.address() + " "
                        + entry.mac().map(Object::toString).orElse("-") + " "
                        + entry.interfaceName().orElse("-"))
                .containsExactly(
                        "192.0.2.1 00:1b:21:aa:00:01 192.0.2.10",
                        "192.0.2.254 00:1b:21:bb:00:fe 192.0.2.10",
                        "10.1.0.50 00:0c:29:5e:10:50 10.1.0.1",
                        "192.0.2.1 00:1b:21:aa:00:01 eth0",
                        "192.0.2.254 00:1b:21:bb:00:fe en0",
                        "192.0.2.7 - en0");
    }

    @Test
    void readsRoutesAndRulesAmongPrompts() {
        ContextFile file = Reading.of("""
                root@srv:~# ip rule
                0:	from all lookup local
                220:	from all lookup 220
                32765:	not from 10.1.0.0/16 to 198.51.100.0/24 fwmark 0x1 lookup 100
                root@srv:~# ip route show table 220
                10.20.0.0/16 via 192.0.2.254 dev eth0 proto static src 10.1.0.1
                unreachable 10.99.0.0/16 metric 4278198272
                default proto static
                	nexthop via 192.0.2.1 dev eth0 weight 1
                	nexthop via 192.0.2.2 dev eth0 weight 1
                root@srv:~# route -n
                Kernel IP routing table
                Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
                0.0.0.0         192.0.2.1       0.0.0.0         UG    100    0        0 eth0
                192.0.2.0       0.0.0.0         255.255.255.0   U     0      0        0 eth0
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.20.0.0/16 via 192.0.2.254 dev eth0 src 10.1.0.1 table 220",
                        "10.99.0.0/16 discarded metric 4278198272 table 220",
                        "0.0.0.0/0 via 192.0.2.1 dev eth0 table 220",
                        "0.0.0.0/0 via 192.0.2.2 dev eth0 table 220",
                        "0.0.0.0/0 via 192.0.2.1 dev eth0 metric 100",
                        "192.0.2.0/24 dev eth0 metric 0");
        assertThat(file.entries().routes().get(0).table()).hasValue("220");
        assertThat(file.entries().routes().get(4).table()).isEmpty();
        assertThat(file.entries().rules()).hasSize(3);
        assertThat(file.entries().rules().get(2).packets().inverted()).isTrue();
        assertThat(file.entries().rules().get(2).packets().conditions()).containsExactly("fwmark 0x1");
        assertThat(file.entries().rules().get(2).action().table()).hasValue("100");
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 1), new LineRange(11, 12));
    }

    @Test
    void listsWhatItDoesNotKnow() {
        ContextFile file = Reading.of("Dear support,\nthe tunnel is down.\n\nRegards\n");
        assertThat(file.isRecognised()).isFalse();
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 2), new LineRange(4, 4));
        assertThat(file.problems()).isEmpty();
        assertThat(Reading.of(new byte[] {1, 0, 0, 7, 2, 0, 3, 3}).isRecognised())
                .isFalse();
        assertThat(Reading.of("").isRecognised()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {". .", "a ", "[", "0x", "a:", "0.0.0.0 ", "ip x s a ", "  1...", "\"IPv4\",", "| ", "src "})
    void staysQuickOnLinesWithoutEnd(String repeated) {
        String line = repeated.repeat(1_000_000 / repeated.length());
        ContextFile file = Reading.of(line + "\n  " + line + "\nsrc 192.0.2.10 dst 198.51.100.20\n" + line);
        assertThat(file.entries().keys()).isEmpty();
    }
}
