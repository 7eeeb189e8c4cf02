package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Secret;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PacketCipherTest {
    private static final String SPI_AND_SEQUENCE = "01020304 00000005";

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void decryptsTheVectorEachTime(String source, Encryption encryption, String vector) {
        List<String> fields = vector.lines().toList();
        byte[] expected = OctetText.octets(fields.get(3));
        ByteBuffer octets = OctetText.buffer(SPI_AND_SEQUENCE + "\n" + fields.get(1) + "\n" + fields.get(2));
        Transform transform = Transform.of(encryption, Integrity.NONE);
        Seal seal =
                Seals.of(transform, Protection.of(transform, Secret.of(OctetText.octets(fields.get(0))), Secret.NONE));
        SealedPacket packet = new SealedPacket();
        for (int time = 0; time < 2; time++) {
            packet.load(octets, 0, octets.capacity());
            assertThat(seal.open(packet)).isTrue();
            int start = SealedPacket.ciphertextStart(encryption.ivLength());
            assertThat(Arrays.copyOfRange(packet.plain, start, packet.length)).isEqualTo(expected);
        }
    }

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("RFC 3602 §4 case 1", Encryption.AES_CBC, """
                        06a9214036b8a15b512e03d534120006  key
                        3dafba429d9eb430b422da802c9fac41  IV
                        e353779c1079aeb82708942dbe77181a  ciphertext
                        53696e676c6520626c6f636b206d7367  plaintext
                        """),
                Arguments.of("RFC 3602 §4 case 2", Encryption.AES_CBC, """
                        c286696d887c9aa0611bbb3e2025a45a  key
                        562e17996d093d28ddb3ba695a2e6f58  IV
                        d296cd94c2cccf8a3a863028b5e1dc0a 7586602d253cfff91b8266bea6d61ab1  ciphertext
                        000102030405060708090a0b0c0d0e0f 101112131415161718191a1b1c1d1e1f  plaintext
                        """),
                Arguments.of("NIST SP 800-38A F.2.4, AES-192", Encryption.AES_CBC, """
                        8e73b0f7da0e6452c810f32b809079e5 62f8ead2522c6b7b  key
                        000102030405060708090a0b0c0d0e0f  IV
                        4f021db243bc633d7178183a9fa071e8 b4d9ada9ad7dedf4e5e738763f69145a  ciphertext
                        6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51  plaintext
                        """),
                Arguments.of("NIST SP 800-38A F.2.6, AES-256", Encryption.AES_CBC, """
                        603deb1015ca71be2b73aef0857d7781 1f352c073b6108d72d9810a30914dff4  key
                        000102030405060708090a0b0c0d0e0f  IV
                        f58c4c04d6e5f1ba779eabfb5f7bfbd6 9cfc4e967edb808d679f777bc6702c7d  ciphertext
                        6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51  plaintext
                        """),
                Arguments.of("RFC 3686 §6 vector 1", Encryption.AES_CTR, """
                        ae6852f8121067cc4bf7a5765577f39e 00000030  key and nonce
                        0000000000000000  IV
                        e4095d4fb7a7b3792d6175a3261311b8  ciphertext
                        53696e676c6520626c6f636b206d7367  plaintext
                        """),
                Arguments.of("RFC 3686 §6 vector 3", Encryption.AES_CTR, """
                        7691be035e5020a8ac6e618529f9a0dc 00e0017b  key and nonce
                        27777f3f4a1786f0  IV
                        c1cf48a89f2ffdd9cf4652e9efdb72d7 4540a42bde6d7836d59a5ceaaef31053 25b2072f  ciphertext
                        000102030405060708090a0b0c0d0e0f 101112131415161718191a1b1c1d1e1f 20212223  plaintext
                        """),
                Arguments.of("RFC 3686 §6 vector 5, AES-192", Encryption.AES_CTR, """
                        7c5cb2401b3dc33c19e7340819e0f69c 678c3db8e6f6a91a 0096b03b  key and nonce
                        020c6eadc2cb500d  IV
                        453243fc609b23327edfaafa7131cd9f 8490701c5ad4a79cfc1fe0ff42f4fb00  ciphertext
                        000102030405060708090a0b0c0d0e0f 101112131415161718191a1b1c1d1e1f  plaintext
                        """),
                Arguments.of("RFC 3686 §6 vector 7, AES-256", Encryption.AES_CTR, """
                        776beff2851db06f4c8a0542c8696f6c 6a81af1eec96b4d37fc1d689e6c1c104 00000060  key and nonce
                        db5672c97aa8f0b2  IV
                        145ad01dbf824ec7560863dc71e3e0c0  ciphertext
                        53696e676c6520626c6f636b206d7367  plaintext
                        """),
                Arguments.of("FIPS 81, DES", Encryption.DES_CBC, """
                        0123456789abcdef  key
                        1234567890abcdef  IV
                        e5c7cdde872bf27c 43e934008c389c0f 683788499a7c05f6  ciphertext
                        4e6f772069732074 68652074696d6520 666f7220616c6c20  plaintext
                        """),
                Arguments.of("NIST SP 800-67 B.1 by the chain of its blocks", Encryption.TRIPLE_DES_CBC, """
                        0123456789abcdef 23456789abcdef01 456789abcdef0123  key
                        0000000000000000  IV
                        a826fd8ce53b855f cce21c8112256fe6 68d5c05dd9b6b900  ciphertext
                        5468652071756663 c3069ffe8a4ceb7f aa8d64a178500296  plaintext
                        """),
                Arguments.of("Eric Young", Encryption.BLOWFISH_CBC, """
                        0123456789abcdeff0e1d2c3b4a59687  key
                        fedcba9876543210  IV
                        6b77b4d63006dee605b156e274039793 58deb9e7154616d959f1652bd5ff92cc  ciphertext
                        37363534333231204e6f772069732074 68652074696d6520666f722000000000  plaintext
                        """),
                Arguments.of("RFC 2144 B.1", Encryption.CAST_CBC, """
                        0123456712345678234567893456789a  key
                        0000000000000000  IV
                        238b4fe5847e44b2  ciphertext
                        0123456789abcdef  plaintext
                        """),
                Arguments.of("RFC 3713 appendix A, 128", Encryption.CAMELLIA_CBC, """
                        0123456789abcdeffedcba9876543210  key
                        00000000000000000000000000000000  IV
                        67673138549669730857065648eabe43  ciphertext
                        0123456789abcdeffedcba9876543210  plaintext
                        """),
                Arguments.of("RFC 3713 appendix A, 192", Encryption.CAMELLIA_CBC, """
                        0123456789abcdeffedcba9876543210 0011223344556677  key
                        00000000000000000000000000000000  IV
                        b4993401b3e996f84ee5cee7d79b09b9  ciphertext
                        0123456789abcdeffedcba9876543210  plaintext
                        """),
                Arguments.of("RFC 3713 appendix A, 256", Encryption.CAMELLIA_CBC, """
                        0123456789abcdeffedcba9876543210 00112233445566778899aabbccddeeff  key
                        00000000000000000000000000000000  IV
                        9acc237dff16d76c20ef7c919e3a7509  ciphertext
                        0123456789abcdeffedcba9876543210  plaintext
                        """),
                Arguments.of("Twofish, ecb_ival, 128", Encryption.TWOFISH_CBC, """
                        bca724a54533c6987e14aa827952f921  key
                        00000000000000000000000000000000  IV
                        5d9d4eeffa9151575524f115815a12e0  ciphertext
                        6b459286f3ffd28d49f15b1581b08e42  plaintext
                        """),
                Arguments.of("Twofish paper appendix A.1, 192", Encryption.TWOFISH_CBC, """
                        0123456789abcdeffedcba9876543210 0011223344556677  key
                        00000000000000000000000000000000  IV
                        cfd1d2e5a9be9cdf501f13b892bd2248  ciphertext
                        00000000000000000000000000000000  plaintext
                        """),
                Arguments.of("Twofish, ecb_ival, 256", Encryption.TWOFISH_CBC, """
                        248a7f3528b168acfdd1386e3f51e30c 2e2158bc3e5fc714c1eeeca0ea696d48  key
                        00000000000000000000000000000000  IV
                        37fe26ff1cf66175f5ddf4c33b97a205  ciphertext
                        431058f4dbc7f734da4f02f04cc4f459  plaintext
                        """),
                Arguments.of("NESSIE, Serpent, set 8 vector 0", Encryption.SERPENT_CBC, """
                        000102030405060708090a0b0c0d0e0f  key
                        00000000000000000000000000000000  IV
                        00112233445566778899aabbccddeeff  ciphertext
                        33b3dc87eddd9b0f6a1f407d14919365  plaintext
                        """),
                Arguments.of("NESSIE, Serpent, set 1 vector 0, 192", Encryption.SERPENT_CBC, """
                        80000000000000000000000000000000 0000000000000000  key
                        00000000000000000000000000000000  IV
                        9e274ead9b737bb21efcfca548602689  ciphertext
                        00000000000000000000000000000000  plaintext
                        """),
                Arguments.of("NESSIE, Serpent, set 8 vector 0, 256", Encryption.SERPENT_CBC, """
                        000102030405060708090a0b0c0d0e0f 101112131415161718191a1b1c1d1e1f  key
                        00000000000000000000000000000000  IV
                        00112233445566778899aabbccddeeff  ciphertext
                        3da46ffa6f4d6f30cd258333e5a61369  plaintext
                        """));
    }
}
