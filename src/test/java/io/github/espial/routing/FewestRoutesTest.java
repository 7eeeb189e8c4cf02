package io.github.espial.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The remedy mends all, breaks none, and no smaller one does. */
class FewestRoutesTest {
    private static final IpAddress RT1 = IpAddress.parse("192.0.2.1");
    private static final IpAddress RT2 = IpAddress.parse("192.0.2.254");
    private static final String DEFAULT = "default via 192.0.2.1 dev eth0";

    private static List<String> mending(RouteLookup lookup, List<String> wrong, String... spared) {
        return FewestRoutes.mending(
                        lookup,
                        FewestRoutesTest::isProper,
                        wrong.stream().map(IpPrefix::parse).toList(),
                        Arrays.stream(spared).map(IpAddress::parse).toList())
                .stream()
                .map(IpPrefix::toString)
                .toList();
    }

    private static boolean isProper(Lookup lookup) {
        return lookup.nextHop().filter(RT2::equals).isPresent();
    }

    @Test
    void setsOneRouteForEachNetwork() {
        assertThat(mending(Tables.lookup(DEFAULT), List.of("10.20.0.0/16", "10.30.0.0/16")))
                .containsExactly("10.20.0.0/16", "10.30.0.0/16");
    }

    @Test
    void joinsNetworksThatMakeUpAWiderOne() {
        assertThat(mending(Tables.lookup(DEFAULT), List.of("10.20.0.0/16", "10.21.0.0/16", "10.22.0.0/15")))
                .containsExactly("10.20.0.0/14");
        assertThat(mending(Tables.lookup(DEFAULT), List.of("10.21.0.0/16", "10.22.0.0/16")))
                .containsExactly("10.21.0.0/16", "10.22.0.0/16");
    }

    @Test
    void widensOverWhatGoesThatWayAlreadyOrHasARouteOfItsOwn() {
        RouteLookup lookup =
                Tables.lookup(DEFAULT, "10.20.0.0/16 via 192.0.2.254 dev eth0", "10.22.0.0/16 via 192.0.2.1 dev eth0");
        assertThat(mending(lookup, List.of("10.21.0.0/16", "10.23.0.0/16"))).containsExactly("10.20.0.0/14");
    }

    @Test
    void replacesALongerRouteThatIsInTheWay() {
        RouteLookup lookup = Tables.lookup(DEFAULT, "10.20.5.0/24 via 192.0.2.1 dev eth0");
        assertThat(mending(lookup, List.of("10.20.0.0/16"))).containsExactly("10.20.0.0/16", "10.20.5.0/24");
    }

    @Test
    void goesAroundASparedAddress() {
        List<String> routes = mending(Tables.lookup(DEFAULT), List.of("10.20.0.0/30"), "10.20.0.1");
        assertThat(routes).containsExactly("10.20.0.0/32", "10.20.0.2/31");
    }

    @Test
    void needsNoTableToJoinNetworks() {
        assertThat(mending(Tables.lookup(), List.of("10.20.0.0/16", "10.21.0.0/16")))
                .containsExactly("10.20.0.0/15");
    }

    @Test
    void doesTheSameForIpv6() {
        RouteLookup lookup = Tables.lookup("default via 2001:db8:1::1 dev eth0");
        assertThat(mending(lookup, List.of("2001:db8:20::/48", "2001:db8:21::/48", "2001:db8:30::/64")))
                .containsExactly("2001:db8:20::/47", "2001:db8:30::/64");
    }

    static List<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
    }

    /** In the sixteen addresses of a /28, every set of up to four routes is tried: none smaller does the same. */
    @ParameterizedTest
    @MethodSource("seeds")
    void mendsAllBreaksNoneAndIsTheSmallest(long seed) {
        Random random = new Random(seed);
        List<String> lines =
                new ArrayList<>(List.of(random.nextInt(4) == 0 ? "default via 192.0.2.254 dev eth0" : DEFAULT));
        for (int i = random.nextInt(5); i > 0; i--) {
            lines.add(
                    randomPrefix(random, 28) + " via " + (random.nextBoolean() ? RT1 : RT2) + " dev eth0 metric " + i);
        }
        RouteLookup before = Tables.lookup(lines.toArray(String[]::new));
        Set<IpPrefix> wrong = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            wrong.add(randomPrefix(random, 29));
        }

        List<IpPrefix> fewest = FewestRoutes.mending(before, FewestRoutesTest::isProper, wrong, List.of());

        assertThat(isMended(before, wrong, fewest))
                .as("seed %d: %s by %s", seed, lines, fewest)
                .isTrue();
        if (!fewest.isEmpty()) {
            assertThat(smallerExists(before, wrong, fewest.size() - 1))
                    .as("seed %d: %s, wrong %s, %s", seed, lines, wrong, fewest)
                    .isFalse();
        }
    }

    private static IpPrefix randomPrefix(Random random, int shortest) {
        int address = 0x0a140000 | random.nextInt(16);
        return IpPrefix.holding(IpAddress.ofIpv4(address), shortest + random.nextInt(33 - shortest));
    }

    /** Looks every address of the /27 up in the table that {@code routes} were put into, as a machine would. */
    private static boolean isMended(RouteLookup before, Set<IpPrefix> wrong, List<IpPrefix> routes) {
        return IntStream.range(0, 32).allMatch(last -> {
            IpAddress address = IpAddress.ofIpv4(0x0a140000 | last);
            Lookup was = before.lookup(address);
            int longestOld =
                    was.decidedBy().map(route -> route.destination().length()).orElse(-1);
            boolean isMoved =
                    routes.stream().anyMatch(route -> route.contains(address) && route.length() >= longestOld);
            boolean isProperNow = isMoved || isProper(was);
            boolean isWrong = wrong.stream().anyMatch(network -> network.contains(address));
            return isWrong ? isProperNow : isProperNow == isProper(was);
        });
    }

    private static boolean smallerExists(RouteLookup before, Set<IpPrefix> wrong, int size) {
        List<IpPrefix> candidates = new ArrayList<>();
        for (int length = 27; length <= 32; length++) {
            for (int last = 0; last < 32; last += 1 << (32 - length)) {
                candidates.add(new IpPrefix(IpAddress.ofIpv4(0x0a140000 | last), length));
            }
        }
        return size <= 3 && choose(before, wrong, candidates, 0, size, new ArrayList<>());
    }

    private static boolean choose(
            RouteLookup before,
            Set<IpPrefix> wrong,
            List<IpPrefix> candidates,
            int from,
            int left,
            List<IpPrefix> taken) {
        if (left == 0) {
            return isMended(before, wrong, taken);
        }
        for (int i = from; i < candidates.size(); i++) {
            taken.add(candidates.get(i));
            if (choose(before, wrong, candidates, i + 1, left - 1, taken)) {
                return true;
            }
            taken.remove(taken.size() - 1);
        }
        return false;
    }
}
