package io.github.espial.esp;

import io.github.espial.context.Secret;
import io.github.espial.wire.EspView;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A block cipher in CBC mode (RFC 2451, RFC 3602).
 *
 * <p>In CBC each block but the first is decrypted with the one before it. So the IV goes through the cipher as if it were
 * the first block, what comes out for it is thrown away, and the cipher need not be set up anew for each packet.
 */
final class ChainedCipher implements PacketCipher {
    private final Cipher cipher;

    ChainedCipher(Encryption encryption, Secret key) throws GeneralSecurityException {
        cipher = Jca.cipher(encryption.transformation());
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key.copy(0, key.length()), Jca.keyAlgorithm(encryption.transformation())),
                new IvParameterSpec(new byte[encryption.ivLength()]));
    }

    @Override
    public void decrypt(SealedPacket packet) {
        int octets = packet.icvStart() - EspView.HEADER_LENGTH;
        try {
            cipher.doFinal(packet.octets, EspView.HEADER_LENGTH, octets, packet.plain, EspView.HEADER_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks were not decrypted: " + octets + " octets", e);
        }
    }
}
