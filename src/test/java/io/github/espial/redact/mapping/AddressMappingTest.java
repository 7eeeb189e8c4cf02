package io.github.espial.redact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressMappingTest {
    private static final int DRAWS = 6_000;

    private final Mapping mapping = Mapping.of(key("a key for tests only"));
    private final AddressMapping addresses = mapping.addresses();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ipv4AddressesShareAfterwardsWhatTheyShared(long seed) {
        Random random = new Random(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            int one = random.nextInt();
            int other = one ^ random.nextInt() >>> random.nextInt(32);
            if (!isKeptGroup(one) && !isKeptGroup(other)) {
                assertThat(Integer.numberOfLeadingZeros(addresses.of(one) ^ addresses.of(other)))
                        .as("%s and %s, seed %s", IpAddress.ofIpv4(one), IpAddress.ofIpv4(other), seed)
                        .isEqualTo(Integer.numberOfLeadingZeros(one ^ other));
            }
        }
    }

    /** Two addresses with a MAC's mark have it in common, which says nothing of the property. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ipv6AddressesShareAfterwardsWhatTheyShared(long seed) {
        Random random = new Random(seed);
        List<Long> beginnings = List.of(0x20010db800000000L, 0x2a02000000000000L, 0xfd00000000000000L, 0L);
        for (int draw = 0; draw < DRAWS / 4; draw++) {
            long high = beginnings.get(random.nextInt(beginnings.size())) ^ random.nextLong() >>> random.nextInt(64);
            IpAddress one = IpAddress.ofIpv6(high, random.nextLong());
            IpAddress other = random.nextBoolean()
                    ? IpAddress.ofIpv6(high ^ random.nextLong() >>> random.nextInt(64), random.nextLong())
                    : IpAddress.ofIpv6(high, one.low() ^ random.nextLong() >>> random.nextInt(64));
            if (isOfMac(one) || isOfMac(other) || one.isMulticast() || other.isMulticast()) {
                continue;
            }
            assertThat(shared(addresses.of(one), addresses.of(other)))
                    .as("%s and %s, seed %s", one, other, seed)
                    .isEqualTo(shared(one, other));
        }
    }

    @Test
    void noTwoAddressesOfANetworkBecomeOne() {
        for (String prefix : List.of("10.0.0.0/18", "192.168.0.0/18", "203.0.113.0/24", "8.8.0.0/18", "0.0.0.0/20")) {
            int first = (int) IpPrefix.parse(prefix).address().low();
            int count = 1 << (32 - IpPrefix.parse(prefix).length());
            Set<Integer> mapped = new HashSet<>();
            for (int host = 0; host < count; host++) {
                mapped.add(addresses.of(first + host));
            }
            assertThat(mapped).as(prefix).hasSize(count);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "100.64.0.0/10",
                "169.254.0.0/16",
                "192.0.2.0/24",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "198.18.0.0/15",
                "224.0.0.0/4",
                "233.0.0.0/8",
                "240.0.0.0/4",
                "127.0.0.0/8",
                "0.0.0.0/8",
                "2001:db8::/32",
                "fc00::/8",
                "fd00::/8",
                "fe80::/64",
                "fec0::/10",
                "ff02::/16",
                "ff00::/8",
                "::ffff:0:0/96",
                "64:ff9b::/96",
                "2002::/16"
            })
    void whatIsOfASpecialRangeStaysAndWhatIsNotStaysOut(String text) {
        IpPrefix range = IpPrefix.parse(text);
        Random random = new Random(range.hashCode());
        for (int draw = 0; draw < DRAWS / 20; draw++) {
            IpAddress inside = drawn(random, range);
            assertThat(range.contains(addresses.of(inside))).as("%s", inside).isTrue();
            assertThat(addresses.of(range)).isEqualTo(range);
            IpAddress any = drawn(random, IpPrefix.all(range.address().version()));
            assertThat(range.contains(addresses.of(any))).as("%s", any).isEqualTo(range.contains(any));
            IpAddress beside = beside(random, range);
            assertThat(range.contains(addresses.of(beside))).as("%s", beside).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "127.0.0.1",
                "224.0.0.18",
                "224.0.0.2",
                "239.255.255.250",
                "::",
                "::1",
                "ff02::1",
                "ff02::2",
                "ff02::12",
                "ff05::1:3"
            })
    void staysWhereItIsARole(String role) {
        assertThat(addresses.of(IpAddress.parse(role))).hasToString(role);
    }

    /** Embedded in IPv6, the address is the same as on its own. */
    @ParameterizedTest
    @CsvSource({"::ffff:198.18.7.9, 198.18.7.9", "64:ff9b::9.8.7.6, 9.8.7.6"})
    void anIpv4AddressInAnIpv6AddressFollowsIt(String embedded, String alone) {
        IpAddress mapped = addresses.of(IpAddress.parse(embedded));
        assertThat(IpAddress.ofIpv4((int) mapped.low())).isEqualTo(addresses.of(IpAddress.parse(alone)));
    }

    @Test
    void a6to4PrefixFollowsItsIpv4Address() {
        IpAddress mapped = addresses.of(IpAddress.parse("2002:909:807::1"));
        assertThat(IpAddress.ofIpv4((int) (mapped.high() >>> 16))).isEqualTo(addresses.of(IpAddress.parse("9.9.8.7")));
    }

    /** RFC 4291 appendix A: the MAC with ff:fe in its middle, and the universal bit turned. */
    @Test
    void anInterfaceIdentifierFollowsItsMac() {
        MacAddress mac = mapping.macs().of(MacAddress.parse("00:1b:21:aa:00:01"));
        IpAddress mapped = addresses.of(IpAddress.parse("fe80::21b:21ff:feaa:1"));
        String[] octets = mac.toString().split(":", -1);
        assertThat(mapped)
                .isEqualTo(IpAddress.parse("fe80::" + "02" + octets[1] + ":" + octets[2] + "ff:fe" + octets[3] + ":"
                        + octets[4] + octets[5]));
    }

    /** So that whoever was asked for can be found by what asks for him. */
    @Test
    void aSolicitedNodeGroupAndItsMacStayTogether() {
        IpAddress group = addresses.of(IpAddress.parse("ff02::1:ffaa:1"));
        MacAddress mac = mapping.macs().of(MacAddress.parse("33:33:ff:aa:00:01"));
        assertThat(group.low() & 0xffffff).isEqualTo(mac.octets() & 0xffffff).isNotEqualTo(0xaa0001);
    }

    @Test
    void aPrefixHoldsWhatItHeld() {
        Random random = new Random(5);
        for (int draw = 0; draw < DRAWS / 10; draw++) {
            IpAddress address = IpAddress.ofIpv4(random.nextInt());
            IpPrefix prefix = IpPrefix.holding(address, random.nextInt(33));
            if (!isKeptGroup((int) address.low())
                    && !isKeptGroup((int) prefix.address().low())) {
                assertThat(addresses.of(prefix).contains(addresses.of(address)))
                        .as("%s", prefix)
                        .isTrue();
            }
            IpAddress six = IpAddress.ofIpv6(0x2a02000000000000L | random.nextLong() >>> 16, random.nextLong());
            IpPrefix network = IpPrefix.holding(six, random.nextInt(65));
            assertThat(addresses.of(network).contains(addresses.of(six)))
                    .as("%s", six)
                    .isTrue();
        }
    }

    @Test
    void anotherKeyGivesOtherAddressesAndTheSameKeyTheSame() {
        AddressMapping same = Mapping.of(key("a key for tests only")).addresses();
        AddressMapping another = Mapping.of(key("another key for tests")).addresses();
        Random random = new Random(6);
        int different = 0;
        for (int draw = 0; draw < 1000; draw++) {
            int address = 0x0a000000 | random.nextInt(1 << 24);
            assertThat(same.of(address)).isEqualTo(addresses.of(address));
            different += another.of(address) == addresses.of(address) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(990);
    }

    /** Each bit of a host depends on the key: over many keys it is flipped as often as not. */
    @Test
    void keysFlipEachBitOfAHostAsOftenAsNot() {
        Map<Integer, Integer> flipped = new HashMap<>();
        int keys = 400;
        for (int i = 0; i < keys; i++) {
            int flips =
                    Mapping.of(key("key number " + i + " of many")).addresses().of(0x0a010203) ^ 0x0a010203;
            for (int bit = 0; bit < 24; bit++) {
                flipped.merge(bit, flips >>> bit & 1, Integer::sum);
            }
        }
        assertThat(flipped.values()).allMatch(count -> count > keys * 2 / 5 && count < keys * 3 / 5);
    }

    static RedactionKey key(String text) {
        return RedactionKey.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Groups and loopback addresses are kept as they are, and so are only known to stay among themselves. */
    private static boolean isKeptGroup(int address) {
        return address >>> 28 == 14 || address >>> 24 == 127;
    }

    private static boolean isOfMac(IpAddress address) {
        return (address.low() >>> 24 & 0xffff) == 0xfffe;
    }

    private static int shared(IpAddress one, IpAddress other) {
        int high = Long.numberOfLeadingZeros(one.high() ^ other.high());
        return high < 64 ? high : 64 + Long.numberOfLeadingZeros(one.low() ^ other.low());
    }

    private static IpAddress drawn(Random random, IpPrefix prefix) {
        IpAddress first = prefix.address();
        if (first.version() == 4) {
            int host = prefix.length() == 0 ? random.nextInt() : random.nextInt() >>> prefix.length();
            return IpAddress.ofIpv4((int) first.low() | host);
        }
        long high = prefix.length() >= 64 ? 0 : random.nextLong() >>> prefix.length();
        long low = prefix.length() > 64 ? random.nextLong() >>> (prefix.length() - 64) : random.nextLong();
        return IpAddress.ofIpv6(first.high() | high, first.low() | low);
    }

    /** An address that shares all but the last bits of a prefix. */
    private static IpAddress beside(Random random, IpPrefix prefix) {
        IpAddress inside = drawn(random, prefix);
        int bit = prefix.length() - 1 - random.nextInt(Math.min(4, prefix.length()));
        if (inside.version() == 4) {
            return IpAddress.ofIpv4((int) inside.low() ^ (1 << (31 - bit)));
        }
        return bit < 64
                ? IpAddress.ofIpv6(inside.high() ^ (1L << (63 - bit)), inside.low())
                : IpAddress.ofIpv6(inside.high(), inside.low() ^ (1L << (127 - bit)));
    }
}
