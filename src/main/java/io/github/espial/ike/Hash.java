package io.github.espial.ike;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Hashes of version 1 by their number (RFC 2409 appendix A, RFC 4868 §4). */
enum Hash {
    MD5(1, "MD5", PseudoRandom.HMAC_MD5),
    SHA1(2, "SHA-1", PseudoRandom.HMAC_SHA1),
    SHA2_256(4, "SHA-256", PseudoRandom.HMAC_SHA2_256),
    SHA2_384(5, "SHA-384", PseudoRandom.HMAC_SHA2_384),
    SHA2_512(6, "SHA-512", PseudoRandom.HMAC_SHA2_512);

    private final int id;
    private final String algorithm;
    private final PseudoRandom pseudoRandom;

    Hash(int id, String algorithm, PseudoRandom pseudoRandom) {
        this.id = id;
        this.algorithm = algorithm;
        this.pseudoRandom = pseudoRandom;
    }

    static Optional<Hash> ofId(int id) {
        return Arrays.stream(values()).filter(hash -> hash.id == id).findFirst();
    }

    /** The function that derives keys where the peers agreed on this hash (RFC 2409 §4). */
    PseudoRandom pseudoRandom() {
        return pseudoRandom;
    }

    Chunk of(Chunk text) {
        try {
            return Chunk.of(MessageDigest.getInstance(algorithm).digest(text.octets()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
