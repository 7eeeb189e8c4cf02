package io.github.espial.correlate;

import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaMode;
import io.github.espial.context.Secret;
import io.github.espial.esp.OpeningMode;
import io.github.espial.esp.Protection;
import io.github.espial.esp.SequenceNumbering;
import io.github.espial.esp.Transform;
import io.github.espial.esp.TransformNames;
import java.util.Optional;

/** What an entry of a key file says of an SA, in the terms of ESP. */
final class Protections {
    /** What a file means that names no cipher for ESP. */
    private static final String NO_ENCRYPTION = "NULL";

    private Protections() {}

    /** How the SA protects its packets; without a transform where the file names algorithms that are not known. */
    static Protection of(SaKeyEntry entry) {
        String encryption = entry.encryption().map(KeyedAlgorithm::name).orElse(NO_ENCRYPTION);
        String integrity = entry.integrity().map(KeyedAlgorithm::name).orElse("");
        Optional<Transform> transform = TransformNames.named(encryption, integrity)
                .map(named ->
                        icvBits(entry, named).map(bits -> withIcv(named, bits)).orElse(named));
        SequenceNumbering numbering = entry.traits()
                .extendedSequenceNumbers()
                .map(extended -> extended ? SequenceNumbering.EXTENDED : SequenceNumbering.PLAIN)
                .orElse(SequenceNumbering.UNKNOWN);
        return new Protection(transform, key(entry.encryption()), key(entry.integrity()), numbering);
    }

    /** What it protects. */
    static OpeningMode mode(SaKeyEntry entry) {
        return entry.traits()
                .mode()
                .map(mode -> mode == SaMode.TUNNEL ? OpeningMode.TUNNEL : OpeningMode.TRANSPORT)
                .orElse(OpeningMode.UNKNOWN);
    }

    private static Secret key(Optional<KeyedAlgorithm> algorithm) {
        return algorithm.map(KeyedAlgorithm::key).orElse(Secret.NONE);
    }

    private static Optional<Integer> icvBits(SaKeyEntry entry, Transform transform) {
        Optional<KeyedAlgorithm> maker = transform.encryption().isCombined() ? entry.encryption() : entry.integrity();
        return maker.filter(algorithm -> algorithm.icvBits().isPresent())
                .map(algorithm -> algorithm.icvBits().getAsInt());
    }

    /** The transform with an ICV of {@code bits}; as it was where that cannot be. */
    private static Transform withIcv(Transform transform, int bits) {
        try {
            return transform.withIcvLength(bits / Byte.SIZE);
        } catch (IllegalArgumentException noSuchIcv) {
            return transform;
        }
    }
}
