package io.github.espial.esp;

import java.util.Arrays;

/** A key. It is shown nowhere: its text tells the length only. */
public final class KeyOctets {
    /** No key at all. */
    public static final KeyOctets NONE = new KeyOctets(new byte[0]);

    private final byte[] octets;

    private KeyOctets(byte[] octets) {
        this.octets = octets;
    }

    /** Copies {@code octets}. */
    public static KeyOctets of(byte[] octets) {
        return new KeyOctets(octets.clone());
    }

    /** Octets of the key. */
    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** A copy of the octets from {@code start} to before {@code end}. */
    byte[] copy(int start, int end) {
        return Arrays.copyOfRange(octets, start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyOctets key && Arrays.equals(octets, key.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "key of " + octets.length * Byte.SIZE + " bits";
    }
}
