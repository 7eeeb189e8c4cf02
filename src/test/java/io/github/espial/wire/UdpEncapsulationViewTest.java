package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UdpEncapsulationViewTest {
    private static final String VECTOR = """
            c0ffee01  SPI
            00000001  sequence number
            """;

    private final UdpEncapsulationView view = new UdpEncapsulationView();

    @Test
    void tellsEsp() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 8)).isTrue();
        assertThat(view.isEsp()).isTrue();
        assertThat(view.hasNonEspMarker()).isFalse();
        assertThat(view.isKeepalive()).isFalse();
        assertThat(view.espStart()).isZero();
        assertThat(view.espLength()).isEqualTo(8);
        assertThat(view.ikeLength()).isZero();
    }

    @Test
    void tellsIke() {
        assertThat(view.wrap(OctetText.buffer("00000000 a1b2c3d4e5f60718"), 0, 12))
                .isTrue();
        assertThat(view.hasNonEspMarker()).isTrue();
        assertThat(view.isEsp()).isFalse();
        assertThat(view.ikeStart()).isEqualTo(4);
        assertThat(view.ikeLength()).isEqualTo(8);
        assertThat(view.espLength()).isZero();
    }

    @Test
    void tellsKeepalives() {
        assertThat(view.wrap(OctetText.buffer("ff"), 0, 1)).isTrue();
        assertThat(view.isKeepalive()).isTrue();
        assertThat(view.isEsp()).isFalse();
        assertThat(view.hasNonEspMarker()).isFalse();
    }

    @Test
    void takesNothingElse() {
        assertThat(view.wrap(OctetText.buffer("fe"), 0, 1)).isTrue();
        assertThat(view.isKeepalive()).isFalse();
        assertThat(view.wrap(OctetText.buffer("ffff"), 0, 2)).isTrue();
        assertThat(view.isKeepalive()).isFalse();
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 7)).isTrue();
        assertThat(view.isEsp()).isFalse();
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 0)).isFalse();
    }
}
