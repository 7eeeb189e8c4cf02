package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final long GIBIOCTET = 1L << 30;
    private static final Pieces USUAL = new Pieces(GIBIOCTET / 8, false);

    @Test
    void cutsWhatProcessorsWouldWaitFor() {
        // One capture, and as many as keep four processors busy.
        assertThat(USUAL.divided(GIBIOCTET, 4)).isLessThan(GIBIOCTET);
        assertThat(USUAL.divided(16 * GIBIOCTET, 4)).isEqualTo(GIBIOCTET);
    }

    @Test
    void cutsNoneIntoFewerThanTwoAndNoneIsTooLargeToBeCut() {
        assertThat(USUAL.divided(1, 1000)).isEqualTo(GIBIOCTET / 4);
        assertThat(USUAL.divided(Long.MAX_VALUE, 1)).isEqualTo(8 * GIBIOCTET);
    }

    @Test
    void doesAsItIsAsked() {
        assertThat(new Pieces(1000, true).divided(16 * GIBIOCTET, 4)).isEqualTo(2000);
    }
}
