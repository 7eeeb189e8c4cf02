package io.github.espial.correlate;

import io.github.espial.esp.Encryption;
import io.github.espial.esp.Integrity;
import io.github.espial.esp.OpeningMode;
import io.github.espial.esp.Protection;
import io.github.espial.esp.Transform;

/** One way to open the packets of an SA: with a key, or taking them for unencrypted. */
record OpeningMethod(Protection protection, OpeningMode mode) {
    Match match() {
        return protection
                        .transform()
                        .map(Transform::encryption)
                        .filter(cipher -> cipher == Encryption.NULL || cipher == Encryption.AES_GMAC)
                        .isPresent()
                ? Match.PLAIN
                : Match.DECRYPTED;
    }

    /** Such as {@code AES-CBC, HMAC-SHA1-96}; never a key. */
    String cipher() {
        return protection.transform().map(OpeningMethod::name).orElse("unknown");
    }

    private static String name(Transform transform) {
        return transform.integrity() == Integrity.UNCHECKED
                ? transform.encryption() + ", ICV of " + transform.icvLength() * Byte.SIZE + " bits"
                : transform.toString();
    }
}
