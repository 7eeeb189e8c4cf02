package io.github.espial.ike;

import io.github.espial.ike.Algorithm.Kind;
import java.util.Map;

/** Names of algorithms by the numbers of IKE version 2 (IANA "IKEv2 Parameters") and 1 (RFC 2409, RFC 2407). */
final class AlgorithmNames {
    /** Version 2, type 1; numbers up to 20 are those of ESP in version 1 too. */
    private static final Map<Integer, String> ENCRYPTIONS = Map.ofEntries(
            Map.entry(1, "DES-IV64"),
            Map.entry(2, "DES-CBC"),
            Map.entry(3, "3DES-CBC"),
            Map.entry(4, "RC5"),
            Map.entry(5, "IDEA"),
            Map.entry(6, "CAST-CBC"),
            Map.entry(7, "Blowfish-CBC"),
            Map.entry(8, "3IDEA"),
            Map.entry(9, "DES-IV32"),
            Map.entry(11, "NULL"),
            Map.entry(12, "AES-CBC"),
            Map.entry(13, "AES-CTR"),
            Map.entry(14, "AES-CCM-8"),
            Map.entry(15, "AES-CCM-12"),
            Map.entry(16, "AES-CCM-16"),
            Map.entry(18, "AES-GCM-8"),
            Map.entry(19, "AES-GCM-12"),
            Map.entry(20, "AES-GCM-16"),
            Map.entry(21, "AES-GMAC"),
            Map.entry(23, "Camellia-CBC"),
            Map.entry(24, "Camellia-CTR"),
            Map.entry(28, "ChaCha20-Poly1305"));

    private static final Map<Integer, String> PSEUDO_RANDOMS = Map.of(
            1, "PRF-HMAC-MD5",
            2, "PRF-HMAC-SHA1",
            3, "PRF-HMAC-TIGER",
            4, "PRF-AES128-XCBC",
            5, "PRF-HMAC-SHA2-256",
            6, "PRF-HMAC-SHA2-384",
            7, "PRF-HMAC-SHA2-512",
            8, "PRF-AES128-CMAC");

    private static final Map<Integer, String> INTEGRITIES = Map.ofEntries(
            Map.entry(0, "no integrity"),
            Map.entry(1, "HMAC-MD5-96"),
            Map.entry(2, "HMAC-SHA1-96"),
            Map.entry(3, "DES-MAC"),
            Map.entry(4, "KPDK-MD5"),
            Map.entry(5, "AES-XCBC-96"),
            Map.entry(6, "HMAC-MD5-128"),
            Map.entry(7, "HMAC-SHA1-160"),
            Map.entry(8, "AES-CMAC-96"),
            Map.entry(12, "HMAC-SHA2-256-128"),
            Map.entry(13, "HMAC-SHA2-384-192"),
            Map.entry(14, "HMAC-SHA2-512-256"));

    private static final Map<Integer, String> GROUPS = Map.ofEntries(
            Map.entry(0, "no group"),
            Map.entry(1, "MODP-768"),
            Map.entry(2, "MODP-1024"),
            Map.entry(5, "MODP-1536"),
            Map.entry(14, "MODP-2048"),
            Map.entry(15, "MODP-3072"),
            Map.entry(16, "MODP-4096"),
            Map.entry(17, "MODP-6144"),
            Map.entry(18, "MODP-8192"),
            Map.entry(19, "ECP-256"),
            Map.entry(20, "ECP-384"),
            Map.entry(21, "ECP-521"),
            Map.entry(22, "MODP-1024-160"),
            Map.entry(23, "MODP-2048-224"),
            Map.entry(24, "MODP-2048-256"),
            Map.entry(25, "ECP-192"),
            Map.entry(26, "ECP-224"),
            Map.entry(27, "brainpool-224"),
            Map.entry(28, "brainpool-256"),
            Map.entry(29, "brainpool-384"),
            Map.entry(30, "brainpool-512"),
            Map.entry(31, "Curve25519"),
            Map.entry(32, "Curve448"));

