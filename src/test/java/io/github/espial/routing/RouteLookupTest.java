package io.github.espial.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.RouteEntry;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Lookups as RFC 1122 §3.3.1 and RFC 1812 §5.2.4.3 have them. */
class RouteLookupTest {
    private static final String[] LAB = {
        "default via 192.0.2.1 dev eth0",
        "10.1.0.0/16 dev eth1 proto kernel scope link src 10.1.0.1",
        "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10",
        "198.51.100.20 via 192.0.2.254 dev eth0"
    };

    private static Optional<IpAddress> nextHop(RouteLookup lookup, String destination) {
        return lookup.lookup(IpAddress.parse(destination)).nextHop();
    }

    private static Optional<IpAddress> at(String address) {
        return Optional.of(IpAddress.parse(address));
    }

    @Test
    void takesTheLongestPrefix() {
        RouteLookup lookup = Tables.lookup(LAB);
        assertThat(nextHop(lookup, "198.51.100.20")).isEqualTo(at("192.0.2.254"));
        assertThat(nextHop(lookup, "198.51.100.21")).isEqualTo(at("192.0.2.1"));
        assertThat(nextHop(lookup, "10.20.1.5")).isEqualTo(at("192.0.2.1"));
        assertThat(nextHop(lookup, "10.1.0.50")).isEqualTo(at("10.1.0.50"));
    }

    @Test
    void takesTheSmallestMetricOfEqualPrefixes() {
        RouteLookup lookup = Tables.lookup(
                "default via 192.0.2.1 dev eth0 metric 100",
                "default via 192.0.2.254 dev eth0 metric 50",
                "10.0.0.0/8 via 192.0.2.7 dev eth0 metric 900");
        assertThat(nextHop(lookup, "203.0.113.9")).isEqualTo(at("192.0.2.254"));
        assertThat(nextHop(lookup, "10.1.1.1")).isEqualTo(at("192.0.2.7"));
    }

    @Test
    void tellsThatEquallyGoodRoutesDiffer() {
        RouteLookup lookup =
                Tables.lookup("default via 192.0.2.1 dev eth0 metric 5", "default via 192.0.2.2 dev eth0 metric 5");
        assertThat(lookup.lookup(IpAddress.parse("203.0.113.9"))).isInstanceOf(Lookup.Several.class);
        assertThat(nextHop(lookup, "203.0.113.9")).isEmpty();
    }

