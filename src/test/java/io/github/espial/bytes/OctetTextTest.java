package io.github.espial.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OctetTextTest {
    /** The letters h, a with diaeresis, sharp s, then an octet that no character begins with. */
    private static final ByteBuffer OCTETS = ByteBuffer.wrap(HexFormat.of().parseHex("68c3a4c39fff"));

    @Test
    void decodesWhatIsWellFormed() {
        assertThat(OctetText.utf8(OCTETS, 0, 5, 100)).isEqualTo("h\u00e4\u00df");
        assertThat(OctetText.utf8(OCTETS, 1, 2, 100)).isEqualTo("\u00e4");
        assertThat(OctetText.utf8(OCTETS, 6, 0, 100)).isEmpty();
    }

    @Test
    void replacesWhatIsMalformed() {
        assertThat(OctetText.utf8(OCTETS, 0, 6, 100)).isEqualTo("h\u00e4\u00df\ufffd");
        assertThat(OctetText.utf8(OCTETS, 0, 2, 100)).isEqualTo("h\ufffd");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(OctetText.utf8(OCTETS, 0, 5, 4)).isEqualTo("h\u00e4");
        assertThat(OctetText.utf8(OCTETS, 0, 5, 3)).isEqualTo("h\u00e4");
    }
}
