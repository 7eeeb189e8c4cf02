package io.github.espial.redact.mapping;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-128 of single blocks, which serves as a pseudo-random function: nothing is kept secret by it as a message would be, so
 * there is no mode. Not thread-safe.
 */
final class AesBlocks {
    /** Octets of a block. */
    static final int LENGTH = 16;

    private static final int KEY_LENGTH = 16;

    private final Cipher cipher;

    /** @param key of which the first 16 octets count */
    AesBlocks(byte[] key) {
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, KEY_LENGTH, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** Enciphers the first {@code count} blocks of {@code blocks} to {@code to}. */
    void encipher(byte[] blocks, int count, byte[] to) {
        try {
            cipher.update(blocks, 0, count * LENGTH, to, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks fit", e);
        }
    }
}
