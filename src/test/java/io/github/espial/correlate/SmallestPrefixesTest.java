package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestPrefixesTest {
    @Test
    void takesEachAddressForOneOfANetworkOf256() {
        assertThat(covering(List.of("10.20.1.5", "10.20.1.6", "10.30.7.7"), List.of("10.1.0.1")))
                .containsExactly("10.20.1.0/24", "10.30.7.0/24");
    }

    @Test
    void takesManyNetworksOfOneSiteForTheSite() {
        assertThat(covering(List.of("10.20.1.5", "10.20.2.5", "10.20.3.5", "10.20.9.5"), List.of()))
                .containsExactly("10.20.0.0/16");
    }

    @Test
    void keepsNetworksApartWhereTheSiteHoldsWhatIsRoutedWell() {
        assertThat(covering(List.of("10.20.1.5", "10.20.2.5", "10.20.3.5", "10.20.9.5"), List.of("10.20.4.1")))
                .containsExactly("10.20.1.0/24", "10.20.2.0/24", "10.20.3.0/24", "10.20.9.0/24");
    }

    @Test
    void growsNarrowerAroundNeighborsThatAreRoutedWell() {
        assertThat(covering(List.of("10.20.1.5"), List.of("10.20.1.200"))).containsExactly("10.20.1.0/25");
        assertThat(covering(List.of("10.20.1.5"), List.of("10.20.1.4"))).containsExactly("10.20.1.5/32");
    }

    @Test
    void knowsIpv6() {
        assertThat(covering(List.of("2001:db8:20:1::5"), List.of("2001:db8:20:2::5")))
                .containsExactly("2001:db8:20:1::/64");
    }

    @Test
    void coversWhatIsSparedAsWellWhereItIsAskedTo() {
        assertThat(covering(List.of("10.20.1.5"), List.of("10.20.1.5"))).containsExactly("10.20.1.0/24");
    }

    @Test
    void coversNothingWithNothing() {
        assertThat(covering(List.of(), List.of("10.0.0.1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void coversAllAndSparesAll(long seed) {
        Random random = new Random(seed);
        List<IpAddress> wrong = new ArrayList<>();
        List<IpAddress> right = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            IpAddress address = IpAddress.ofIpv4(0x0a140000 | random.nextInt(1 << 13));
            (random.nextInt(4) == 0 ? right : wrong).add(address);
        }
        right.removeAll(wrong);
        List<IpPrefix> prefixes = new SmallestPrefixes(right).covering(wrong);

        assertThat(wrong).allMatch(address -> prefixes.stream().anyMatch(prefix -> prefix.contains(address)));
        assertThat(right).noneMatch(address -> prefixes.stream().anyMatch(prefix -> prefix.contains(address)));
        assertThat(prefixes).isSorted().doesNotHaveDuplicates();
    }

    private static List<String> covering(List<String> wrong, List<String> right) {
        return new SmallestPrefixes(addresses(right))
                .covering(addresses(wrong)).stream().map(IpPrefix::toString).toList();
    }

    private static List<IpAddress> addresses(List<String> texts) {
        return Stream.of(texts.toArray(String[]::new)).map(IpAddress::parse).toList();
    }
}
