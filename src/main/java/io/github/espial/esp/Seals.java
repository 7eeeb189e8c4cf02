package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Sets up the ciphers of an SA, or says why they cannot be. */
final class Seals {
    private Seals() {}

    /** Why {@code protection} opens nothing; empty when {@link #of} may be called. */
    static Optional<Refusal> obstacle(Protection protection) {
        if (protection.transform().isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_ALGORITHM);
        }
        Transform transform = protection.transform().get();
        Secret key = protection.encryptionKey();
        if (!isReadable(transform, key)) {
            if (key.isEmpty()) {
                return Optional.of(Refusal.KEY_MISSING);
            }
            if (!transform.encryption().allowsKeyLength(key.length())) {
                return Optional.of(Refusal.KEY_LENGTH_WRONG);
            }
        }
        Secret integrityKey = protection.integrityKey();
        return transform.integrity().isKeyed()
                        && !integrityKey.isEmpty()
                        && !transform.integrity().allowsKeyLength(integrityKey.length())
                ? Optional.of(Refusal.KEY_LENGTH_WRONG)
                : Optional.empty();
    }

    static Seal of(Transform transform, Protection protection) {
        Secret key = protection.encryptionKey();
        try {
            if (transform.encryption().isCombined()) {
                return key.isEmpty() ? new ClearSeal() : new AeadSeal(transform, key);
            }
            Optional<IcvCheck> check = check(transform.integrity(), protection.integrityKey());
            return new SeparateSeal(check, cipher(transform.encryption(), key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no provider sets up " + transform, e);
        }
    }

    /** Whether the octets are in the clear, so that no key is needed to read them. */
    private static boolean isReadable(Transform transform, Secret key) {
        return transform.encryption().operation() == Encryption.Operation.CLEAR
                || (transform.encryption().operation() == Encryption.Operation.AUTHENTICATED && key.isEmpty());
    }

    private static Optional<IcvCheck> check(Integrity integrity, Secret key) throws GeneralSecurityException {
        if (!integrity.isKeyed() || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                integrity == Integrity.AES_XCBC ? new XcbcCheck(integrity, key) : new MacCheck(integrity, key));
    }

    private static PacketCipher cipher(Encryption encryption, Secret key) throws GeneralSecurityException {
        return switch (encryption.operation()) {
            case CHAINED -> new ChainedCipher(encryption, key);
            case COUNTER -> new CounterCipher(encryption, key);
            default -> packet -> System.arraycopy(packet.octets, 0, packet.plain, 0, packet.icvStart());
        };
    }
}
