package io.github.espial.dist;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hands on what is written to it, and knows the SHA-256 of that. */
final class DigestOutput extends DigestOutputStream {
    DigestOutput(OutputStream target) {
        super(target, sha256());
    }

    /** Of all that was written; once. */
    Digest digest() {
        return Digest.of(getMessageDigest().digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
