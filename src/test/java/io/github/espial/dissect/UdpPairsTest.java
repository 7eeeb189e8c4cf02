package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UdpPairsTest {
    @Test
    void knowsAPairInBothDirections() {
        UdpPairs pairs = new UdpPairs();
        assertThat(pairs.isEmpty()).isTrue();

        assertThat(pairs.add(1, 2, 40_000, 3, 4, 65_535)).isTrue();

        assertThat(pairs.isEmpty()).isFalse();
        assertThat(pairs.contains(1, 2, 40_000, 3, 4, 65_535)).isTrue();
        assertThat(pairs.contains(3, 4, 65_535, 1, 2, 40_000)).isTrue();
        assertThat(pairs.contains(1, 2, 65_535, 3, 4, 40_000)).isFalse();
        assertThat(pairs.contains(3, 4, 40_000, 1, 2, 65_535)).isFalse();
        assertThat(pairs.contains(1, 2, 40_000, 3, 5, 65_535)).isFalse();
        assertThat(pairs.contains(9, 2, 40_000, 3, 4, 65_535)).isFalse();
        assertThat(pairs.add(3, 4, 65_535, 1, 2, 40_000)).isFalse();
    }

    @Test
    void takesInAllOfAnother() {
        UdpPairs one = new UdpPairs();
        one.add(0, 1, 40_000, 0, 2, 50_000);
        UdpPairs other = new UdpPairs();
        other.add(0, 2, 50_000, 0, 1, 40_000);
        assertThat(one.addAll(other)).isFalse();

        other.add(0, 1, 65_535, 0, 3, 65_534);

        assertThat(one.addAll(other)).isTrue();
        assertThat(one.contains(0, 3, 65_534, 0, 1, 65_535)).isTrue();
        assertThat(one.addAll(new UdpPairs())).isFalse();
    }

    @Test
    void keepsTheFirst64() {
        UdpPairs pairs = new UdpPairs();
        for (int port = 1; port <= 64; port++) {
            assertThat(pairs.add(0, 1, port, 0, 2, port)).isTrue();
        }

        assertThat(pairs.add(0, 1, 65, 0, 2, 65)).isFalse();

        assertThat(pairs.contains(0, 1, 64, 0, 2, 64)).isTrue();
        assertThat(pairs.contains(0, 1, 65, 0, 2, 65)).isFalse();
    }
}
