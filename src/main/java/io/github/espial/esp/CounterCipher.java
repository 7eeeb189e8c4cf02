package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode: the counter is salt, IV, and 32 bits from 1 on (RFC 3686 §4). */
final class CounterCipher implements PacketCipher {
    private final Encryption encryption;
    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] counter = new byte[16];

    CounterCipher(Encryption encryption, Secret keyAndSalt) throws GeneralSecurityException {
        this.encryption = encryption;
        int keyLength = keyAndSalt.length() - encryption.saltLength();
        cipher = Jca.cipher(encryption.transformation());
        key = new SecretKeySpec(keyAndSalt.copy(0, keyLength), Jca.keyAlgorithm(encryption.transformation()));
        System.arraycopy(keyAndSalt.copy(keyLength, keyAndSalt.length()), 0, counter, 0, encryption.saltLength());
        counter[counter.length - 1] = 1;
    }

    @Override
    public void decrypt(SealedPacket packet) {
        int start = SealedPacket.ciphertextStart(encryption.ivLength());
        System.arraycopy(
                packet.octets, start - encryption.ivLength(), counter, encryption.saltLength(), encryption.ivLength());
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
            cipher.doFinal(packet.octets, start, packet.icvStart() - start, packet.plain, start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stream was not decrypted", e);
        }
    }
}
