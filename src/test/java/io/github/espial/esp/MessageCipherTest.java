package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Secret;
import io.github.espial.wire.OctetText;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MessageCipherTest {
    /** RFC 3602 §4 case 1. */
    @Test
    void decryptsBlocksThatAreChained() {
        MessageCipher cipher = MessageCipher.of(Encryption.AES_CBC, Secret.ofHex("06a9214036b8a15b512e03d534120006"))
                .orElseThrow();
        byte[] iv = OctetText.octets("3dafba429d9eb430b422da802c9fac41");
        byte[] text = OctetText.octets("e353779c1079aeb82708942dbe77181a");

        assertThat(cipher.open(iv, new byte[0], text, 0))
                .hasValueSatisfying(plain -> assertThat(plain).asString().isEqualTo("Single block msg"));
        assertThat(cipher.open(iv, new byte[0], new byte[15], 0))
                .as("no whole block")
                .isEmpty();
        assertThat(cipher.open(new byte[8], new byte[0], text, 0)).as("no IV").isEmpty();
    }

    /** RFC 3686 §6 vector 1: key, then nonce. */
    @Test
    void decryptsAStreamFromACounter() {
        MessageCipher cipher = MessageCipher.of(
                        Encryption.AES_CTR, Secret.ofHex("ae6852f8121067cc4bf7a5765577f39e00000030"))
                .orElseThrow();

        assertThat(cipher.open(new byte[8], new byte[0], OctetText.octets("e4095d4fb7a7b3792d6175a3261311b8"), 0))
                .hasValueSatisfying(plain -> assertThat(plain).asString().isEqualTo("Single block msg"));
    }

    /** NIST's GCM test case 4, its nonce cut into salt and IV. */
    @Test
    void refusesWhatTheIcvDoesNotHoldFor() {
        String key = "feffe9928665731c6d6a8f9467308308" + "cafebabe";
        byte[] iv = OctetText.octets("facedbaddecaf888");
        byte[] associated = OctetText.octets("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] text = OctetText.octets("""
                42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e
                21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091
                5bc94fbc3221a5db94fae95ae7121a47
                """);
        MessageCipher cipher =
                MessageCipher.of(Encryption.AES_GCM, Secret.ofHex(key)).orElseThrow();

        assertThat(cipher.open(iv, associated, text, 16))
                .hasValueSatisfying(plain ->
                        assertThat(HexFormat.of().formatHex(plain)).startsWith("d9313225f88406e5a55909c5aff5269a"));
        text[3] ^= 1;
        assertThat(cipher.open(iv, associated, text, 16)).isEmpty();
        assertThat(cipher.open(iv, associated, new byte[4], 16)).isEmpty();
    }

    @Test
    void takesNoKeyOfAnotherLength() {
        assertThat(MessageCipher.of(Encryption.TRIPLE_DES_CBC, Secret.of(new byte[16])))
                .isEmpty();
        assertThat(MessageCipher.of(Encryption.AES_GCM, Secret.of(new byte[16])))
                .isEmpty();
    }
}
