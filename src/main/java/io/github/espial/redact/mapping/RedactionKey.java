package io.github.espial.redact.mapping;

import io.github.espial.bytes.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that all replacements are derived from. It is never shown. */
public final class RedactionKey {
    /** Octets of a file that may serve: who can guess them can undo the redaction. */
    public static final int FEWEST_OCTETS = 16;

    /** More is no key but some other file. */
    public static final int MOST_OCTETS = 4096;

    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;
    private final boolean isOfThisRun;

    private RedactionKey(byte[] secret, boolean isOfThisRun) {
        this.isOfThisRun = isOfThisRun;
        this.secret = secret;
    }

    /** A key that nobody has. */
    public static RedactionKey random() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new RedactionKey(secret, true);
    }

    /**
     * The key that a file holds; line breaks and spaces at its end, which editors add, do not count.
     *
     * @throws IllegalArgumentException where there are fewer than {@link #FEWEST_OCTETS} or more than {@link #MOST_OCTETS};
     *     the message does not show them
     */
    public static RedactionKey of(byte[] octets) {
        int length = octets.length;
        while (length > 0 && (octets[length - 1] == '\n' || octets[length - 1] == '\r' || octets[length - 1] == ' ')) {
            length--;
        }
        if (length < FEWEST_OCTETS || octets.length > MOST_OCTETS) {
            throw new IllegalArgumentException(
                    "a key has " + FEWEST_OCTETS + " to " + MOST_OCTETS + " octets, and there are " + octets.length);
        }
        MessageDigest digest = Sha256.create();
        digest.update(octets, 0, length);
        return new RedactionKey(digest.digest(), false);
    }

    /** Whether it was made for this run, and is gone after it. */
    public boolean isOfThisRun() {
        return isOfThisRun;
    }

    /** What tells this key from others, and nothing of it. */
    public String mark() {
        return HexFormat.of().formatHex(derived("mark"), 0, 16);
    }

    /** 32 octets for one purpose, which tell nothing of those for another. */
    byte[] derived(String purpose) {
        return hmac(secret).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** A keyed hash under 32 octets of {@link #derived}. */
    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedactionKey key && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    /** That it is one; never which. */
    @Override
    public String toString() {
        return "a redaction key";
    }
}
