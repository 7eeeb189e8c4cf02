package io.github.espial.ike;

/**
 * An algorithm that was offered or chosen.
 *
 * @param id as the IKE version numbers it
 * @param keyBits length of its key as stated; 0 where nothing is
 * @param name such as {@code AES-CBC-256}
 */
public record Algorithm(Kind kind, int id, int keyBits, String name) {
    /** What it is for. */
    public enum Kind {
        ENCRYPTION,
        /** Derives keys. */
        PSEUDO_RANDOM,
        INTEGRITY,
        /** Diffie-Hellman group, or another key exchange method. */
        GROUP,
        /** Whether sequence numbers have 64 bits; the id is 1 if so. */
        SEQUENCE_NUMBERS,
        /** Version 1: hash, which also derives keys. */
        HASH,
        /** Version 1: how the peers prove who they are. */
        AUTHENTICATION,
        /** Any other. */
        OTHER
    }

    @Override
    public String toString() {
        return name;
    }
}
