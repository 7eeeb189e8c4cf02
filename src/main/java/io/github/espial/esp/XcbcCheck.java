package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-XCBC-MAC: CBC whose last block is mixed with one of two more keys (RFC 3566 §4), which no provider has. */
final class XcbcCheck implements IcvCheck {
    private static final int BLOCK = 16;

    private final Cipher chain;
    private final byte[] keyForWholeBlock;
    private final byte[] keyForPaddedBlock;

    private byte[] message = new byte[2048];
    private byte[] chained = new byte[2048];
    private final byte[] computed = new byte[BLOCK];

    XcbcCheck(Integrity integrity, Secret key) throws GeneralSecurityException {
        byte[] given = key.copy(0, key.length());
        chain = Jca.cipher(integrity.algorithm());
        byte[] first = derive(given, 1);
        keyForWholeBlock = derive(given, 2);
        keyForPaddedBlock = derive(given, 3);
        start(first);
    }

    @Override
    public boolean holds(SealedPacket packet) {
        int octets = packet.icvStart();
        if (octets + Integer.BYTES + BLOCK > message.length) {
            message = new byte[2 * packet.octets.length];
            chained = new byte[2 * packet.octets.length];
        }
        System.arraycopy(packet.octets, 0, message, 0, octets);
        if (packet.extended) {
            packet.writeHigh(message, octets);
            octets += Integer.BYTES;
        }
        compute(octets);
        return packet.icvEquals(computed);
    }

    /** The MAC of {@code text}. */
    byte[] mac(byte[] text) {
        message = Arrays.copyOf(text, text.length + BLOCK);
        chained = new byte[message.length];
        compute(text.length);
        return computed.clone();
    }

    private void compute(int octets) {
        int blocks = Math.max(1, (octets + BLOCK - 1) / BLOCK);
        int end = blocks * BLOCK;
        byte[] last = keyForWholeBlock;
        if (octets < end) {
            last = keyForPaddedBlock;
            Arrays.fill(message, octets, end, (byte) 0);
            message[octets] = (byte) 0x80;
        }
        for (int octet = 0; octet < BLOCK; octet++) {
            message[end - BLOCK + octet] ^= last[octet];
        }
        try {
            chain.doFinal(message, 0, end, chained, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks were not encrypted: " + end + " octets", e);
        }
        System.arraycopy(chained, end - BLOCK, computed, 0, BLOCK);
    }

    /** A block filled with {@code octet}, encrypted. */
    private byte[] derive(byte[] key, int octet) throws GeneralSecurityException {
        start(key);
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) octet);
        return chain.doFinal(block);
    }

    private void start(byte[] key) throws GeneralSecurityException {
        chain.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
    }
}
