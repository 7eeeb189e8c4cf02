package io.github.espial.ike;

import io.github.espial.context.Secret;
import io.github.espial.esp.Integrity;
import io.github.espial.esp.KeyedHash;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Functions that derive keys, by their number in version 2 (transform type 2). */
enum PseudoRandom {
    HMAC_MD5(1, Integrity.HMAC_MD5),
    HMAC_SHA1(2, Integrity.HMAC_SHA1),
    /** With keys of any length (RFC 4434). */
    AES128_XCBC(4, Integrity.AES_XCBC),
    HMAC_SHA2_256(5, Integrity.HMAC_SHA2_256),
    HMAC_SHA2_384(6, Integrity.HMAC_SHA2_384),
    HMAC_SHA2_512(7, Integrity.HMAC_SHA2_512),
    /** With keys of any length (RFC 4615). */
    AES128_CMAC(8, Integrity.AES_CMAC);

    private static final String PREFIX = "PRF";
    private static final int AES_KEY_LENGTH = 16;

    private final int id;
    private final Integrity algorithm;

    PseudoRandom(int id, Integrity algorithm) {
        this.id = id;
        this.algorithm = algorithm;
    }

    static Optional<PseudoRandom> ofId(int id) {
        return Arrays.stream(values()).filter(one -> one.id == id).findFirst();
    }

    /** By a name such as {@code PRF_HMAC_SHA2_256}. */
    static Optional<PseudoRandom> named(String name) {
        return Arrays.stream(values())
                .filter(one -> (PREFIX + "_" + one.name()).equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The function's value for {@code text}. */
    Chunk of(Secret key, Chunk text) {
        return Chunk.of(KeyedHash.of(algorithm, fitting(key), text.octets()));
    }

    /** Octets from as many values as they take, each numbered and of the one before: prf+ (RFC 7296 §2.13). */
    Secret expanded(Secret key, Chunk seed, int length) {
        Chunk all = Chunk.NONE;
        Chunk last = Chunk.NONE;
        for (int count = 1; all.length() < length; count++) {
            last = of(key, Chunk.joined(last, seed, Chunk.ofOctet(count)));
            all = Chunk.joined(all, last);
        }
        return Secret.of(all.first(length).octets());
    }

    /** The same without numbers, as version 1 has it (RFC 2409 §5.5). */
    Secret expandedOfVersion1(Secret key, Chunk seed, int length) {
        Chunk all = Chunk.NONE;
        Chunk last = Chunk.NONE;
        while (all.length() < length) {
            last = of(key, Chunk.joined(last, seed));
            all = Chunk.joined(all, last);
        }
        return Secret.of(all.first(length).octets());
    }

    /** A key of the one length that AES-128 takes; HMAC takes any. */
    private Secret fitting(Secret key) {
        if (this != AES128_XCBC && this != AES128_CMAC) {
            return key;
        }
        if (key.length() == AES_KEY_LENGTH) {
            return key;
        }
        if (this == AES128_XCBC && key.length() < AES_KEY_LENGTH) {
            return Secret.of(Arrays.copyOf(key.octets(), AES_KEY_LENGTH));
        }
        Secret zero = Secret.of(new byte[AES_KEY_LENGTH]);
        return Secret.of(KeyedHash.of(algorithm, zero, key.octets()));
    }
}
