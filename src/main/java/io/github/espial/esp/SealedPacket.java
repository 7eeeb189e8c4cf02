package io.github.espial.esp;

import io.github.espial.wire.EspView;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The octets of one ESP packet where the JCA can read them, and room for what they are decrypted to.
 *
 * <p>Plaintext stands at the same index as its ciphertext. Not thread-safe.
 */
final class SealedPacket {
    private static final int SEQUENCE_NUMBER = 4;
    private static final int USUAL_CAPACITY = 2048;

    /** The packet, from the SPI on. */
    byte[] octets = new byte[USUAL_CAPACITY];

    /** What it is decrypted to, at the same indices; valid between IV and ICV. */
    byte[] plain = new byte[USUAL_CAPACITY];

    private ByteBuffer plainView = ByteBuffer.wrap(plain);

    /** Octets of the packet. */
    int length;

    /** Octets of the ICV. */
    int icvLength;

    /** Whether the ICV covers the high half of the sequence number. */
    boolean extended;

    /** The high half of the sequence number, where the ICV covers it. */
    int high;

    /** Copies the packet in; room grows with what was captured, never with what a field says. */
    void load(ByteBuffer source, int start, int octetsOfPacket) {
        if (octetsOfPacket > octets.length) {
            octets = new byte[2 * octetsOfPacket];
            plain = new byte[2 * octetsOfPacket];
            plainView = ByteBuffer.wrap(plain);
        }
        source.get(start, octets, 0, octetsOfPacket);
        length = octetsOfPacket;
    }

    /** The plaintext as a big-endian buffer. */
    ByteBuffer plainView() {
        return plainView;
    }

    /** Index after the ciphertext, where the ICV starts. */
    int icvStart() {
        return length - icvLength;
    }

    /** Index of the ciphertext after an IV of {@code ivLength} octets. */
    static int ciphertextStart(int ivLength) {
        return EspView.HEADER_LENGTH + ivLength;
    }

    /** Whether the ICV begins as {@code computed} does. */
    boolean icvEquals(byte[] computed) {
        return Arrays.equals(octets, icvStart(), length, computed, 0, icvLength);
    }

    /** The sequence number as the packet has it. */
    int lowSequenceNumber() {
        return word(octets, SEQUENCE_NUMBER);
    }

    /** Writes what an AEAD authenticates besides (RFC 4106 §5) into {@code target}; returns its length, 8 or 12. */
    int writeAssociated(byte[] target) {
        System.arraycopy(octets, 0, target, 0, SEQUENCE_NUMBER);
        int at = SEQUENCE_NUMBER;
        if (extended) {
            writeHigh(target, at);
            at += Integer.BYTES;
        }
        System.arraycopy(octets, SEQUENCE_NUMBER, target, at, Integer.BYTES);
        return at + Integer.BYTES;
    }

    /** Writes the high half of the sequence number. */
    void writeHigh(byte[] target, int at) {
        for (int octet = 0; octet < Integer.BYTES; octet++) {
            target[at + octet] = (byte) (high >>> (Integer.SIZE - Byte.SIZE * (octet + 1)));
        }
    }

    private static int word(byte[] octets, int at) {
        return (octets[at] & 0xff) << 24
                | (octets[at + 1] & 0xff) << 16
                | (octets[at + 2] & 0xff) << 8
                | (octets[at + 3] & 0xff);
    }
}
