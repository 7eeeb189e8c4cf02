package io.github.espial.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTableTest {
    private static PrefixTable<String> table(String... prefixes) {
        PrefixTable<String> table = new PrefixTable<>();
        for (String prefix : prefixes) {
            table.put(IpPrefix.parse(prefix), prefix);
        }
        return table;
    }

    private static Optional<String> match(PrefixTable<String> table, String address) {
        return table.longestMatch(IpAddress.parse(address)).map(PrefixTable.Entry::value);
    }

    @Test
    void findsTheLongestPrefixOfEitherVersion() {
        PrefixTable<String> table =
                table("0.0.0.0/0", "10.0.0.0/8", "10.20.0.0/16", "10.20.1.5/32", "::/0", "2001:db8:20::/48");
        assertThat(match(table, "192.0.2.1")).contains("0.0.0.0/0");
        assertThat(match(table, "10.20.1.5")).contains("10.20.1.5/32");
        assertThat(match(table, "10.20.1.6")).contains("10.20.0.0/16");
        assertThat(match(table, "10.30.0.0")).contains("10.0.0.0/8");
        assertThat(match(table, "2001:db8:20::5")).contains("2001:db8:20::/48");
        assertThat(match(table, "2001:db8:30::5")).contains("::/0");
        assertThat(match(table("10.0.0.0/8"), "11.0.0.0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatASearchOfAllFinds(long seed) {
        Random random = new Random(seed);
        boolean isIpv4 = random.nextBoolean();
        PrefixTable<IpPrefix> table = new PrefixTable<>();
        List<IpPrefix> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            IpPrefix prefix = randomPrefix(random, isIpv4);
            table.put(prefix, prefix);
            all.add(prefix);
        }
        for (int i = 0; i < 500; i++) {
            IpPrefix asked = randomPrefix(random, isIpv4);
            Optional<IpPrefix> longest = all.stream()
                    .filter(prefix -> prefix.contains(asked))
                    .max(Comparator.comparingInt(IpPrefix::length));
            assertThat(table.longestMatch(asked).map(PrefixTable.Entry::value))
                    .as("seed %d, %s", seed, asked)
                    .isEqualTo(longest);
            assertThat(table.within(asked))
                    .as("seed %d, %s", seed, asked)
                    .extracting(PrefixTable.Entry::prefix)
                    .isEqualTo(all.stream()
                            .filter(asked::contains)
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /** A number with few bits set, so that many are alike. */
    private static int sparse(Random random, int bits) {
        int one = random.nextInt(1 << bits);
        int other = random.nextInt(1 << bits);
        return one & other;
    }

    private static IpPrefix randomPrefix(Random random, boolean isIpv4) {
        if (isIpv4) {
            // Few first octets, so that prefixes nest.
            int address = (random.nextInt(4) << 30) | sparse(random, 24);
            return IpPrefix.holding(IpAddress.ofIpv4(address), random.nextInt(33));
        }
        long high = 0x2001_0db8_0000_0000L | random.nextInt(4);
        return IpPrefix.holding(IpAddress.ofIpv6(high, (long) sparse(random, 30) << 32), random.nextInt(129));
    }
}
