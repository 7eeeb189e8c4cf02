package io.github.espial.dist;

import java.util.HexFormat;

/**
 * The digest that names something in an image (OCI Image Format, Digests).
 *
 * @param hex SHA-256, 64 lower-case digits
 */
record Digest(String hex) {
    static Digest of(byte[] sha256) {
        return new Digest(HexFormat.of().formatHex(sha256));
    }

    /** Where it lies in an image. */
    String blob() {
        return "blobs/sha256/" + hex;
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