    @Test
    void leavesOpenWhereARouterIsMasked() {
        RouteEntry plain = new RouteEntry(
                1,
                IpPrefix.parse("10.20.0.0/16"),
                new RouteEntry.Target.OnLink(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                RouteEntry.Store.ACTIVE,
                Optional.empty());
        Route route = new Route(plain.destination(), plain.masked().target(), Optional.empty(), 0, "a table line 1");
        RouteLookup lookup = new RouteLookup(List.of(new RouteLookup.TableRoute(route, Optional.empty())), List.of());
        assertThat(lookup.lookup(IpAddress.parse("10.20.1.5"))).isInstanceOf(Lookup.Masked.class);
        assertThat(nextHop(lookup, "10.20.1.5")).isEmpty();
    }

    @Test
    void leadsNowhereWhereARouteForbidsOrNoneIsThere() {
        RouteLookup lookup =
                Tables.lookup("192.0.2.0/24 dev eth0 scope link", "unreachable 10.0.0.0/8 metric 4278198272");
        assertThat(lookup.lookup(IpAddress.parse("10.20.1.5"))).isInstanceOf(Lookup.Nowhere.class);
        assertThat(lookup.lookup(IpAddress.parse("203.0.113.9"))).isInstanceOf(Lookup.Nowhere.class);
    }

    @Test
    void takesIpv6ForTheEqualOfIpv4() {
        RouteLookup lookup = Tables.lookup(
                "default via 2001:db8:1::1 dev eth0 metric 1024 pref medium",
                "2001:db8:2::20 via 2001:db8:1::fe dev eth0 metric 1024 pref medium");
        assertThat(nextHop(lookup, "2001:db8:2::20")).isEqualTo(at("2001:db8:1::fe"));
        assertThat(nextHop(lookup, "2001:db8:30::5")).isEqualTo(at("2001:db8:1::1"));
    }

    @Test
    void followsRulesByAddressAndPassesOverMarks() {
        Machine machine = Tables.machine("""
                0:\tfrom all lookup local
                100:\tfrom all fwmark 0x3 lookup 100
                200:\tfrom 192.0.2.10 lookup partner
                300:\tfrom all to 10.30.0.0/16 lookup partner
                32766:\tfrom all lookup main
                """, """
                default via 192.0.2.1 dev eth0
                """, """
                $ ip route show table partner
                default via 192.0.2.254 dev eth0
                """, """
                $ ip route show table 100
                default via 192.0.2.66 dev eth0
                """);
        RouteLookup lookup = machine.lookup();
        assertThat(nextHop(lookup, "10.20.1.5")).isEqualTo(at("192.0.2.1"));
        assertThat(nextHop(lookup, "10.30.1.5")).isEqualTo(at("192.0.2.254"));
        assertThat(lookup.lookup(at("192.0.2.10"), IpAddress.parse("203.0.113.9"))
                        .nextHop())
                .isEqualTo(at("192.0.2.254"));
    }

    @Test
    void tellsThePartsOfANetworkThatHaveRoutesOfTheirOwn() {
        RouteLookup lookup = Tables.lookup(
                "default via 192.0.2.1 dev eth0",
                "10.20.0.0/16 via 192.0.2.254 dev eth0",
                "10.20.5.0/24 via 192.0.2.1 dev eth0");
        Map<IpPrefix, Lookup> parts = lookup.lookups(IpPrefix.parse("10.20.0.0/16"));
        assertThat(parts).containsOnlyKeys(IpPrefix.parse("10.20.0.0/16"), IpPrefix.parse("10.20.5.0/24"));
        assertThat(parts).extractingByKey(IpPrefix.parse("10.20.5.0/24")).isEqualTo(found(lookup, "10.20.5.0"));
        assertThat(lookup.lookups(IpPrefix.parse("10.0.0.0/8")))
                .extractingByKey(IpPrefix.parse("10.0.0.0/8"))
                .extracting(Lookup::nextHop)
                .isEqualTo(at("192.0.2.1"));
    }

    @Test
    void followsRulesThatJumpSuppressDiscardOrLeaveTheAnswerToOthers() {
        RouteLookup lookup = Tables.machine("""
                        0:	from all lookup local
                        10:	from all to 10.66.0.0/16 blackhole
                        20:	from all to 10.77.0.0/16 goto 40
                        30:	from all lookup 100
                        40:	from all lookup main suppress_prefixlength 0
                        50:	from all lookup 200
                        """, """
                        default via 192.0.2.1 dev eth0
                        10.20.0.0/16 via 192.0.2.254 dev eth0
                        throw 10.30.0.0/16 table 100
                        10.0.0.0/8 via 192.0.2.7 dev eth0 table 100
                        default via 192.0.2.9 dev eth0 table 200
                        """).lookup();
        assertThat(nextHop(lookup, "10.66.1.1")).isEmpty();
        assertThat(nextHop(lookup, "10.77.1.1")).isEqualTo(at("192.0.2.9"));
        assertThat(nextHop(lookup, "10.20.1.1")).isEqualTo(at("192.0.2.7"));
        assertThat(nextHop(lookup, "10.30.1.1")).isEqualTo(at("192.0.2.9"));
        assertThat(nextHop(lookup, "203.0.113.9")).isEqualTo(at("192.0.2.9"));
    }

    private static Lookup found(RouteLookup lookup, String destination) {
        return lookup.lookup(IpAddress.parse(destination));
    }

    /** Android has no main table for what it sends: a rule for unmarked packets of its own leads to the card in use. */
    @Test
    void rulesForUnmarkedPacketsOfItsOwnHold() {
        RouteLookup lookup = Tables.lookup(
                "10500: from all iif lo oif wlan0 uidrange 0-0 lookup dummy0",
                "16000: from all fwmark 0x10065/0x1ffff iif lo lookup rmnet0",
                "22000: from all fwmark 0x0/0xffff iif lo lookup wlan0",
                "32000: from all unreachable",
                "default via 192.0.2.1 dev wlan0 table wlan0",
                "default via 198.51.100.1 dev rmnet0 table rmnet0");
        assertThat(lookup.lookup(IpAddress.parse("203.0.113.9")).nextHop()).contains(IpAddress.parse("192.0.2.1"));
    }

    /** A VPN is for the programs of users, and not for its own. */
    @Test
    void whereRulesAskForUsersNeitherWayIsCertain() {
        RouteLookup lookup = Tables.lookup(
                "13000: from all fwmark 0x0/0x20000 iif lo uidrange 0-99999 lookup tun0",
                "22000: from all fwmark 0x0/0xffff iif lo lookup wlan0",
                "default dev tun0 table tun0 scope link",
                "default via 192.0.2.1 dev wlan0 table wlan0");
        assertThat(lookup.lookup(IpAddress.parse("203.0.113.9"))).isInstanceOf(Lookup.Several.class);
    }
}
