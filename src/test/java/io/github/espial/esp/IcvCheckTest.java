package io.github.espial.esp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Secret;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IcvCheckTest {
    private static final String COUNTING = "000102030405060708090a0b0c0d0e0f";
    private static final String NIST_KEY = "2b7e151628aed2a6abf7158809cf4f3c";
    private static final String NIST_TEXT = """
            6bc1bee22e409f96e93d7e117393172a
            ae2d8a571e03ac9c9eb76fac45af8e51
            30c81c46a35ce411e5fbc1191a0a52ef
            f69f2445df4f9b17ad2b417be66c3710
            """;

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void acceptsTheIcvOfTheVectorAndNoOther(
            String source, Integrity integrity, byte[] key, byte[] text, String computed)
            throws GeneralSecurityException {
        byte[] mac = OctetText.octets(computed);
        IcvCheck check = check(integrity, key);
        assertThat(check.holds(packet(text, mac))).isTrue();
        assertThat(check.holds(packet(text, mac))).as("again").isTrue();
        mac[mac.length - 1] ^= 1;
        assertThat(check.holds(packet(text, mac))).isFalse();
    }

    static Stream<Arguments> vectors() {
        byte[] jefe = "Jefe".getBytes(US_ASCII);
        byte[] question = "what do ya want for nothing?".getBytes(US_ASCII);
        byte[] hiThere = "Hi There".getBytes(US_ASCII);
        byte[] longKey = repeat(0xaa, 131);
        byte[] largerThanBlock = "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII);
        return Stream.of(
                vector("RFC 2202 §2 case 1", Integrity.HMAC_MD5, repeat(0x0b, 16), hiThere, """
                        9294727a3638bb1c13f48ef8158bfc9d
                        """),
                vector("RFC 2202 §2 case 2", Integrity.HMAC_MD5, jefe, question, """
                        750c783e6ab0b503eaa86e310a5db738
                        """),
                vector("RFC 2202 §2 case 5, 96 bits", Integrity.HMAC_MD5, repeat(0x0c, 16), truncation(), """
                        56461ef2342edc00f9bab995
                        """),
                vector("RFC 2202 §3 case 1", Integrity.HMAC_SHA1, repeat(0x0b, 20), hiThere, """
                        b617318655057264e28bc0b6fb378c8ef146be00
                        """),
                vector("RFC 2202 §3 case 2", Integrity.HMAC_SHA1, jefe, question, """
                        effcdf6ae5eb2fa2d27416d5f184df9c259a7c79
                        """),
                vector("RFC 2202 §3 case 5, 96 bits", Integrity.HMAC_SHA1, repeat(0x0c, 20), truncation(), """
                        4c1a03424b55e07fe7f27be1
                        """),
                vector("RFC 2286 §2 case 2", Integrity.HMAC_RIPEMD_160, jefe, question, """
                        dda6c0213a485a9e24f4742064a7f033b43c4069
                        """),
                vector("RFC 4231 §4.2, 256", Integrity.HMAC_SHA2_256, repeat(0x0b, 20), hiThere, """
                        b0344c61d8db38535ca8afceaf0bf12b
                        881dc200c9833da726e9376c2e32cff7
                        """),
                vector("RFC 4231 §4.3, 256", Integrity.HMAC_SHA2_256, jefe, question, """
                        5bdcc146bf60754e6a042426089575c7
                        5a003f089d2739839dec58b964ec3843
                        """),
                vector("RFC 4231 §4.6, 128 bits", Integrity.HMAC_SHA2_256, repeat(0x0c, 20), truncation(), """
                        a3b6167473100ee06e0c796c2955552b
                        """),
                vector("RFC 4231 §4.3, the 96 bits of old Linux", Integrity.HMAC_SHA2_256, jefe, question, """
                        5bdcc146bf60754e6a042426
                        """),
                vector("RFC 4231 §4.3, the 192 bits of RFC 4868", Integrity.HMAC_SHA2_384, jefe, question, """
                        af45d2e376484031617f78d2b58a6b1b
                        9c7ef464f5a01b47
                        """),
                vector("RFC 4231 §4.3, the 256 bits of RFC 4868", Integrity.HMAC_SHA2_512, jefe, question, """
                        164b7a7bfcf819e2e395fbe73b56e0a3
                        87bd64222e831fd610270cd7ea250554
                        """),
                vector("RFC 4231 §4.7, 256", Integrity.HMAC_SHA2_256, longKey, largerThanBlock, """
                        60e431591ee0b67f0d8a26aacbf5b77f
                        8e0bc6213728c5140546040f0ee37f54
                        """),
                vector("RFC 4231 §4.3, 384", Integrity.HMAC_SHA2_384, jefe, question, """
                        af45d2e376484031617f78d2b58a6b1b
                        9c7ef464f5a01b47e42ec3736322445e
                        8e2240ca5e69e2c78b3239ecfab21649
                        """),
                vector("RFC 4231 §4.3, 512", Integrity.HMAC_SHA2_512, jefe, question, """
                        164b7a7bfcf819e2e395fbe73b56e0a3
                        87bd64222e831fd610270cd7ea250554
                        9758bf75c05a994a6d034f65f8f0e6fd
                        caeab1a34d4a6b4b636e070a38bce737
                        """),
                vector("RFC 3566 §4.6 case 1", Integrity.AES_XCBC, COUNTING, 0, """
                        75f0251d528ac01c4573dfd584d79f29
                        """),
                vector("RFC 3566 §4.6 case 2", Integrity.AES_XCBC, COUNTING, 3, """
                        5b376580ae2f19afe7219ceef172756f
                        """),
                vector("RFC 3566 §4.6 case 3", Integrity.AES_XCBC, COUNTING, 16, """
                        d2a246fa349b68a79998a4394ff7a263
                        """),
                vector("RFC 3566 §4.6 case 4", Integrity.AES_XCBC, COUNTING, 20, """
                        47f51b4564966215b8985c63055ed308
                        """),
                cmac("RFC 4494 §4.1", 0, "bb1d6929e95937287fa37d12"),
                cmac("RFC 4494 §4.2", 16, "070a16b46b4d4144f79bdd9d"),
                cmac("RFC 4494 §4.3", 40, "dfa66747de9ae63030ca3261"),
                cmac("RFC 4494 §4.4", 64, "51f0bebf7e3b9d92fc497417"));
    }

    @Test
    void takesTheHighHalfOfTheSequenceNumberForTheEnd() throws GeneralSecurityException {
        byte[] text = counting(20);
        IcvCheck check = check(Integrity.AES_XCBC, OctetText.octets(COUNTING));
        SealedPacket packet = packet(
                HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"),
                HexFormat.of().parseHex("47f51b4564966215b8985c63"));
        packet.extended = true;
        packet.high = ByteBuffer.wrap(text).getInt(16);
        assertThat(check.holds(packet)).isTrue();
        packet.high++;
        assertThat(check.holds(packet)).isFalse();
    }

    private static IcvCheck check(Integrity integrity, byte[] key) throws GeneralSecurityException {
        return integrity == Integrity.AES_XCBC
                ? new XcbcCheck(integrity, Secret.of(key))
                : new MacCheck(integrity, Secret.of(key));
    }

    private static SealedPacket packet(byte[] text, byte[] icv) {
        ByteBuffer octets =
                ByteBuffer.allocate(text.length + icv.length).put(text).put(icv);
        SealedPacket packet = new SealedPacket();
        packet.load(octets, 0, octets.capacity());
        packet.icvLength = icv.length;
        return packet;
    }

    private static Arguments vector(String source, Integrity integrity, byte[] key, byte[] text, String computed) {
        return Arguments.of(source, integrity, key, text, computed);
    }

    private static Arguments vector(String source, Integrity integrity, String key, int octets, String computed) {
        return vector(source, integrity, OctetText.octets(key), counting(octets), computed);
    }

    private static Arguments cmac(String source, int octets, String computed) {
        byte[] text = Arrays.copyOf(OctetText.octets(NIST_TEXT), octets);
        return vector(source, Integrity.AES_CMAC, OctetText.octets(NIST_KEY), text, computed);
    }

    private static byte[] truncation() {
        return "Test With Truncation".getBytes(US_ASCII);
    }

    private static byte[] repeat(int octet, int times) {
        byte[] octets = new byte[times];
        Arrays.fill(octets, (byte) octet);
        return octets;
    }

    private static byte[] counting(int octets) {
        byte[] counting = new byte[octets];
        IntStream.range(0, octets).forEach(octet -> counting[octet] = (byte) octet);
        return counting;
    }
}