    /** Phase 1 of version 1 (RFC 2409 appendix A). */
    private static final Map<Integer, String> PHASE1_ENCRYPTIONS = Map.of(
            1, "DES-CBC",
            2, "IDEA-CBC",
            3, "Blowfish-CBC",
            4, "RC5-CBC",
            5, "3DES-CBC",
            6, "CAST-CBC",
            7, "AES-CBC",
            8, "Camellia-CBC");

    private static final Map<Integer, String> HASHES = Map.of(
            1, "MD5",
            2, "SHA1",
            3, "TIGER",
            4, "SHA2-256",
            5, "SHA2-384",
            6, "SHA2-512");

    private static final Map<Integer, String> AUTHENTICATIONS = Map.of(
            1, "pre-shared key",
            2, "DSS signatures",
            3, "RSA signatures",
            4, "RSA encryption",
            5, "revised RSA encryption",
            64221, "hybrid, RSA signatures",
            65001, "pre-shared key and XAUTH",
            65005, "RSA signatures and XAUTH");

    /** ESP transform ids of version 1 (RFC 2407 §4.4.4) beyond those that both versions share. */
    private static final Map<Integer, String> VERSION1_ESP = Map.of(22, "Camellia-CBC", 23, "AES-GMAC");

    /** Attribute "authentication algorithm" of version 1 (RFC 2407 §4.5). */
    private static final Map<Integer, String> VERSION1_INTEGRITIES = Map.of(
            1, "HMAC-MD5-96",
            2, "HMAC-SHA1-96",
            3, "DES-MAC",
            4, "KPDK",
            5, "HMAC-SHA2-256-128",
            6, "HMAC-SHA2-384-192",
            7, "HMAC-SHA2-512-256",
            8, "HMAC-RIPEMD-160-96",
            9, "AES-XCBC-96");

    private static final int LAST_SHARED = 20;

    private AlgorithmNames() {}

    /** A transform of version 2 (RFC 7296 §3.3.2). */
    static Algorithm ofVersion2(int type, int id, int keyBits) {
        return switch (type) {
            case 1 -> algorithm(Kind.ENCRYPTION, id, keyBits, ENCRYPTIONS, "cipher");
            case 2 -> algorithm(Kind.PSEUDO_RANDOM, id, keyBits, PSEUDO_RANDOMS, "PRF");
            case 3 -> algorithm(Kind.INTEGRITY, id, keyBits, INTEGRITIES, "integrity");
            case 4 -> group(id);
            case 5 ->
                new Algorithm(
                        Kind.SEQUENCE_NUMBERS, id, 0, id == 1 ? "64-bit sequence numbers" : "32-bit sequence numbers");
            default -> new Algorithm(Kind.OTHER, id, keyBits, "transform " + type + "/" + id);
        };
    }

    static Algorithm phase1Encryption(int id, int keyBits) {
        return algorithm(Kind.ENCRYPTION, id, keyBits, PHASE1_ENCRYPTIONS, "cipher");
    }

    static Algorithm hash(int id) {
        return algorithm(Kind.HASH, id, 0, HASHES, "hash");
    }

    static Algorithm authentication(int id) {
        return algorithm(Kind.AUTHENTICATION, id, 0, AUTHENTICATIONS, "authentication");
    }

    static Algorithm group(int id) {
        return algorithm(Kind.GROUP, id, 0, GROUPS, "group");
    }

    /** The cipher of an ESP SA of version 1. */
    static Algorithm espEncryption(int id, int keyBits) {
        return algorithm(Kind.ENCRYPTION, id, keyBits, id > LAST_SHARED ? VERSION1_ESP : ENCRYPTIONS, "cipher");
    }

    static Algorithm version1Integrity(int id) {
        return algorithm(Kind.INTEGRITY, id, 0, VERSION1_INTEGRITIES, "integrity");
    }

    private static Algorithm algorithm(Kind kind, int id, int keyBits, Map<Integer, String> names, String what) {
        String name = names.getOrDefault(id, what + " " + id);
        return new Algorithm(kind, id, keyBits, keyBits == 0 ? name : name + "-" + keyBits);
    }
}
