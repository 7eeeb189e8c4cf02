package io.github.espial.report.json;

import io.github.espial.report.Printable;
import java.util.HexFormat;

/**
 * Text with characters beyond U+FFFF that are not for reading, such as tags (U+E0001 and on): an encoder that escapes
 * character by character sees halves of them only, and lets these pass.
 */
final class BeyondBasicPlane {
    private BeyondBasicPlane() {}

    /** Whether {@code text} holds none of these. */
    static boolean isHarmless(String text) {
        int length = text.length();
        // Known without a look at the characters where these are Latin-1, as nearly all text here is.
        boolean areAllBasic = text.codePointCount(0, length) == length;
        return areAllBasic || text.codePoints().noneMatch(BeyondBasicPlane::isHarmful);
    }

    private static boolean isHarmful(int codePoint) {
        return Character.isSupplementaryCodePoint(codePoint) && !Printable.isReadable(codePoint);
    }

    /** A JSON string (RFC 8259 §7) with all that is not for reading as its code. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (codePoint == '"' || codePoint == '\\') {
                quoted.append('\\').appendCodePoint(codePoint);
            } else if (Printable.isReadable(codePoint)) {
                quoted.appendCodePoint(codePoint);
            } else {
                for (char half : Character.toChars(codePoint)) {
                    quoted.append("\\u").append(HexFormat.of().toHexDigits(half));
                }
            }
            at += Character.charCount(codePoint);
        }
        return quoted.append('"').toString();
    }
}
