package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cbc(aes)                           | hmac(sha1)                               | AES-CBC, HMAC-SHA1-96
            cbc(des3_ede)                      | hmac(md5)                                | 3DES-CBC, HMAC-MD5-96
            ecb(cipher_null)                   | hmac(sha256)                             | NULL, HMAC-SHA2-256-128
            cbc(cast5)                         | xcbc(aes)                                | CAST-CBC, AES-XCBC-96
            rfc3686(ctr(aes))                  | cmac(aes)                                | AES-CTR, AES-CMAC-96
            rfc4106(gcm(aes))                  | ""                                       | AES-GCM-16
            rfc4543(gcm(aes))                  | ""                                       | AES-GMAC-16
            rfc7539esp(chacha20,poly1305)      | ""                                       | ChaCha20-Poly1305
            rijndael-cbc                       | hmac-sha2-512                            | AES-CBC, HMAC-SHA2-512-256
            AES-CBC [RFC3602]                  | HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00] | AES-CBC, HMAC-SHA2-256-96
            TripleDES-CBC [RFC2451]            | HMAC-SHA-1-96 [RFC2404]                  | 3DES-CBC, HMAC-SHA1-96
            AES-GCM with 8 octet ICV [RFC4106] | NULL                                     | AES-GCM-8
            AES-GCM [RFC4106]                  | ANY 96 bit authentication [no checking]  | AES-GCM-12
            BLOWFISH-CBC [RFC2451]             | ANY 128 bit authentication [no checking] | Blowfish-CBC, unchecked-128
            AES_GCM_16_256                     | NONE                                     | AES-GCM-16
            AES_CBC_128                        | HMAC_SHA2_384_192                        | AES-CBC, HMAC-SHA2-384-192
            aes256ccm12                        | ""                                       | AES-CCM-12
            camellia192                        | sha512                                   | Camellia-CBC, HMAC-SHA2-512-256
            """)
    void knowsTheNamesOfOthers(String encryption, String integrity, String expected) {
        assertThat(TransformNames.named(encryption, integrity).orElseThrow()).hasToString(expected);
    }

    @Test
    void knowsTheNumbersOfIke() {
        assertThat(TransformNames.ofIkev2(19, 0).orElseThrow()).hasToString("AES-GCM-12");
        assertThat(TransformNames.ofIkev2(12, 12).orElseThrow()).hasToString("AES-CBC, HMAC-SHA2-256-128");
        assertThat(TransformNames.ofIkev2(28, 0).orElseThrow()).hasToString("ChaCha20-Poly1305");
        assertThat(TransformNames.ofIkev1(3, 2).orElseThrow()).hasToString("3DES-CBC, HMAC-SHA1-96");
        assertThat(TransformNames.ofIkev1(23, 0).orElseThrow()).hasToString("AES-GMAC-16");
    }

    @Test
    void doesNotGuess() {
        assertThat(TransformNames.named("cbc(aria)", "hmac(sha1)")).isEmpty();
        assertThat(TransformNames.named("cbc(aes)", "hmac(sm3)")).isEmpty();
        assertThat(TransformNames.ofIkev2(24, 0)).isEmpty();
        assertThat(TransformNames.ofIkev1(28, 0)).isEmpty();
    }
}
