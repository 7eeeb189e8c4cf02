package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.util.Optional;

/**
 * How an SA protects its packets, with the keys as far as they are known.
 *
 * @param transform empty when the algorithms have names that Espial does not know
 * @param encryptionKey with the salt of the nonce at its end, where the algorithm has one
 * @param integrityKey empty when unknown, and for combined algorithms
 */
public record Protection(
        Optional<Transform> transform, Secret encryptionKey, Secret integrityKey, SequenceNumbering sequenceNumbering) {
    /** Algorithms that Espial knows, sequence numbers of unknown width. */
    public static Protection of(Transform transform, Secret encryptionKey, Secret integrityKey) {
        return new Protection(Optional.of(transform), encryptionKey, integrityKey, SequenceNumbering.UNKNOWN);
    }

    /** Packets that can be read without a key: {@code layout} was found by {@link ClearSearch}. */
    public static Protection none(Layout layout) {
        Transform transform = layout.ivLength() > 0
                ? Transform.combined(Encryption.AES_GMAC, layout.icvLength())
                : new Transform(Encryption.NULL, Integrity.UNCHECKED, layout.icvLength());
        return of(transform, Secret.NONE, Secret.NONE);
    }
}
