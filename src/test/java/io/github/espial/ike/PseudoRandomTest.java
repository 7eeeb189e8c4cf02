package io.github.espial.ike;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudoRandomTest {
    private static final String COUNTING_20 = "000102030405060708090a0b0c0d0e0f10111213";

    /** RFC 4434 §5, RFC 4615 §4, RFC 2202 §3 case 1, RFC 4231 §4.2; keys shorter and longer than a block as well. */
    @ParameterizedTest
    @CsvSource({
        "AES128_XCBC, 000102030405060708090a0b0c0d0e0f, " + COUNTING_20 + ", 47f51b4564966215b8985c63055ed308",
        "AES128_XCBC, 00010203040506070809, " + COUNTING_20 + ", 0fa087af7d866e7653434e602fdde835",
        "AES128_XCBC, 000102030405060708090a0b0c0d0e0fedcb, " + COUNTING_20 + ", 8cd3c93ae598a9803006ffb67c40e9e4",
        "AES128_CMAC, 000102030405060708090a0b0c0d0e0fedcb, " + COUNTING_20 + ", 84a348a4a45d235babfffc0d2b4da09a",
        "AES128_CMAC, 000102030405060708090a0b0c0d0e0f, " + COUNTING_20 + ", 980ae87b5f4c9c5214f5b6a8455e4c2d",
        "AES128_CMAC, 00010203040506070809, " + COUNTING_20 + ", 290d9e112edb09ee141fcf64c0b72f3d",
        "HMAC_SHA1, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b617318655057264e28bc0b6fb378c8ef146be00",
        "HMAC_SHA2_256, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    })
    void givesWhatTheRfcGives(PseudoRandom function, String key, String text, String value) {
        assertThat(function.of(Secret.ofHex(key), chunk(text))).isEqualTo(chunk(value));
    }

    /** Each value is of the one before, the seed, and a count (RFC 7296 §2.13). */
    @Test
    void expandsAsVersion2Does() {
        Secret key = Secret.ofHex(COUNTING_20);
        Chunk seed = chunk("aabbccdd");
        Chunk first = PseudoRandom.HMAC_SHA1.of(key, Chunk.joined(seed, chunk("01")));
        Chunk second = PseudoRandom.HMAC_SHA1.of(key, Chunk.joined(first, seed, chunk("02")));

        Secret expanded = PseudoRandom.HMAC_SHA1.expanded(key, seed, 33);

        assertThat(Chunk.of(expanded.octets()))
                .isEqualTo(Chunk.joined(first, second).first(33));
    }

    @Test
    void isKnownByNameAndNumber() {
        assertThat(PseudoRandom.named("PRF_HMAC_SHA2_512")).contains(PseudoRandom.HMAC_SHA2_512);
        assertThat(PseudoRandom.ofId(8)).contains(PseudoRandom.AES128_CMAC);
        assertThat(PseudoRandom.ofId(3)).isEmpty();
    }

    private static Chunk chunk(String digits) {
        return Chunk.of(HexFormat.of().parseHex(digits));
    }
}
