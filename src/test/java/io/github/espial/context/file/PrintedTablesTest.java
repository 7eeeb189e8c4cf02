package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is printed in a format, and read again, is the same table. */
class PrintedTablesTest {
    private static final int TABLES = 200;

    @ParameterizedTest
    @EnumSource(PrintedRoutes.class)
    void readsTheRoutesThatWerePrinted(PrintedRoutes format) {
        for (long seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<RouteEntry> table = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(row -> format.stated(route(random)))
                    .flatMap(Optional::stream)
                    .toList();
            ContextFile read = Reading.of(format.print(table));
            assertThat(read.problems()).as("seed %d", seed).isEmpty();
            assertThat(InWords.routes(read))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            table.stream().map(InWords::of).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(PrintedPolicies.class)
    void readsThePoliciesThatWerePrinted(PrintedPolicies format) {
        for (long seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<PolicyEntry> policies = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(row -> policy(row, random))
                    .toList();
            ContextFile read = Reading.of(format.print(policies));
            assertThat(read.problems()).as("seed %d", seed).isEmpty();
            assertThat(InWords.policies(read))
                    .as("seed %d", seed)
                    .isEqualTo(policies.stream()
                            .map(format::stated)
                            .map(InWords::of)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s dev %s lladdr %s STALE",
                "%s dev %s lladdr %s router REACHABLE",
                "[{\"dst\":\"%s\",\"dev\":\"%s\",\"lladdr\":\"%s\",\"state\":[\"STALE\"]}]",
                "? (%1$s) at %3$s on %2$s expires in 7 seconds [ethernet]",
                "? (%1$s) at %3$s [ether] on %2$s",
                "%1$s                ether   %3$s   C                     %2$s"
            })
    void readsTheNeighborsThatWerePrinted(String format) {
        for (long seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String address = IpAddress.ofIpv4(random.nextInt() | 0x01000000).toString();
            String mac = new MacAddress(random.nextLong() >>> 16).toString();
            String device = "eth" + random.nextInt(9);
            assertThat(InWords.neighbors(Reading.of(String.format(format, address, device, mac) + "\n")))
                    .as("seed %d", seed)
                    .containsExactly(address + " " + mac + " " + device);
        }
    }

    private static RouteEntry route(SplittableRandom random) {
        int version = random.nextBoolean() ? 4 : 6;
        List<Target> targets = new ArrayList<>(List.of(new Target.OnLink(), new Target.Discard()));
        targets.add(new Target.Gateway(address(version, random)));
        return new RouteEntry(
                0,
                random.nextInt(6) == 0 ? IpPrefix.all(version) : prefix(version, random),
                targets.get(random.nextInt(3)),
                Optional.of("eth" + random.nextInt(9)),
                Optional.empty(),
                OptionalLong.of(random.nextInt(5000)),
                Store.ACTIVE,
                Optional.empty());
    }

    private static PolicyEntry policy(int row, SplittableRandom random) {
        return new PolicyEntry(
                row,
                Selector.between(prefix(4, random), prefix(4, random)),
                PolicyEntry.Way.OUT,
                PolicyEntry.Action.PROTECT,
                new PolicyEntry.Template(
                        Optional.of(address(4, random)),
                        Optional.of(address(4, random)),
                        Optional.of(SaMode.TUNNEL),
                        Optional.of(new Spi(256 + random.nextLong(1L << 31)))),
                Optional.empty(),
                Optional.empty());
    }

    /** Not an unspecified address, which stands for none, and not one that is shown with dots in IPv6. */
    private static IpAddress address(int version, SplittableRandom random) {
        return version == 4
                ? IpAddress.ofIpv4(random.nextInt() | 0x01000001)
                : IpAddress.ofIpv6(random.nextLong() | 1L << 61, random.nextLong());
    }

    private static IpPrefix prefix(int version, SplittableRandom random) {
        int length = version == 4 ? random.nextInt(8, 33) : random.nextInt(16, 129);
        return IpPrefix.holding(address(version, random), length);
    }
}
