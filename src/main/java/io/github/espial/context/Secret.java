package io.github.espial.context;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A key. Its text tells the length only, so that no report, log or message can show it. */
public final class Secret {
    /** No key: without octets. */
    public static final Secret NONE = new Secret(new byte[0]);

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-fA-F]{2})*");

    private final byte[] octets;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /** Keeps a copy of {@code octets}. */
    public static Secret of(byte[] octets) {
        return new Secret(octets.clone());
    }

    /**
     * Reads pairs of hexadecimal digits, with or without {@code 0x} before them; no digits are a key without octets.
     *
     * @throws IllegalArgumentException if there is anything else; the message does not show what
     */
    public static Secret ofHex(String text) {
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        if (!HEXADECIMAL.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    digits.length() % 2 == 0 ? "not hexadecimal" : "an odd number of hexadecimal digits");
        }
        return new Secret(HexFormat.of().parseHex(digits));
    }

    /** Octets of the key. */
    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** A copy of the octets from {@code start} to before {@code end}. */
    public byte[] copy(int start, int end) {
        return Arrays.copyOfRange(octets, start, end);
    }

    /** A copy of the key. */
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(octets, secret.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** The length; never the key. */
    @Override
    public String toString() {
        return octets.length + " secret octets";
    }
}
