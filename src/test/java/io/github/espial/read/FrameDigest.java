package io.github.espial.read;

import io.github.espial.capture.ReadFrame;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of a frame's octets, hexadecimal. */
final class FrameDigest {
    private FrameDigest() {}

    static String sha256(ReadFrame frame) {
        return digest("SHA-256", HexFormat.of().parseHex(frame.octets()));
    }

    static String digest(String algorithm, byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
