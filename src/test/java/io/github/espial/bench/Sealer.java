package io.github.espial.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals IP packets under AES-256-GCM for one SA, as RFC 4106 has it. */
final class Sealer {
    private static final int KEY_LENGTH = 32;
    private static final int SALT_LENGTH = 4;
    private static final int IV_LENGTH = 8;
    private static final int ICV_LENGTH = 16;
    private static final int HEADER_LENGTH = 8;
    private static final int TRAILER_LENGTH = 2;
    private static final int IPV4 = 4;
    private static final int PORT = 49_152;

    private final byte[] keyAndSalt = new byte[KEY_LENGTH + SALT_LENGTH];
    private final byte[] plain = new byte[Workload.LONGEST];
    private final byte[] nonce = new byte[SALT_LENGTH + IV_LENGTH];
    private final Cipher cipher;
    private final SecretKeySpec key;

    Sealer(long seed) {
        new Random(seed).nextBytes(keyAndSalt);
        System.arraycopy(keyAndSalt, KEY_LENGTH, nonce, 0, SALT_LENGTH);
        key = new SecretKeySpec(keyAndSalt, 0, KEY_LENGTH, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Octets after the header of ESP for {@code inner} octets in it. */
    static int sealedLength(int inner) {
        return IV_LENGTH + padded(inner) + ICV_LENGTH;
    }

    /** Key and salt in hexadecimal digits. */
    String key() {
        return HexFormat.of().formatHex(keyAndSalt);
    }

    /** Writes what follows the header of ESP, which is at {@code start}: a TCP segment of {@code inner} octets with IP. */
    void seal(byte[] octets, int start, long sequenceNumber, int inner) {
        int padding = padded(inner) - inner - TRAILER_LENGTH;
        Arrays.fill(plain, 0, padded(inner), (byte) sequenceNumber);
        ByteBuffer packet = ByteBuffer.wrap(plain);
        packet.putInt(0x45000000 | inner)
                .putInt(0)
                .putInt(0x40060000)
                .putInt(0x0a010032)
                .putInt(0x0a140105);
        packet.putInt((PORT + (int) (sequenceNumber % 16)) << 16 | 445)
                .putInt((int) sequenceNumber)
                .putInt(1)
                .putInt(0x5010ffff)
                .putInt(0);
        for (int pad = 1; pad <= padding; pad++) {
            plain[inner + pad - 1] = (byte) pad;
        }
        plain[inner + padding] = (byte) padding;
        plain[inner + padding + 1] = IPV4;
        ByteBuffer.wrap(nonce).putLong(SALT_LENGTH, sequenceNumber);
        System.arraycopy(nonce, SALT_LENGTH, octets, start + HEADER_LENGTH, IV_LENGTH);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(ICV_LENGTH * Byte.SIZE, nonce));
            cipher.updateAAD(octets, start, HEADER_LENGTH);
            cipher.doFinal(plain, 0, padded(inner), octets, start + HEADER_LENGTH + IV_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a packet was not sealed", e);
        }
    }

    private static int padded(int inner) {
        return (inner + TRAILER_LENGTH + 3) / 4 * 4;
    }
}
