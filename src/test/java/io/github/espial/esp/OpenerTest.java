package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Secret;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenerTest {
    /** RFC 7634, appendix A. */
    private static final Secret CHACHA20_KEY = key("""
            808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f  key
            a0a1a2a3  salt
            """);

    private static final String CHACHA20_PACKET = """
            01020304  SPI
            00000005  sequence number
            1011121314151617  IV
            24039428b97f417e3c13753a4f05087b67c352e6a7fab1b982d466ef407ae5c6
            14ee8099d52844eb61aa95dfab4c02f72aa71e7c4c4f64c9befe2facc638e8f3
            cbec163fac469b502773f6fb94e664da9165b82829f641e0  ciphertext
            76aaa8266b7fb0f7b11b369907e1ad43  ICV
            """;

    private static final byte[] ECHO_REQUEST = OctetText.octets("""
            45000054a6f200004001e778c6336405c0000205  IPv4 header
            08005b7a3a080000553bec1000073627  ICMP echo request
            08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
            202122232425262728292a2b2c2d2e2f3031323334353637
            """);

    private static final Transform CHACHA20 = Transform.combined(Encryption.CHACHA20_POLY1305, 16);
    private static final Secret KEY = key("90d382b410eeba7ad938c46cec1a82bf");
    private static final byte[] HMAC_KEY = OctetText.octets("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");

    @Test
    void opensAPacketAndShowsWhatIsInside() {
        Opener opener = Opener.of(Protection.of(CHACHA20, CHACHA20_KEY, Secret.NONE), OpeningMode.UNKNOWN);
        assertThat(open(opener, OctetText.buffer(CHACHA20_PACKET))).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(octets(opened)).isEqualTo(ECHO_REQUEST);
            assertThat(opened.nextHeader()).isEqualTo(4);
            assertThat(opened.isVerified()).isTrue();
            assertThat(opened.sequenceNumber()).isEqualTo(5);
            assertThat(opened).hasToString("84 inner octets, next header 4, verified");
        });
        assertThat(opener.tally().verdict()).isEqualTo(KeyVerdict.VERIFIED);
        assertThat(opener.tally().note()).isEmpty();
    }

    @Test
    void opensWithinALargerDirectBufferAndLeavesItAlone() {
        byte[] packet = OctetText.octets(CHACHA20_PACKET);
        ByteBuffer octets = ByteBuffer.allocateDirect(packet.length + 100);
        octets.put(42, packet);
        ByteBuffer before = ByteBuffer.allocate(octets.capacity()).put(0, octets, 0, octets.capacity());
        Opener opener = Opener.of(Protection.of(CHACHA20, CHACHA20_KEY, Secret.NONE), OpeningMode.UNKNOWN);
        assertThat(opener.open(octets, 42, packet.length)).isInstanceOf(Opened.class);
        assertThat(octets).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rfc3602")
    void opensThePacketsOfRfc3602WithoutAnIcv(String source, Secret key, String packet, String inner) {
        Opener opener = Opener.of(
                Protection.of(Transform.of(Encryption.AES_CBC, Integrity.NONE), key, Secret.NONE), OpeningMode.UNKNOWN);
        assertThat(open(opener, OctetText.buffer(packet))).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(octets(opened)).isEqualTo(OctetText.octets(inner));
            assertThat(opened.isVerified()).isFalse();
        });
        assertThat(opener.tally().verdict()).isEqualTo(KeyVerdict.PLAUSIBLE);
    }

    static Stream<Arguments> rfc3602() {
        return Stream.of(
                Arguments.of("case 5, transport mode", KEY, """
                        00004321 00000001 e96e8c08ab465763fd098d45dd3ff893
                        f663c25d325c18c6a9453e194e120849a4870b66cc6b9965330013b4898dc856
                        a4699e523a55db080b59ec3a8e4b7e52775b07d1db34ed9c538ab50c551b874a
                        a269add047ad2d5913ac19b7cfbad4a6
                        """, """
                        08000ebda70a00008e9c083db95b070008090a0b0c0d0e0f1011121314151617
                        18191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637
                        """),
                Arguments.of("case 7, tunnel mode", key("0123456789abcdef0123456789abcdef"), """
                        00008765 00000002 f4e765244f6407adf13dc1380f673f37
                        773b5241a4c449225e4f3ce5ed611b0c237ca96cf74a93013c1b0ea1a0cf70f8
                        e4ecaec78ac53aad7a0f022b859243c647752e94a859352b8a4d4d2decd136e5
                        c177f132ad3fbfb2201ac9904c74ee0a109e0ca1e4dfe9d5a100b842f1c22f0d
                        """, """
                        45000054090400004001f988c0a87b03c0a87bc808009f76a90a0100b49c083d
                        02a2040008090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223
                        2425262728292a2b2c2d2e2f3031323334353637
                        """));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 16})
    void findsWhichOfItsTwoIcvLengthsHmacSha2Has(int sent) throws GeneralSecurityException {
        Opener opener = Opener.of(cbcWithSha2(SequenceNumbering.PLAIN), OpeningMode.TUNNEL);
        ByteBuffer packet = packet().hmac("HmacSHA256", HMAC_KEY, sent).build();
        assertThat(open(opener, packet)).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(octets(opened)).isEqualTo(ECHO_REQUEST);
            assertThat(opened.isVerified()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"EXTENDED", "UNKNOWN"})
    void followsExtendedSequenceNumbersOverTheTurnOfTheLowHalf(SequenceNumbering numbering)
            throws GeneralSecurityException {
        Opener opener = Opener.of(cbcWithSha2(numbering), OpeningMode.TUNNEL);
        long[] numbers = {7, 0xffff_ffffL, 0x1_0000_0000L, 0xffff_fff0L, 0x1_0000_0001L, 0x1_7000_0000L, 0x2_1000_0000L
        };
        for (long number : numbers) {
            ByteBuffer packet = packet().sequenceNumber(number)
                    .extended()
                    .hmac("HmacSHA256", HMAC_KEY, 16)
                    .build();
            assertThat(open(opener, packet))
                    .as("%x", number)
                    .isInstanceOfSatisfying(
                            Opened.class,
                            opened -> assertThat(opened.sequenceNumber()).isEqualTo(number));
        }
    }

    @Test
    void findsTheHighHalfOfACaptureThatStartsLate() throws GeneralSecurityException {
        Opener opener = Opener.of(cbcWithSha2(SequenceNumbering.EXTENDED), OpeningMode.TUNNEL);
        ByteBuffer packet = packet().sequenceNumber(0x9_0000_0001L)
                .extended()
                .hmac("HmacSHA256", HMAC_KEY, 16)
                .build();
        assertThat(open(opener, packet)).isInstanceOf(Opened.class);
    }

    @Test
    void refusesAPacketWhoseIcvDoesNotHold() throws GeneralSecurityException {
        Opener opener = Opener.of(cbcWithSha2(SequenceNumbering.UNKNOWN), OpeningMode.TUNNEL);
        ByteBuffer packet = packet().hmac("HmacSHA256", HMAC_KEY, 16).build();
        packet.put(30, (byte) ~packet.get(30));
        assertThat(open(opener, packet)).isEqualTo(Refusal.ICV_MISMATCH);
        assertThat(opener.tally().note()).hasToString("Optional[ICV mismatch in 1 of 1 packet]");
        assertThat(opener.tally().verdict()).isEqualTo(KeyVerdict.WRONG);
    }

    @Test
    void decryptsWithoutTheIntegrityKeyWhatLooksLikePackets() throws GeneralSecurityException {
        Opener opener = Opener.of(
                Protection.of(Transform.of(Encryption.AES_CBC, Integrity.HMAC_SHA1), KEY, Secret.NONE),
                OpeningMode.TUNNEL);
        ByteBuffer packet = packet().hmac("HmacSHA1", HMAC_KEY, 12).build();
        assertThat(open(opener, packet)).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(octets(opened)).isEqualTo(ECHO_REQUEST);
            assertThat(opened.isVerified()).isFalse();
        });
    }

    @Test
    void neverTakesWhatAWrongKeyGivesForPackets() throws GeneralSecurityException {
        for (OpeningMode mode : OpeningMode.values()) {
            Opener opener =
                    Opener.of(Protection.of(Transform.of(Encryption.AES_CBC, Integrity.NONE), KEY, Secret.NONE), mode);
            Random random = new Random(1);
            byte[] wrongKey = new byte[16];
            for (int time = 0; time < 20_000; time++) {
                random.nextBytes(wrongKey);
                open(
                        opener,
                        new EspBuilder().inner(ECHO_REQUEST, 4).aesCbc(wrongKey).build());
            }
            assertThat(opener.tally().verdict()).as("%s", mode).isEqualTo(KeyVerdict.WRONG);
            assertThat(opener.tally().plausible()).as("%s", mode).isLessThan(20);
            assertThat(opener.tally().note().orElseThrow().reason()).isEqualTo(Refusal.PADDING_WRONG);
        }
    }

    @Test
    void opensNullEncryptionAsItsOwnSearchFoundIt() throws GeneralSecurityException {
        ByteBuffer packet = new EspBuilder()
                .inner(ECHO_REQUEST, 4)
                .hmac("HmacSHA256", HMAC_KEY, 16)
                .build();
        ClearSearch search = new ClearSearch();
        search.take(packet, 0, packet.capacity());
        Opener opener = Opener.of(Protection.none(search.layout().orElseThrow()), OpeningMode.UNKNOWN);
        assertThat(open(opener, packet))
                .isInstanceOfSatisfying(
                        Opened.class, opened -> assertThat(octets(opened)).isEqualTo(ECHO_REQUEST));
    }

    @Test
    void saysWhyAProtectionCannotBeUsed() {
        assertThat(refusal(new Protection(Optional.empty(), KEY, Secret.NONE, SequenceNumbering.PLAIN)))
                .isEqualTo(Refusal.UNKNOWN_ALGORITHM);
        assertThat(refusal(Protection.of(CHACHA20, Secret.NONE, Secret.NONE))).isEqualTo(Refusal.KEY_MISSING);
        assertThat(refusal(Protection.of(CHACHA20, KEY, Secret.NONE))).isEqualTo(Refusal.KEY_LENGTH_WRONG);
        assertThat(refusal(Protection.of(Transform.of(Encryption.AES_CBC, Integrity.AES_XCBC), KEY, key("0b0b"))))
                .isEqualTo(Refusal.KEY_LENGTH_WRONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {95, 96, 255})
    void refusesPaddingBeyondThePacketThoughTheIcvHolds(int padding) throws GeneralSecurityException {
        // 84 octets of ICMP with IP, 10 of padding and the trailer are 96.
        Opener opener = Opener.of(cbcWithSha2(SequenceNumbering.PLAIN), OpeningMode.TUNNEL);
        ByteBuffer packet = packet().statingPadding(padding)
                .hmac("HmacSHA256", HMAC_KEY, 16)
                .build();
        assertThat(open(opener, packet)).isEqualTo(Refusal.PADDING_WRONG);
        assertThat(opener.tally().note().orElseThrow().toString()).startsWith("padding wrong in 1 of 1");
    }

    @Test
    void takesAllOfThePacketForPaddingWhereItSaysSo() throws GeneralSecurityException {
        Opener opener = Opener.of(cbcWithSha2(SequenceNumbering.PLAIN), OpeningMode.TUNNEL);
        ByteBuffer packet =
                packet().statingPadding(94).hmac("HmacSHA256", HMAC_KEY, 16).build();
        assertThat(open(opener, packet))
                .isInstanceOfSatisfying(
                        Opened.class, opened -> assertThat(opened.length()).isZero());
    }

    @Test
    void refusesAnInnerPacketLongerThanItsOuterOneWhereNoIcvVouchesForIt() throws GeneralSecurityException {
        byte[] longer = ECHO_REQUEST.clone();
        longer[3] = 85;
        longer[11]--;
        Opener opener = Opener.of(
                Protection.of(Transform.of(Encryption.AES_CBC, Integrity.NONE), KEY, Secret.NONE), OpeningMode.TUNNEL);
        assertThat(open(
                        opener,
                        new EspBuilder()
                                .inner(longer, 4)
                                .aesCbc(KEY.copy(0, KEY.length()))
                                .build()))
                .isEqualTo(Refusal.IMPLAUSIBLE);
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryShorterPacketOfEveryAlgorithm(Encryption encryption) {
        Opener opener = Opener.of(sample(encryption), OpeningMode.UNKNOWN);
        byte[] noise = new byte[400];
        new Random(2).nextBytes(noise);
        ByteBuffer octets = ByteBuffer.wrap(noise);
        for (int length = 0; length <= noise.length; length++) {
            assertThat(opener.open(octets, 0, length)).as("%d octets", length).isInstanceOf(Refusal.class);
        }
        assertThat(opener.open(octets, 0, 7)).isEqualTo(Refusal.TOO_SHORT);
        assertThat(opener.open(octets, 0, 60, 61)).isEqualTo(Refusal.TRUNCATED);
        assertThat(opener.tally().verdict()).isEqualTo(KeyVerdict.WRONG);
    }

    private static Protection sample(Encryption encryption) {
        int longest = 64;
        while (!encryption.allowsKeyLength(longest)) {
            longest--;
        }
        return encryption.isCombined()
                ? Protection.of(Transform.combined(encryption, 16), Secret.of(new byte[longest]), Secret.NONE)
                : Protection.of(
                        Transform.of(encryption, Integrity.HMAC_SHA1),
                        Secret.of(new byte[longest]),
                        Secret.of(HMAC_KEY));
    }

    private static Protection cbcWithSha2(SequenceNumbering numbering) {
        return new Protection(
                Optional.of(Transform.of(Encryption.AES_CBC, Integrity.HMAC_SHA2_256)),
                KEY,
                Secret.of(HMAC_KEY),
                numbering);
    }

    private static EspBuilder packet() {
        return new EspBuilder().inner(ECHO_REQUEST, 4).aesCbc(KEY.copy(0, KEY.length()));
    }

    private static Opening refusal(Protection protection) {
        return open(Opener.of(protection, OpeningMode.UNKNOWN), OctetText.buffer(CHACHA20_PACKET));
    }

    private static Opening open(Opener opener, ByteBuffer packet) {
        return opener.open(packet, 0, packet.capacity());
    }

    private static byte[] octets(Opened opened) {
        byte[] octets = new byte[opened.length()];
        opened.octets().get(opened.start(), octets);
        return octets;
    }

    private static Secret key(String annotated) {
        return Secret.of(OctetText.octets(annotated));
    }
}
