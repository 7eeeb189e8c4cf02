package io.github.espial.context;

/** What of a value that was expected to be an address may be told: in its place may stand a password. */
public final class Shown {
    /** An IPv6 address with a prefix length, and a zone. */
    private static final int LONGEST = 60;

    private Shown() {}

    /** The value where it is made as addresses are, of digits with dots or colons between them; else how long it is. */
    public static String of(String value) {
        boolean isLikeAddress = value.length() <= LONGEST
                && (value.indexOf('.') > 0 || value.indexOf(':') >= 0)
                && value.chars().allMatch(Shown::isOfAddress);
        return isLikeAddress ? value : "(" + value.length() + " characters, not shown)";
    }

    private static boolean isOfAddress(int character) {
        return (character < 128 && Character.digit(character, 16) >= 0) || ".:/-%".indexOf(character) >= 0;
    }
}
