package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an integrity algorithm of ESP computes over any octets, in full. */
public final class KeyedHash {
    private KeyedHash() {}

    /**
     * The hash of {@code text}, of {@link Integrity#longestIcvLength()} octets.
     *
     * @param algorithm one that has a key of its own
     * @param key not empty, and of a length that the algorithm allows
     */
    public static byte[] of(Integrity algorithm, Secret key, byte[] text) {
        try {
            if (algorithm == Integrity.AES_XCBC) {
                return new XcbcCheck(algorithm, key).mac(text);
            }
            Mac mac = Jca.mac(algorithm.algorithm());
            mac.init(new SecretKeySpec(key.octets(), algorithm.algorithm()));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no provider computes " + algorithm, e);
        }
    }
}
