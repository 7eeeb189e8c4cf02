package io.github.espial.esp;

import io.github.espial.context.Secret;
import io.github.espial.wire.EspView;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cipher that encrypts and makes the ICV in one; its nonce is salt and IV (RFC 4106 §4, RFC 4309 §4, RFC 4543 §3.2,
 * RFC 7634 §2).
 */
final class AeadSeal implements Seal {
    /** Shorter tags are not in the JDK's AES-GCM. */
    static final int SHORTEST_ICV_OF_JDK = 12;

    private final Encryption encryption;
    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] nonce;
    private final byte[] lastNonce;
    private final byte[] associated = new byte[3 * Integer.BYTES];

    AeadSeal(Transform transform, Secret keyAndSalt) throws GeneralSecurityException {
        encryption = transform.encryption();
        String transformation = encryption.transformation();
        int salt = encryption.saltLength();
        int keyLength = keyAndSalt.length() - salt;
        cipher = transform.icvLength() < SHORTEST_ICV_OF_JDK
                ? Jca.lentCipher(transformation)
                : Jca.cipher(transformation);
        key = new SecretKeySpec(keyAndSalt.copy(0, keyLength), Jca.keyAlgorithm(transformation));
        nonce = Arrays.copyOf(keyAndSalt.copy(keyLength, keyAndSalt.length()), salt + encryption.ivLength());
        lastNonce = new byte[nonce.length];
    }

    @Override
    public boolean open(SealedPacket packet) {
        int iv = EspView.HEADER_LENGTH;
        int text = iv + encryption.ivLength();
        System.arraycopy(packet.octets, iv, nonce, encryption.saltLength(), encryption.ivLength());
        try {
            start(packet.icvLength);
            cipher.updateAAD(associated, 0, packet.writeAssociated(associated));
            if (encryption.operation() == Encryption.Operation.AUTHENTICATED) {
                cipher.updateAAD(packet.octets, iv, packet.icvStart() - iv);
                cipher.doFinal(packet.octets, packet.icvStart(), packet.icvLength, packet.plain, 0);
                System.arraycopy(packet.octets, text, packet.plain, text, packet.icvStart() - text);
            } else {
                cipher.doFinal(packet.octets, text, packet.length - text, packet.plain, text);
            }
            return true;
        } catch (AEADBadTagException mismatch) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(encryption + " did not take a packet", e);
        }
    }

    @Override
    public boolean verifies() {
        return true;
    }

    private void start(int icvLength) throws GeneralSecurityException {
        if (encryption != Encryption.CHACHA20_POLY1305) {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(icvLength * Byte.SIZE, nonce));
            return;
        }
        // The JDK's refuses the nonce that it had last, and a packet may well be captured twice.
        if (Arrays.equals(nonce, lastNonce)) {
            lastNonce[0] ^= 1;
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(lastNonce));
        }
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
        System.arraycopy(nonce, 0, lastNonce, 0, nonce.length);
    }
}
