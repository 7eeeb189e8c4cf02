package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts single messages, as IKE has them, with the ciphers of ESP: it uses these in the same way (RFC 7296 §3.14, RFC
 * 5282, RFC 5930, RFC 7634). Not thread-safe.
 */
public final class MessageCipher {
    private static final int COUNTER_LENGTH = 16;

    private final Encryption encryption;
    private final byte[] key;
    private final byte[] salt;

    private MessageCipher(Encryption encryption, Secret keyAndSalt) {
        int keyLength = keyAndSalt.length() - encryption.saltLength();
        this.encryption = encryption;
        this.key = keyAndSalt.copy(0, keyLength);
        this.salt = keyAndSalt.copy(keyLength, keyAndSalt.length());
    }

    /** The cipher with a key; empty where the key does not have one of its lengths. */
    public static Optional<MessageCipher> of(Encryption encryption, Secret keyAndSalt) {
        return encryption.allowsKeyLength(keyAndSalt.length())
                ? Optional.of(new MessageCipher(encryption, keyAndSalt))
                : Optional.empty();
    }

    /**
     * The decrypted octets; empty where the ICV of a combined cipher does not hold, or the octets are not whole blocks.
     *
     * @param iv as many octets as the cipher's IV has
     * @param associated what a combined cipher authenticates besides; others do not look at it
     * @param text the encrypted octets, and behind them the ICV of a combined cipher
     * @param icvLength octets of that ICV; 0 for other ciphers
     */
    public Optional<byte[]> open(byte[] iv, byte[] associated, byte[] text, int icvLength) {
        if (iv.length != encryption.ivLength()
                || text.length < icvLength
                || (text.length - icvLength) % encryption.blockLength() != 0) {
            return Optional.empty();
        }
        try {
            return switch (encryption.operation()) {
                case CLEAR -> Optional.of(text.clone());
                case CHAINED -> Optional.of(started(new IvParameterSpec(iv)).doFinal(text));
                case COUNTER ->
                    Optional.of(started(new IvParameterSpec(counter(iv))).doFinal(text));
                case COMBINED -> Optional.of(combined(iv, associated, text, icvLength));
                case AUTHENTICATED -> Optional.empty();
            };
        } catch (AEADBadTagException mismatch) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(encryption + " did not take a message", e);
        }
    }

    private Cipher started(IvParameterSpec iv) throws GeneralSecurityException {
        Cipher cipher = Jca.cipher(encryption.transformation());
        cipher.init(Cipher.DECRYPT_MODE, secret(), iv);
        return cipher;
    }

    private byte[] combined(byte[] iv, byte[] associated, byte[] text, int icvLength) throws GeneralSecurityException {
        byte[] nonce = joined(salt, iv);
        Cipher cipher = icvLength < AeadSeal.SHORTEST_ICV_OF_JDK
                ? Jca.lentCipher(encryption.transformation())
                : Jca.cipher(encryption.transformation());
        if (encryption == Encryption.CHACHA20_POLY1305) {
            cipher.init(Cipher.DECRYPT_MODE, secret(), new IvParameterSpec(nonce));
        } else {
            cipher.init(Cipher.DECRYPT_MODE, secret(), new GCMParameterSpec(icvLength * Byte.SIZE, nonce));
        }
        cipher.updateAAD(associated);
        return cipher.doFinal(text);
    }

    /** Nonce, IV, and a count that begins at 1 (RFC 3686 §4). */
    private byte[] counter(byte[] iv) {
        byte[] counter = Arrays.copyOf(joined(salt, iv), COUNTER_LENGTH);
        counter[COUNTER_LENGTH - 1] = 1;
        return counter;
    }

    private SecretKeySpec secret() {
        return new SecretKeySpec(key, Jca.keyAlgorithm(encryption.transformation()));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
