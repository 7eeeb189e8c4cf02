package io.github.espial.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final IpAddress PEER = IpAddress.parse("198.51.100.20");
    private static final String TABLE = """
            default via 192.0.2.1 dev eth0
            192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
            198.51.100.20 via 192.0.2.254 dev eth0
            """;
    private static final String JSON = """
            [{"dst":"default","gateway":"192.0.2.1","dev":"eth0","flags":[]},\
            {"dst":"192.0.2.0/24","dev":"eth0","protocol":"kernel","scope":"link","prefsrc":"192.0.2.10","flags":[]},\
            {"dst":"198.51.100.20","gateway":"192.0.2.254","dev":"eth0","flags":[]}]
            """;
    private static final Identity SERVER =
            new Identity(Set.of(IpAddress.parse("192.0.2.10")), Set.of(MacAddress.parse("00:0c:29:5e:10:0a")));
    private static final String WINDOWS_2003 = """
            ===========================================================================
            Interface List
            0x1 ........................... MS TCP Loopback interface
            0x10003 ...00 0c 29 5e 10 0a ...... Intel(R) PRO/1000 MT Network Connection
            ===========================================================================
            ===========================================================================
            Active Routes:
            Network Destination        Netmask          Gateway       Interface  Metric
                      0.0.0.0          0.0.0.0        192.0.2.1      192.0.2.10     10
                    192.0.2.0    255.255.255.0       192.0.2.10      192.0.2.10     10
            Default Gateway:         192.0.2.1
            ===========================================================================
            """;

    private static final String ROUTER = """
            core#show ip route
            Gateway of last resort is 192.0.2.1 to network 0.0.0.0
            S*    0.0.0.0/0 [1/0] via 192.0.2.1
            C        192.0.2.0/24 is directly connected, GigabitEthernet0/0
            L        %s/32 is directly connected, GigabitEthernet0/0
            S        198.51.100.20/32 [1/0] via 192.0.2.254
            core#show ip interface brief
            Interface                  IP-Address      OK? Method Status                Protocol
            GigabitEthernet0/0         %s      YES NVRAM  up                    up
            """;

    @Test
    void takesARoutersWordsForThisMachinesWhereTheyNameItsAddress() {
        Machine machine = Machine.of(Tables.files(ROUTER.formatted("192.0.2.10", "192.0.2.10")), SERVER);
        assertThat(machine.platforms()).containsExactly(Platform.CISCO);
        assertThat(machine.lookup().lookup(PEER).nextHop()).contains(IpAddress.parse("192.0.2.254"));
    }

    @Test
    void takesARoutersWordsForAFarEndsByDefault() {
        Machine machine = Machine.of(Tables.files(ROUTER.formatted("192.0.2.77", "192.0.2.77")), SERVER);
        assertThat(machine.platforms()).isEmpty();
        assertThat(machine.lookup().isEmpty()).isTrue();
    }

    @Test
    void takesARouterForTheMachineWhereNothingElseIsGiven() {
        Machine machine = Machine.of(Tables.files(ROUTER.formatted("192.0.2.10", "192.0.2.10")), Identity.UNKNOWN);
        assertThat(machine.platforms()).containsExactly(Platform.CISCO);
    }

    @Test
    void takesARouterForAnotherMachineWhereAServerShowsItsTable() {
        List<Machine> machines =
                Machine.all(Tables.files(ROUTER.formatted("192.0.2.77", "192.0.2.77"), TABLE), Identity.UNKNOWN);
        assertThat(machines).hasSize(2);
        assertThat(machines.get(0).platforms()).containsExactly(Platform.LINUX);
    }

    @Test
    void believesARouterOnlyWhereNoOtherWordsAreThisMachines() {
        Machine machine = Machine.of(Tables.files(TABLE, ROUTER.formatted("192.0.2.10", "192.0.2.10")), SERVER);
        assertThat(machine.platforms()).containsExactly(Platform.LINUX);
        assertThat(machine.remarks()).isEmpty();
    }

    @Test
    void takesTwoFormsOfOneTableForOne() {
        Machine machine = Machine.of(Tables.files(TABLE, JSON), SERVER);
        assertThat(machine.remarks()).isEmpty();
        assertThat(machine.lookup().lookup(PEER).nextHop()).contains(IpAddress.parse("192.0.2.254"));
        assertThat(machine.platforms()).containsExactly(Platform.LINUX);
    }

    @Test
    void usesNeitherOfTwoTablesThatDiffer() {
        String later = TABLE + "10.20.0.0/16 via 192.0.2.254 dev eth0\n";
        Machine machine = Machine.of(Tables.files(TABLE, later), SERVER);
        assertThat(machine.lookup().isEmpty()).isTrue();
        assertThat(machine.remarks().get("2.txt"))
                .singleElement()
                .asString()
                .contains("10.20.0.0/16 by 192.0.2.254", "1.txt has not");
    }

    @Test
    void leavesTheTableOfAnotherMachineOut() {
        String partner = """
                default via 198.51.100.1 dev wan
                198.51.100.0/24 dev wan proto kernel scope link src 198.51.100.20
                """;
        Machine machine = Machine.of(Tables.files(TABLE, partner), SERVER);
        assertThat(machine.lookup().lookup(PEER).nextHop()).contains(IpAddress.parse("192.0.2.254"));
        assertThat(machine.remarks().get("2.txt")).singleElement().asString().contains("another machine");
    }

    @Test
    void leavesAnotherMachineOutByItsCards() {
        String cards = """
                2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
                    link/ether 00:1b:21:bb:00:fe brd ff:ff:ff:ff:ff:ff
                    inet 198.51.100.20/24 scope global eth0
                       valid_lft forever preferred_lft forever
                """;
        assertThat(Machine.of(Tables.files(cards), SERVER).interfaces()).isEmpty();
        assertThat(Machine.of(Tables.files(cards), Identity.UNKNOWN).interfaces())
                .hasSize(1);
    }

    @Test
    void tellsThePlatformByTablesAndNotByPolicies() {
        String policy = """
                src 10.1.0.0/16 dst 10.30.0.0/16
                \tdir out priority 383615 ptype main
                \ttmpl src 192.0.2.10 dst 198.51.100.20
                \t\tproto esp reqid 2 mode tunnel
                """;
        Machine machine = Machine.of(Tables.files(WINDOWS_2003, policy), SERVER);
        assertThat(machine.platforms()).containsExactly(Platform.WINDOWS);
        assertThat(machine.isWindowsVistaOrLater()).isFalse();
    }

    @Test
    void knowsWindowsVistaByItsNumbersOfInterfaces() {
        String vista = WINDOWS_2003.replace("0x10003 ...", " 11...").replace("0x1 ....", "  1.....");
        assertThat(Machine.of(Tables.files(vista), SERVER).isWindowsVistaOrLater())
                .isTrue();
    }

    @Test
    void readsNoRoutesOutOfNothing() {
        assertThat(Machine.of(List.of(), SERVER).lookup().isEmpty()).isTrue();
        assertThat(Machine.UNKNOWN.platforms()).isEmpty();
    }
}
