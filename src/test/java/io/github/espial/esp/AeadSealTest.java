package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Secret;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AeadSealTest {
    private static final String KEY_128 = "808182838485868788898a8b8c8d8e8f";
    private static final String KEY_192 = KEY_128 + "9091929394959697";
    private static final String KEY_256 = KEY_192 + "98999a9b9c9d9e9f";

    /** What RFC 7634, appendix A, encrypts: an echo request with padding and trailer. */
    private static final String ECHO_REQUEST = """
            45000054a6f200004001e778c6336405c000020508005b7a3a080000553bec10
            00073627 08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223
            2425262728292a2b2c2d2e2f3031323334353637 01020204
            """;

    private static final String CCM_128 = "c83e9c612ade5c267fbe7c00fc8baf3d56f2945a34fe9186650d7084d8ba5751"
            + "87858f63a50356f81ea2ca175fe00069dc0f917bc95f19b2b422b3467e5edcf678ce402bb4c43c95abb22b0a608b1348"
            + "8fe38accae0d174c";

    private static final String GCM_256 = "d140c4841e61600dbb54118f0a2df633f7901589f5a5daf4bc84405e5bd1ef03"
            + "8124cad00a18e5a594d6d6f48032cfa6cce7e4b3a5314d5df5b4474dab4314febdec5568fa3308a255f334578e3a8c69"
            + "4d99504cb823775d";

    private static final String GCM_256_ICV = "61855ac69a1beead8429154f7d25fe66";

    @ParameterizedTest(name = "{0}")
    @MethodSource({"published", "madeWithOpenssl"})
    void opensTheVectorAndNoPacketThatWasAltered(
            String source, Transform transform, String keyAndSalt, List<Integer> high, String packet, String plaintext)
            throws GeneralSecurityException {
        AeadSeal seal = new AeadSeal(transform, Secret.of(OctetText.octets(keyAndSalt)));
        byte[] octets = OctetText.octets(packet);
        SealedPacket sealed = new SealedPacket();
        sealed.icvLength = transform.icvLength();
        sealed.extended = !high.isEmpty();
        sealed.high = high.isEmpty() ? 0 : high.get(0);
        for (int time = 0; time < 2; time++) {
            sealed.load(ByteBuffer.wrap(octets), 0, octets.length);
            assertThat(seal.open(sealed)).isTrue();
            assertThat(Arrays.copyOfRange(sealed.plain, 16, sealed.icvStart())).isEqualTo(OctetText.octets(plaintext));
        }
        for (int altered = 0; altered < octets.length; altered++) {
            octets[altered] ^= 0x10;
            sealed.load(ByteBuffer.wrap(octets), 0, octets.length);
            assertThat(seal.open(sealed)).as("octet %d", altered).isFalse();
            octets[altered] ^= 0x10;
        }
    }

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(
                        "draft-mcgrew-gcm-test-01, AES-128, extended",
                        Transform.combined(Encryption.AES_GCM, 16),
                        "4c80cdefbb5d10da906ac73c3613a634 2e443b68",
                        List.of(0x87654321),
                        """
                        00004321 00000000 4956ed7e3b244cfe
                        fecf537e729d5b07dc30df528dd22b768d1b98736696a6fd348509fa13ceac34
                        cfa2436f14a3f3cf65925bf1f4a13c5d15b21e1884f5ff6247aeabb786b93bce
                        61bc17d768fd9732459018148f6cbe722fd04796562dfdb4
                        """,
                        """
                        45000048699a000080114db7c0a80102c0a801010a9bf15638d3010000010000
                        00000000045f736970045f756470037369700963796265726369747902646b00
                        0021000101020201
                        """),
                Arguments.of(
                        "draft-mcgrew-gcm-test-01, AES-192",
                        Transform.combined(Encryption.AES_GCM, 16),
                        "feffe9928665731c6d6a8f9467308308feffe9928665731c cafebabe",
                        List.of(),
                        """
                        0000a5f8 0000000a facedbaddecaf888
                        a5b1f8066029aea40e598b8122de02420938b3ab33f828e687b8858b5bfbdbd0
                        315b27452144cc7795457b9652037f5318027b5b4cd7a636
                        """,
                        """
                        45000028a4ad4000400678800a01038f0a010612802306b8cb712602dd6bb03e
                        501016d075680001
                        """),
                Arguments.of(
                        "draft-mcgrew-gcm-test-01, AES-256",
                        Transform.combined(Encryption.AES_GCM, 16),
                        "abbccddef00112233445566778899aababbccddef00112233445566778899aab 11223344",
                        List.of(),
                        """
                        4a2cbfe3 00000002 0102030405060708
                        ff425c9b724599df7a3bcd510194e00d6a78107f1b0b1cbf06efae9d65a5d763
                        748a637985771d347f0545659f14e99def842d8eb335f4eecfdbf831824b4c49
                        15956c96
                        """,
                        """
                        4500003069a6400080062690c0a801029389155e0a9e008b2dc57ee000000000
                        7002400020bf0000020405b40101040201020201
                        """),
                Arguments.of(
                        "draft-mcgrew-gcm-test-01, AES-256, extended",
                        Transform.combined(Encryption.AES_GCM, 16),
                        "abbccddef00112233445566778899aababbccddef00112233445566778899aab 73616c74",
                        List.of(0x156f3126),
                        """
                        17405e67 dd0db99b 616e640169766563
                        f2d69ecdbd5a0d5b8d5ef38bad4da58d1f278fde98ef67549d524a3018d9a57f
                        f4d3a31ce673119e451626c2415771e3b7eebca614c89b35
                        """,
                        """
                        45080028732c00004006e9f90a0106120a01038f06b88023dd6bafbecb712602
                        50101f646d540001
                        """),
                Arguments.of(
                        "draft-mcgrew-gcm-test-01, AES-GMAC",
                        Transform.combined(Encryption.AES_GMAC, 16),
                        "4c80cdefbb5d10da906ac73c3613a634 22433c64",
                        List.of(),
                        """
                        00004321 00000007 0000000000000000
                        45000030da3a00008001df3bc0a80005c0a800010800c6cd0200070061626364
                        65666768696a6b6c6d6e6f707172737401020201
                        f2a9a836e155106aa8dcd618e4099aaa
                        """,
                        """
                        45000030da3a00008001df3bc0a80005c0a800010800c6cd0200070061626364
                        65666768696a6b6c6d6e6f707172737401020201
                        """),
                Arguments.of(
                        "RFC 7634 appendix A",
                        Transform.combined(Encryption.CHACHA20_POLY1305, 16),
                        KEY_256 + "a0a1a2a3",
                        List.of(),
                        """
                        01020304 00000005 1011121314151617
                        24039428b97f417e3c13753a4f05087b67c352e6a7fab1b982d466ef407ae5c6
                        14ee8099d52844eb61aa95dfab4c02f72aa71e7c4c4f64c9befe2facc638e8f3
                        cbec163fac469b502773f6fb94e664da9165b82829f641e0
                        76aaa8266b7fb0f7b11b369907e1ad43
                        """,
                        ECHO_REQUEST));
    }

    /** The packet of RFC 7634 under the algorithms that no RFC has packets for. */
    static Stream<Arguments> madeWithOpenssl() {
        return Stream.of(
                ccm("AES-128", 8, KEY_128, List.of(), CCM_128 + "d02cec4f330ddf10"),
                ccm("AES-128", 12, KEY_128, List.of(), CCM_128 + "451755a035b790f6d24b43c5"),
                ccm("AES-128", 16, KEY_128, List.of(), CCM_128 + "b7fb6685171e2458adea351b31102b47"),
                ccm("AES-128, extended", 16, KEY_128, List.of(1), CCM_128 + "e6ab4cfc29429edb716b377920b2d1e1"),
                ccm("AES-192", 16, KEY_192, List.of(), """
                        7ef0b808e857adc469ab2411d23ad4e8089ec3c95b2264fc90270b9caaa326d1
                        47bd07ca2bcf667b39fc43f845b45da2fa0fef4363c268132f7106031a2d541c
                        eb56aab7582d4d219b37c67a9dda8123bae25a90c1972a4d
                        e20f7b8e496e489afb10ac9175dc0690
                        """),
                ccm("AES-256", 16, KEY_256, List.of(), """
                        eab3b7501363844a9e658e57e55fa50852870dd2b9ba9032cb88bf350efdcd6d
                        f050d0a1be324f6836f2e87272bc29c019ce2a52f65b1ea4ef2184393b16a6fb
                        c2734428f1bb039b14b92bde3ac410c023950ecaecb58300
                        36886e7b74d75145a8d7a3c9dc23a8a3
                        """),
                gcm(8),
                gcm(12),
                gcm(16));
    }

    private static Arguments ccm(String title, int icvLength, String key, List<Integer> high, String sealed) {
        return Arguments.of(
                title + "-CCM-" + icvLength,
                Transform.combined(Encryption.AES_CCM, icvLength),
                key + "a0a1a2",
                high,
                "01020304 00000005 1011121314151617\n" + sealed,
                ECHO_REQUEST);
    }

    private static Arguments gcm(int icvLength) {
        return Arguments.of(
                "AES-256-GCM-" + icvLength,
                Transform.combined(Encryption.AES_GCM, icvLength),
                KEY_256 + "a0a1a2a3",
                List.of(),
                "01020304 00000005 1011121314151617\n" + GCM_256 + GCM_256_ICV.substring(0, 2 * icvLength),
                ECHO_REQUEST);
    }
}
