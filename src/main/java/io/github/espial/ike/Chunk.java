package io.github.espial.ike;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Octets of a message. They may be secret, so that the text tells their number only. Immutable. */
final class Chunk {
    /** Without octets. */
    static final Chunk NONE = new Chunk(new byte[0]);

    private final byte[] octets;

    private Chunk(byte[] octets) {
        this.octets = octets;
    }

    static Chunk of(byte[] octets) {
        return new Chunk(octets.clone());
    }

    /** A copy of a part of {@code octets}. */
    static Chunk of(ByteBuffer octets, int start, int length) {
        byte[] copy = new byte[length];
        octets.get(start, copy);
        return new Chunk(copy);
    }

    /** One after the other. */
    static Chunk joined(Chunk... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Chunk part : parts) {
            joined.writeBytes(part.octets);
        }
        return new Chunk(joined.toByteArray());
    }

    static Chunk ofLong(long word) {
        return new Chunk(ByteBuffer.allocate(Long.BYTES).putLong(word).array());
    }

    static Chunk ofInt(int word) {
        return new Chunk(ByteBuffer.allocate(Integer.BYTES).putInt(word).array());
    }

    static Chunk ofShort(int word) {
        return new Chunk(ByteBuffer.allocate(Short.BYTES).putShort((short) word).array());
    }

    static Chunk ofOctet(int octet) {
        return new Chunk(new byte[] {(byte) octet});
    }

    int length() {
        return octets.length;
    }

    /** Big-endian and read-only. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(octets).asReadOnlyBuffer();
    }

    byte[] octets() {
        return octets.clone();
    }

    /** The first octets, or all if there are fewer. */
    Chunk first(int length) {
        return part(0, Math.min(length, octets.length));
    }

    /** The last octets, or all if there are fewer. */
    Chunk last(int length) {
        return part(Math.max(0, octets.length - length), octets.length);
    }

    /** From {@code start} to before {@code end}. */
    Chunk part(int start, int end) {
        return new Chunk(Arrays.copyOfRange(octets, start, end));
    }

    boolean startsWith(Chunk beginning) {
        return octets.length >= beginning.octets.length
                && Arrays.equals(octets, 0, beginning.octets.length, beginning.octets, 0, beginning.octets.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chunk chunk && Arrays.equals(octets, chunk.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return octets.length + " octets";
    }
}
