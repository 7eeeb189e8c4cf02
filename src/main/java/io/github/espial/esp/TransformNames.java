package io.github.espial.esp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names and numbers that others have for the algorithms of ESP: Linux ({@code ip xfrm state}), {@code setkey},
 * Wireshark, strongSwan, libreswan, and IKE.
 *
 * <p>Names are compared by their letters and digits alone, in lower case, without what stands in brackets.
 */
public final class TransformNames {
    /** An algorithm under one name; {@code icvLength} as far as the name tells it, otherwise 0. */
    private record Named<A>(A algorithm, int icvLength) {}

    /** What users of long tables write beside an RFC. */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^]]*]?");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");
    private static final Pattern KEY_BITS = Pattern.compile("(?<=^(aes|camellia|twofish|serpent|blowfish|cast)"
            + ")(128|192|256|448)|(?<=[a-z0-9])(128|160|192|256|288|448)$");

    private static final Map<String, Named<Encryption>> ENCRYPTIONS = new HashMap<>();
    private static final Map<String, Named<Integrity>> INTEGRITIES = new HashMap<>();

    /** By transform id of type 1 (RFC 7296 §3.3.2, IANA "Internet Key Exchange Version 2 Parameters"). */
    private static final Map<Integer, Named<Encryption>> IKEV2_ENCRYPTIONS = Map.ofEntries(
            Map.entry(2, new Named<>(Encryption.DES_CBC, 0)),
            Map.entry(3, new Named<>(Encryption.TRIPLE_DES_CBC, 0)),
            Map.entry(6, new Named<>(Encryption.CAST_CBC, 0)),
            Map.entry(7, new Named<>(Encryption.BLOWFISH_CBC, 0)),
            Map.entry(11, new Named<>(Encryption.NULL, 0)),
            Map.entry(12, new Named<>(Encryption.AES_CBC, 0)),
            Map.entry(13, new Named<>(Encryption.AES_CTR, 0)),
            Map.entry(14, new Named<>(Encryption.AES_CCM, 8)),
            Map.entry(15, new Named<>(Encryption.AES_CCM, 12)),
            Map.entry(16, new Named<>(Encryption.AES_CCM, 16)),
            Map.entry(18, new Named<>(Encryption.AES_GCM, 8)),
            Map.entry(19, new Named<>(Encryption.AES_GCM, 12)),
            Map.entry(20, new Named<>(Encryption.AES_GCM, 16)),
            Map.entry(21, new Named<>(Encryption.AES_GMAC, 16)),
            Map.entry(23, new Named<>(Encryption.CAMELLIA_CBC, 0)),
            Map.entry(28, new Named<>(Encryption.CHACHA20_POLY1305, 16)),
            // strongSwan's private use
            Map.entry(1024, new Named<>(Encryption.SERPENT_CBC, 0)),
            Map.entry(1025, new Named<>(Encryption.TWOFISH_CBC, 0)));

    /** By ESP transform id (RFC 2407 §4.4.4), where it differs from IKEv2. */
    private static final Map<Integer, Named<Encryption>> IKEV1_ENCRYPTIONS = Map.of(
            22, new Named<>(Encryption.CAMELLIA_CBC, 0),
            23, new Named<>(Encryption.AES_GMAC, 16),
            252, new Named<>(Encryption.SERPENT_CBC, 0),
            253, new Named<>(Encryption.TWOFISH_CBC, 0));

    /** By transform id of type 3 (RFC 7296 §3.3.2). */
    private static final Map<Integer, Named<Integrity>> IKEV2_INTEGRITIES = Map.ofEntries(
            Map.entry(0, new Named<>(Integrity.NONE, 0)),
            Map.entry(1, new Named<>(Integrity.HMAC_MD5, 12)),
            Map.entry(2, new Named<>(Integrity.HMAC_SHA1, 12)),
            Map.entry(5, new Named<>(Integrity.AES_XCBC, 12)),
            Map.entry(6, new Named<>(Integrity.HMAC_MD5, 16)),
            Map.entry(7, new Named<>(Integrity.HMAC_SHA1, 20)),
            Map.entry(8, new Named<>(Integrity.AES_CMAC, 12)),
            Map.entry(12, new Named<>(Integrity.HMAC_SHA2_256, 16)),
            Map.entry(13, new Named<>(Integrity.HMAC_SHA2_384, 24)),
            Map.entry(14, new Named<>(Integrity.HMAC_SHA2_512, 32)));

    /** By value of the attribute "authentication algorithm" (RFC 2407 §4.5, RFC 4868 §3). */
    private static final Map<Integer, Named<Integrity>> IKEV1_INTEGRITIES = Map.of(
            0, new Named<>(Integrity.NONE, 0),
            1, new Named<>(Integrity.HMAC_MD5, 12),
            2, new Named<>(Integrity.HMAC_SHA1, 12),
            5, new Named<>(Integrity.HMAC_SHA2_256, 16),
            6, new Named<>(Integrity.HMAC_SHA2_384, 24),
            7, new Named<>(Integrity.HMAC_SHA2_512, 32),
            8, new Named<>(Integrity.HMAC_RIPEMD_160, 12),
            9, new Named<>(Integrity.AES_XCBC, 12));

    static {
        name(Encryption.NULL, 0, "NULL", "cipher_null", "ecb(cipher_null)", "none");
        name(Encryption.DES_CBC, 0, "DES", "DES-CBC", "cbc(des)");
        name(Encryption.TRIPLE_DES_CBC, 0, "3DES", "3DES-CBC", "TripleDES-CBC", "des3_ede", "cbc(des3_ede)");
        name(Encryption.BLOWFISH_CBC, 0, "BLOWFISH", "BLOWFISH-CBC", "cbc(blowfish)");
        name(Encryption.CAST_CBC, 0, "CAST", "CAST-CBC", "CAST5", "CAST5-CBC", "CAST128", "CAST128-CBC", "cbc(cast5)");
        name(Encryption.AES_CBC, 0, "AES", "AES-CBC", "cbc(aes)", "rijndael", "rijndael-cbc");
        name(Encryption.CAMELLIA_CBC, 0, "CAMELLIA", "CAMELLIA-CBC", "cbc(camellia)");
        name(Encryption.TWOFISH_CBC, 0, "TWOFISH", "TWOFISH-CBC", "cbc(twofish)");
        name(Encryption.SERPENT_CBC, 0, "SERPENT", "SERPENT-CBC", "cbc(serpent)");
        name(Encryption.AES_CTR, 0, "AES-CTR", "rfc3686(ctr(aes))", "ctr(aes)");
        name(Encryption.AES_GCM, 0, "AES-GCM", "rfc4106(gcm(aes))");
        name(Encryption.AES_CCM, 0, "AES-CCM", "rfc4309(ccm(aes))");
        for (int octets : List.of(8, 12, 16)) {
            int bits = octets * Byte.SIZE;
            String wireshark = " with " + octets + " octet ICV";
            name(Encryption.AES_GCM, octets, "AES-GCM-" + octets, "AES-GCM-" + bits, "AES-GCM" + wireshark);
            name(Encryption.AES_CCM, octets, "AES-CCM-" + octets, "AES-CCM-" + bits, "AES-CCM" + wireshark);
        }
        name(Encryption.AES_GMAC, 16, "AES-GMAC", "NULL-AES-GMAC", "NULL_AUTH_AES_GMAC", "rfc4543(gcm(aes))");
        name(
                Encryption.CHACHA20_POLY1305,
                16,
                "CHACHA20-POLY1305",
                "ChaCha20 with Poly1305",
                "rfc7539esp(chacha20,poly1305)");

        name(Integrity.NONE, 0, "", "NONE", "NULL", "non-auth", "digest_null");
        name(Integrity.HMAC_MD5, 12, "MD5", "MD5-96", "HMAC-MD5", "HMAC-MD5-96");
        name(Integrity.HMAC_MD5, 16, "MD5-128", "HMAC-MD5-128");
        name(Integrity.HMAC_SHA1, 12, "SHA", "SHA1", "HMAC-SHA", "HMAC-SHA1", "HMAC-SHA1-96", "HMAC-SHA-1-96");
        name(Integrity.HMAC_SHA1, 20, "SHA1-160", "HMAC-SHA1-160");
        name(
                Integrity.HMAC_RIPEMD_160,
                12,
                "hmac(rmd160)",
                "HMAC-RIPEMD160",
                "RIPEMD160",
                "HMAC-RIPEMD-160-96",
                "MAC-RIPEMD-160-96");
        sha2(Integrity.HMAC_SHA2_256, 256);
        sha2(Integrity.HMAC_SHA2_384, 384);
        sha2(Integrity.HMAC_SHA2_512, 512);
        name(Integrity.HMAC_SHA2_256, 12, "SHA256-96", "HMAC-SHA256-96", "HMAC-SHA-256-96", "HMAC-SHA2-256-96");
        name(Integrity.AES_XCBC, 12, "AES-XCBC", "AESXCBC", "AES-XCBC-96", "AES-XCBC-MAC", "xcbc(aes)");
        name(Integrity.AES_CMAC, 12, "AES-CMAC", "AESCMAC", "AES-CMAC-96", "cmac(aes)");
        for (int bits : List.of(64, 96, 128, 160, 192, 256)) {
            name(Integrity.UNCHECKED, bits / Byte.SIZE, "ANY " + bits + " bit authentication [no checking]");
        }
    }

    private TransformNames() {}

    /**
     * The transform of an encryption and an integrity algorithm; empty when either is unknown.
     *
     * @param integrity may be empty: none, or part of the encryption
     */
    public static Optional<Transform> named(String encryption, String integrity) {
        return transform(
                Optional.ofNullable(find(ENCRYPTIONS, encryption)), Optional.ofNullable(find(INTEGRITIES, integrity)));
    }

    /** The transform of IKEv2 transform ids; integrity 0 for none, or as part of the encryption. */
    public static Optional<Transform> ofIkev2(int encryption, int integrity) {
        return transform(
                Optional.ofNullable(IKEV2_ENCRYPTIONS.get(encryption)),
                Optional.ofNullable(IKEV2_INTEGRITIES.get(integrity)));
    }

    /** The transform of an IKEv1 ESP transform id and authentication algorithm, 0 for none. */
    public static Optional<Transform> ofIkev1(int encryption, int integrity) {
        Named<Encryption> common =
                encryption > 20 ? null : IKEV2_ENCRYPTIONS.get(encryption); // the lists part after AES-GCM
        return transform(
                Optional.ofNullable(IKEV1_ENCRYPTIONS.get(encryption)).or(() -> Optional.ofNullable(common)),
                Optional.ofNullable(IKEV1_INTEGRITIES.get(integrity)));
    }

    private static Optional<Transform> transform(
            Optional<Named<Encryption>> encryption, Optional<Named<Integrity>> integrity) {
        return encryption.flatMap(cipher -> integrity.map(check -> transform(cipher, check)));
    }

    private static Transform transform(Named<Encryption> encryption, Named<Integrity> integrity) {
        if (!encryption.algorithm().isCombined()) {
            return new Transform(encryption.algorithm(), integrity.algorithm(), integrity.icvLength());
        }
        // Wireshark's older tables give the ICV length of AES-GCM as an integrity algorithm of its own.
        boolean stated = encryption.icvLength() == 0 && isIcvOfCombined(integrity.icvLength());
        int icvLength = stated ? integrity.icvLength() : encryption.icvLength();
        return Transform.combined(
                encryption.algorithm(), icvLength == 0 ? Integrity.COMBINED.usualIcvLength() : icvLength);
    }

    private static boolean isIcvOfCombined(int octets) {
        return octets == 8 || octets == 12 || octets == 16;
    }

    private static <A> @Nullable Named<A> find(Map<String, Named<A>> names, String name) {
        String plain = plain(name);
        Named<A> exact = names.get(plain);
        return exact != null ? exact : names.get(KEY_BITS.matcher(plain).replaceAll(""));
    }

    private static void sha2(Integrity integrity, int bits) {
        int octets = integrity.usualIcvLength();
        for (String family : List.of("SHA", "SHA2-", "HMAC-SHA", "HMAC-SHA2-")) {
            name(integrity, octets, family + bits, family + bits + "-" + octets * Byte.SIZE);
        }
    }

    private static void name(Encryption encryption, int icvLength, String... names) {
        for (String name : names) {
            ENCRYPTIONS.put(plain(name), new Named<>(encryption, icvLength));
        }
    }

    private static void name(Integrity integrity, int icvLength, String... names) {
        for (String name : names) {
            INTEGRITIES.put(plain(name), new Named<>(integrity, icvLength));
        }
    }

    private static String plain(String name) {
        String lower = IN_BRACKETS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(lower).replaceAll("");
    }
}
