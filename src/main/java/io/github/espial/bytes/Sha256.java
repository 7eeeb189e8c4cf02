package io.github.espial.bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
    private Sha256() {}

    /** A new digest; every Java platform is required to have it. */
    public static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("a Java platform without SHA-256", e);
        }
    }

    /** The 32 octets of the digest of {@code text} in UTF-8. */
    public static byte[] of(String text) {
        return create().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
